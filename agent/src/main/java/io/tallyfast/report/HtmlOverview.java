package io.tallyfast.report;

import io.tallyfast.analysis.Site.Confidence;
import io.tallyfast.analysis.Site.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The head of an HTML report: what was found, filters, and a bar for each package. */
final class HtmlOverview {
  private final Html html;
  private final Summary summary;
  private final List<Map.Entry<String, List<Finding>>> packages;
  private final List<Finding> all = new ArrayList<>();

  HtmlOverview(Html html, Summary summary, List<Map.Entry<String, List<Finding>>> packages) {
    this.html = html;
    this.summary = summary;
    this.packages = packages;
    for (Map.Entry<String, List<Finding>> some : packages) {
      all.addAll(some.getValue());
    }
  }

  /** The outcome in one line. */
  static String title(Summary summary) {
    if (summary.scan().isDone()) {
      return Wording.verdict(summary);
    }
    return Wording.count(summary.guarded(), "site")
        + " guarded, "
        + Wording.count((int) Math.min(summary.prevented(), Integer.MAX_VALUE), "lost update")
        + " prevented";
  }

  void header() throws IOException {
    Scan scan = summary.scan();
    html.raw("<header>\n<p class=\"brand\">Tallyfast ").text(summary.mode()).raw("</p>\n<h1>");
    html.text(title(summary)).raw("</h1>\n<ul class=\"cards\">\n");
    if (scan.isDone()) {
      card("unprotected", scan.unprotected(), "unprotected");
      card("mixed", scan.mixed(), "mixed");
      card("refused", summary.refused(), "refused");
      card("protected", scan.safe(), "safe");
      card("none", scan.baselined(), "in the baseline");
      card("none", scan.classesRead(), "classes read");
    } else {
      card("protected", summary.guarded(), "guarded");
      card("unprotected", summary.reported(), "only reported");
      card("refused", summary.refused(), "refused");
      card("none", summary.prevented(), "lost updates prevented");
      if (summary.mode().equals("observe") || summary.lost() > 0) {
        card("unprotected", summary.lost(), "updates were lost");
      }
    }
    html.raw("</ul>\n</header>\n");
  }

  private void card(String colour, long number, String name) throws IOException {
    html.raw("<li class=\"" + colour + (number == 0 ? " zero" : "") + "\"><b>").number(number);
    html.raw("</b> ").text(name).raw("</li>\n");
  }

  void filters(Set<String> idioms) throws IOException {
    html.raw("<form id=\"filters\" hidden>\n<fieldset><legend>Verdict</legend>\n");
    Map<Verdict, Integer> verdicts = verdicts(all);
    for (Map.Entry<Verdict, Integer> entry : verdicts.entrySet()) {
      check("v", Wording.lower(entry.getKey()), entry.getValue());
    }
    html.raw("</fieldset>\n<fieldset><legend>Confidence</legend>\n");
    for (Confidence confidence : Confidence.values()) {
      int count = count(confidence);
      if (count > 0) {
        check("c", Wording.lower(confidence), count);
      }
    }
    html.raw("</fieldset>\n<label>Idiom <select name=\"i\"><option value=\"\">all</option>\n");
    for (String idiom : idioms) {
      html.raw("<option>").text(idiom).raw("</option>\n");
    }
    html.raw("</select></label>\n");
    html.raw("<label>Find <input type=\"search\" name=\"q\" placeholder=\"class, key, text\">");
    html.raw("</label>\n<output id=\"shown\"></output>\n</form>\n");
  }

  private void check(String name, String value, int count) throws IOException {
    html.raw("<label class=\"chip " + value + "\"><input type=\"checkbox\" name=\"" + name);
    html.raw("\" value=\"" + value + "\" checked>" + value + " <i>").number(count);
    html.raw("</i></label>\n");
  }

  private int count(Confidence confidence) {
    int count = 0;
    for (Finding finding : all) {
      count += finding.site().confidence() == confidence ? 1 : 0;
    }
    return count;
  }

  private static Map<Verdict, Integer> verdicts(List<Finding> findings) {
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    for (Finding finding : findings) {
      Verdict verdict = finding.site().verdict();
      counts.put(verdict, counts.getOrDefault(verdict, 0) + 1);
    }
    return counts;
  }

  /** One row for each package, its bar as long as its sites are many. */
  void packages() throws IOException {
    if (packages.isEmpty()) {
      html.raw("<p class=\"empty\">There is nothing to show.</p>\n");
      return;
    }
    int most = 1;
    for (Map.Entry<String, List<Finding>> some : packages) {
      most = Math.max(most, some.getValue().size());
    }
    html.raw("<table class=\"overview\">\n<thead><tr><th>Package</th><th>Sites</th>");
    html.raw("<th class=\"n\" title=\"lossy, and shared for sure\">High</th>");
    html.raw("<th class=\"n\">Lossy</th><th class=\"n\">All</th></tr></thead>\n<tbody>\n");
    int number = 0;
    for (Map.Entry<String, List<Finding>> entry : packages) {
      html.raw("<tr><td><a href=\"#p" + number++ + "\">").dotted(entry.getKey());
      html.raw("</a></td><td>");
      bar(verdicts(entry.getValue()), most);
      html.raw("<td class=\"n\">").number(sure(entry.getValue())).raw("</td>");
      html.raw("<td class=\"n\">").number(losing(entry.getValue())).raw("</td><td class=\"n\">");
      html.number(entry.getValue().size()).raw("</td></tr>\n");
    }
    html.raw("</tbody>\n</table>\n");
  }

  private void bar(Map<Verdict, Integer> counts, int most) throws IOException {
    html.raw("<span class=\"bar\">");
    for (Map.Entry<Verdict, Integer> entry : counts.entrySet()) {
      String name = Wording.lower(entry.getKey());
      int tenths = Math.max(5, entry.getValue() * 1000 / most);
      html.raw("<span class=\"" + name + "\" style=\"width:" + tenths / 10 + "." + tenths % 10);
      html.raw("%\" title=\"" + entry.getValue() + " " + name + "\"></span>");
    }
    html.raw("</span></td>");
  }

  private static int losing(List<Finding> findings) {
    int losing = 0;
    for (Finding finding : findings) {
      losing += finding.action() == Finding.Action.NONE ? 0 : 1;
    }
    return losing;
  }

  private static int sure(List<Finding> findings) {
    int sure = 0;
    for (Finding finding : findings) {
      boolean high = finding.site().confidence() == Confidence.HIGH;
      sure += high && Counts.loses(finding.site()) ? 1 : 0;
    }
    return sure;
  }

  /** What could not be looked at. */
  void unreadable() throws IOException {
    List<String> unreadable = summary.scan().unreadable();
    if (unreadable.isEmpty()) {
      return;
    }
    html.raw("<section class=\"unreadable\">\n<h2>Could not be analysed</h2>\n<ul>\n");
    for (String problem : unreadable) {
      html.element("li", "", problem).raw("\n");
    }
    html.raw("</ul>\n</section>\n");
  }
}
