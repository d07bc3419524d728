package io.tallyfast.report;

import io.tallyfast.analysis.Site;
import java.io.IOException;
import java.io.Writer;

/** A report for people: grouped by class, each site with a place that consoles make a link of. */
final class TextReport implements ReportVisitor {
  private final Writer out;
  private String className = "";

  TextReport(Writer out) {
    this.out = out;
  }

  @Override
  public void begin(Summary summary) throws IOException {
    out.write("Tallyfast " + summary.version() + ", mode " + summary.mode() + "\n");
    out.write(summary.guarded() + " sites guarded, ");
    out.write(summary.reported() + " only reported, ");
    out.write(summary.refused() + " refused; ");
    out.write(summary.prevented() + " lost updates prevented\n");
    if (summary.errors() > 0 || summary.tooNew() > 0) {
      out.write(summary.errors() + " classes could not be looked at, ");
      out.write(summary.tooNew() + " are of a version not known yet\n");
    }
  }

  @Override
  public void finding(Finding finding) throws IOException {
    Site site = finding.site();
    if (!site.className().equals(className)) {
      className = site.className();
      out.write("\n" + className + "\n");
    }
    out.write("    at " + site.location() + "\n");
    out.write("        " + site.idiom() + ": " + finding.action().text());
    if (finding.prevented() > 0) {
      out.write(", " + finding.prevented() + " lost updates prevented");
    }
    out.write("\n");
    line(site.reason());
    line(finding.fix());
  }

  private void line(String text) throws IOException {
    if (!text.isEmpty()) {
      out.write("        " + text.replace('\n', ' ') + "\n");
    }
  }

  @Override
  public void end() {}
}
