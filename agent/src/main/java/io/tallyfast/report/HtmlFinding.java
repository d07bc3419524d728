package io.tallyfast.report;

import io.tallyfast.analysis.Site;
import java.io.IOException;
import java.util.List;

/** One site in an HTML report. */
final class HtmlFinding {
  private static final int LINES_AROUND = 3;

  private final Html html;
  private final Sources sources;
  private final boolean audit;

  /**
   * Creates.
   *
   * @param audit whether nothing was run, so that it goes without saying that nothing was rewritten
   */
  HtmlFinding(Html html, Sources sources, boolean audit) {
    this.html = html;
    this.sources = sources;
    this.audit = audit;
  }

  void write(Finding finding) throws IOException {
    Site site = finding.site();
    String verdict = Wording.lower(site.verdict());
    String confidence = Wording.lower(site.confidence());
    html.raw("<article class=\"" + verdict + "\" data-v=\"" + verdict + "\" data-c=\"");
    html.raw(confidence + "\" data-i=\"").text(site.idiom()).raw("\">\n<p class=\"head\">");
    html.element("span", "badge " + verdict, verdict).raw(" ");
    badges(finding);
    html.element("code", "place", site.method() + place(site)).raw("</p>\n");
    html.element("p", "update", update(site)).raw("\n");
    source(site);
    html.element("p", "what", Wording.headline(site)).raw("\n");
    labelled("Why", site.reason());
    labelled("Fix", finding.fix());
    facts(site, confidence);
    happened(finding.evidence());
    html.raw("</article>\n");
  }

  private static String place(Site site) {
    String file = site.file().isEmpty() ? "unknown source" : site.file();
    return " (" + file + (site.line() > 0 ? ":" + site.line() : "") + ")";
  }

  private static String update(Site site) {
    String update = Wording.update(site);
    return update.isEmpty() ? site.idiom() : update;
  }

  private void badges(Finding finding) throws IOException {
    if (finding.action() == Finding.Action.BASELINED) {
      html.element("span", "badge none", "in the baseline").raw(" ");
    } else if (!audit && finding.action() != Finding.Action.NONE) {
      html.element("span", "badge none", finding.action().text()).raw(" ");
    }
    if (finding.prevented() > 0) {
      String prevented = Wording.number(finding.prevented()) + " lost updates prevented";
      html.element("span", "badge protected", prevented).raw(" ");
    }
    if (finding.evidence().lost() > 0) {
      String lost = Wording.number(finding.evidence().lost()) + " updates were lost";
      html.element("span", "badge unprotected", lost).raw(" ");
    }
    if (finding.site().external()) {
      html.element("span", "badge none", "another class's map").raw(" ");
    }
  }

  private void labelled(String label, String text) throws IOException {
    if (!text.isEmpty()) {
      html.raw("<p class=\"label\"><b>" + label + "</b> ").text(Wording.sentence(text));
      html.raw("</p>\n");
    }
  }

  private void facts(Site site, String confidence) throws IOException {
    html.raw("<p class=\"facts\"><span>" + confidence + " confidence</span> <span>");
    boolean explained = IdiomPage.of(site.idiom()) != null;
    if (explained) {
      html.raw("<a href=\"#idiom-").text(site.idiom()).raw("\">");
    }
    html.text(site.idiom()).raw(explained ? "</a></span> " : "</span> ");
    if (!site.mapType().isEmpty()) {
      html.element("span", "", site.mapType()).raw(" ");
    }
    if (!site.lock().isEmpty()) {
      html.element("span", "", "lock " + site.lock());
    }
    html.raw("</p>\n");
  }

  private void happened(Evidence evidence) throws IOException {
    List<String> parts = Wording.happened(evidence);
    if (!parts.isEmpty()) {
      html.raw("<p class=\"facts\">");
      for (String part : parts) {
        html.element("span", "", part).raw(" ");
      }
      html.raw("</p>\n");
    }
  }

  private void source(Site site) throws IOException {
    List<String> lines = site.line() > 0 ? sources.lines(site.className(), site.file()) : null;
    if (lines == null || lines.size() < site.line()) {
      return;
    }
    int from = Math.max(1, site.line() - LINES_AROUND);
    int to = Math.min(lines.size(), site.line() + LINES_AROUND);
    int indent = indent(lines, from, to);
    html.raw("<pre class=\"source\">");
    for (int i = from; i <= to; i++) {
      String line = lines.get(i - 1).replace("\t", "    ");
      String text = line.length() <= indent ? "" : line.substring(indent);
      html.raw(i == site.line() ? "<span class=\"hit\">" : "<span>");
      html.raw("<i>" + i + "</i>").text(text).raw("\n</span>");
    }
    html.raw("</pre>\n");
  }

  /** How far all lines are indented. */
  private static int indent(List<String> lines, int from, int to) {
    int least = Integer.MAX_VALUE;
    for (int i = from; i <= to; i++) {
      String line = lines.get(i - 1).replace("\t", "    ");
      if (!line.isBlank()) {
        least = Math.min(least, line.length() - line.stripLeading().length());
      }
    }
    return least == Integer.MAX_VALUE ? 0 : least;
  }
}
