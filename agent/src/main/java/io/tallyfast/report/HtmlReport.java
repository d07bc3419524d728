package io.tallyfast.report;

import io.tallyfast.analysis.Site.Confidence;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A report in one HTML file that needs nothing else: an overview by package, then each class with
 * its sites, then what the idioms mean. Shown when the last finding is known, for the overview
 * stands first.
 */
final class HtmlReport implements ReportVisitor {
  private final Html html;
  private final Sources sources;
  private final Map<String, List<Finding>> packages = new TreeMap<>();
  private final TreeSet<String> idioms = new TreeSet<>();
  private Summary summary;

  HtmlReport(Writer out, Sources sources) {
    this.html = new Html(out);
    this.sources = sources;
  }

  @Override
  public void begin(Summary whole) {
    this.summary = whole;
  }

  @Override
  public void finding(Finding finding) {
    String className = finding.site().className();
    int dot = className.lastIndexOf('.');
    String name = dot < 0 ? "(no package)" : className.substring(0, dot);
    List<Finding> findings = packages.get(name);
    if (findings == null) {
      findings = new ArrayList<>();
      packages.put(name, findings);
    }
    findings.add(finding);
    idioms.add(finding.site().idiom());
  }

  @Override
  public void end() throws IOException {
    head();
    List<Map.Entry<String, List<Finding>>> sorted = new ArrayList<>(packages.entrySet());
    // Stable: packages that are alike stay in the order of their names.
    sorted.sort(new WorstFirst());
    HtmlOverview overview = new HtmlOverview(html, summary, sorted);
    overview.header();
    overview.filters(idioms);
    html.raw("<main>\n");
    overview.packages();
    overview.unreadable();
    sections(sorted);
    explanations();
    html.raw("</main>\n<footer>Tallyfast ").text(summary.version()).raw("</footer>\n");
    html.raw("<script>\n").resource("report.js").raw("</script>\n</body>\n</html>\n");
  }

  private void head() throws IOException {
    html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    // Should a name get through unescaped after all, it still can fetch and send nothing.
    html.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';");
    html.raw(" style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n");
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.raw("<meta name=\"color-scheme\" content=\"light dark\">\n");
    html.raw("<title>Tallyfast: ").text(HtmlOverview.title(summary)).raw("</title>\n<style>\n");
    html.resource("report.css").raw("</style>\n</head>\n<body>\n");
  }

  private void sections(List<Map.Entry<String, List<Finding>>> sorted) throws IOException {
    HtmlFinding finding = new HtmlFinding(html, sources, summary.scan().isDone());
    int number = 0;
    for (Map.Entry<String, List<Finding>> entry : sorted) {
      html.raw("<section class=\"package\" id=\"p" + number++ + "\">\n");
      html.raw("<h2>").dotted(entry.getKey()).raw("</h2>\n");
      String className = "";
      for (Finding each : entry.getValue()) {
        if (!each.site().className().equals(className)) {
          html.raw(className.isEmpty() ? "" : "</details>\n");
          className = each.site().className();
          html.raw("<details class=\"class\" open><summary>");
          html.element("span", "name", simpleName(className));
          html.raw(" <span class=\"tally\"></span></summary>\n");
          loaded(className);
        }
        finding.write(each);
      }
      html.raw("</details>\n</section>\n");
    }
  }

  private void loaded(String className) throws IOException {
    for (LoadedFrom from : summary.scan().loadedFrom(className)) {
      html.element("p", "facts", Wording.loaded(from)).raw("\n");
    }
  }

  private static String simpleName(String className) {
    return className.substring(className.lastIndexOf('.') + 1);
  }

  /** Packages with the most sites that lose updates, and surely are shared, come first. */
  private static final class WorstFirst implements Comparator<Map.Entry<String, List<Finding>>> {
    @Override
    public int compare(Map.Entry<String, List<Finding>> a, Map.Entry<String, List<Finding>> b) {
      int bySure = Integer.compare(losing(b, Confidence.HIGH), losing(a, Confidence.HIGH));
      return bySure != 0 ? bySure : Integer.compare(losing(b, null), losing(a, null));
    }

    private static int losing(Map.Entry<String, List<Finding>> entry, Confidence least) {
      int losing = 0;
      for (Finding finding : entry.getValue()) {
        boolean sure = least == null || finding.site().confidence() == least;
        losing += sure && Counts.loses(finding.site()) ? 1 : 0;
      }
      return losing;
    }
  }

  private void explanations() throws IOException {
    boolean any = false;
    for (String idiom : idioms) {
      IdiomPage page = IdiomPage.of(idiom);
      if (page != null) {
        html.raw(any ? "" : "<section class=\"idioms\">\n<h2>What the idioms mean</h2>\n");
        any = true;
        html.raw("<details class=\"idiom\" id=\"idiom-").text(idiom).raw("\"><summary>");
        html.element("span", "name", idiom).raw("</summary>\n");
        Markdown.write(html, page.text());
        html.raw("</details>\n");
      }
    }
    html.raw(any ? "</section>\n" : "");
  }
}
