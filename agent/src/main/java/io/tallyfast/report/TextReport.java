package io.tallyfast.report;

import io.tallyfast.analysis.Site;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/** A report for people: grouped by class, each site with a place that consoles make a link of. */
final class TextReport implements ReportVisitor {
  private static final String BOLD = "\u001B[1m";
  private static final String RED = "\u001B[31m";
  private static final String GREEN = "\u001B[32m";
  private static final String YELLOW = "\u001B[33m";
  private static final String FAINT = "\u001B[2m";
  private static final String RESET = "\u001B[0m";

  private final Writer out;
  private final boolean colours;
  private String className = "";
  private Summary summary;
  private int shown;

  TextReport(Writer out, boolean colours) {
    this.out = out;
    this.colours = colours;
  }

  @Override
  public void begin(Summary whole) throws IOException {
    this.summary = whole;
    if (whole.scan().isDone()) {
      out.write("Tallyfast " + whole.version() + " audit\n");
      return;
    }
    out.write("Tallyfast " + whole.version() + ", mode " + whole.mode() + "\n");
    out.write(whole.guarded() + " sites guarded, ");
    out.write(whole.reported() + " only reported, ");
    out.write(whole.refused() + " refused; ");
    out.write(whole.prevented() + " lost updates prevented\n");
    if (whole.lost() > 0) {
      out.write(whole.lost() + " updates were lost\n");
    }
    if (whole.run().isJoined()) {
      out.write("joined from " + whole.run().reports() + " reports of ");
      out.write(whole.run().jvms() + " JVMs\n");
    }
    if (whole.errors() > 0 || whole.tooNew() > 0) {
      out.write(whole.errors() + " classes could not be looked at, ");
      out.write(whole.tooNew() + " are of a version not known yet\n");
    }
    for (String problem : whole.scan().unreadable()) {
      out.write("not analysed: " + printable(problem) + "\n");
    }
  }

  @Override
  public void finding(Finding finding) throws IOException {
    if (finding.action() == Finding.Action.BASELINED) {
      return;
    }
    shown++;
    Site site = finding.site();
    if (!site.className().equals(className)) {
      className = site.className();
      out.write("\n" + in(BOLD, className) + "\n");
    }
    out.write("    at " + printable(site.location()) + "\n");
    out.write("        " + (summary.scan().isDone() ? judged(site) : done(finding)) + "\n");
    for (LoadedFrom from : summary.scan().loadedFrom(site.className())) {
      line("", Wording.loaded(from));
    }
    line("", site.reason());
    line("fix: ", finding.fix());
  }

  private static String done(Finding finding) {
    String text = finding.site().idiom() + ": " + finding.action().text();
    for (String happened : Wording.happened(finding.evidence())) {
      text += ", " + happened;
    }
    return text;
  }

  private String judged(Site site) {
    String verdict = site.verdict().name().toLowerCase(Locale.ROOT);
    String confidence = site.confidence().name().toLowerCase(Locale.ROOT);
    String text = in(colour(site), verdict) + in(FAINT, ", " + confidence + " confidence");
    return text + ", " + printable(site.idiom() + ": " + update(site));
  }

  private static String update(Site site) {
    String type = site.mapType().isEmpty() ? "" : " (" + site.mapType() + ")";
    return Wording.update(site) + type;
  }

  private static String colour(Site site) {
    return switch (site.verdict()) {
      case UNPROTECTED, REFUSED -> RED;
      case MIXED -> YELLOW;
      case PROTECTED, ATOMIC, CONFINED -> GREEN;
    };
  }

  private void line(String before, String text) throws IOException {
    if (!text.isEmpty()) {
      out.write("        " + before + printable(text) + "\n");
    }
  }

  private String in(String colour, String text) {
    return colours ? colour + printable(text) + RESET : printable(text);
  }

  /**
   * Without the characters by which a name in a class file could forge lines or steer terminals.
   */
  private static String printable(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        return printable(text.replace(text.charAt(i), ' '));
      }
    }
    return text;
  }

  @Override
  public void end() throws IOException {
    Scan scan = summary.scan();
    if (!scan.isDone()) {
      return;
    }
    out.write("\n" + in(BOLD, Wording.verdict(summary)) + "\n");
    if (scan.baselined() > 0) {
      out.write(Wording.count(scan.baselined(), "more site") + " accepted by the baseline\n");
    }
    int all = scan.unprotected() + scan.mixed() + summary.refused() + scan.safe();
    if (all > shown) {
      out.write(Wording.count(all - shown, "site") + " not shown; --verdict all shows every one\n");
    }
  }
}
