package io.tallyfast.agent;

import io.tallyfast.config.Mode;
import io.tallyfast.report.Finding;
import io.tallyfast.report.ReportFile;
import io.tallyfast.report.Summary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes the report, and says in one line what was done: at exit, and when asked. Thread-safe. */
final class Reporting {
  private final Mode mode;
  private final Path file;
  private final Totals tally;
  private final Failures failures;
  private final Console console;

  /**
   * Creates it.
   *
   * @param file where the last report goes; null for no report
   */
  Reporting(Mode mode, Path file, Totals tally, Failures failures, Console console) {
    this.mode = mode;
    this.file = file;
    this.tally = tally;
    this.failures = failures;
    this.console = console;
  }

  /** Writes the last report, and says what was done. Never throws. */
  void finish() {
    try {
      List<Finding> findings = tally.findings();
      Summary summary = tally.summary(findings);
      if (file != null) {
        writeReport(summary, findings);
      }
      sayFailures();
      sayNotExact(PlainFields.count(findings));
      console.line(lastLine(mode, summary));
    } catch (Throwable e) {
      console.line("cannot sum up: " + Failures.describe(e));
    }
  }

  /** What was done so far, in one line. */
  String soFar() {
    return lastLine(mode, tally.summary(tally.findings()));
  }

  /** Starts all figures from zero; says what they were. */
  String reset() {
    String until = soFar();
    tally.reset();
    return until;
  }

  /**
   * Writes a report of what was done so far.
   *
   * @throws IOException when it cannot be written
   */
  void write(Path asked) throws IOException {
    List<Finding> findings = tally.findings();
    ReportFile.write(asked, tally.summary(findings), findings);
  }

  private void writeReport(Summary summary, List<Finding> findings) {
    try {
      ReportFile.write(file, summary, findings);
    } catch (IOException | RuntimeException e) {
      console.line("cannot write the report " + file + ": " + Failures.describe(e));
    }
  }

  private void sayFailures() {
    if (failures.errors() > 0 || failures.tooNew() > 0 || failures.unreadable() > 0) {
      String errors = "could not look at " + failures.errors() + " classes, ";
      String skipped = "skipped " + failures.tooNew() + " of a newer version, ";
      String unreadable = "could not read " + failures.unreadable() + " supertypes";
      console.line(errors + skipped + unreadable);
    }
    if (failures.skipped() > 0) {
      console.line("could not analyse " + failures.skipped() + " methods that may hold a site");
    }
  }

  private void sayNotExact(int sites) {
    if (sites > 0) {
      console.line(
          sites
              + " sites are not exact: their fields cannot be changed in one step, see the report");
    }
  }

  static String lastLine(Mode mode, Summary summary) {
    String in = " in " + summary.classes() + " classes";
    return switch (mode) {
      case AUDIT -> "found " + (summary.reported() + summary.refused()) + " unprotected sites" + in;
      case OBSERVE ->
          "observed "
              + summary.reported()
              + " sites"
              + in
              + ", "
              + summary.lost()
              + " updates were lost";
      case GUARD, OFF ->
          "guarded "
              + summary.guarded()
              + " sites"
              + in
              + ", prevented "
              + summary.prevented()
              + " lost updates";
    };
  }
}
