package io.tallyfast.agent;

import io.tallyfast.config.Mode;
import io.tallyfast.report.Finding;
import io.tallyfast.report.ReportFile;
import io.tallyfast.report.Summary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What the agent does when the JVM exits: write the report, and say in one line what was done. */
final class ExitReport extends Thread {
  private final Mode mode;
  private final Path file;
  private final Tally tally;
  private final Failures failures;
  private final Console console;

  /**
   * Creates the hook.
   *
   * @param file where the report goes; null for no report
   */
  ExitReport(Mode mode, Path file, Tally tally, Failures failures, Console console) {
    super(null, null, "tallyfast-exit", 0, false);
    this.mode = mode;
    this.file = file;
    this.tally = tally;
    this.failures = failures;
    this.console = console;
    // An agent's thread must not keep alive the class loader that happened to be current.
    setContextClassLoader(null);
  }

  @Override
  public void run() {
    try {
      List<Finding> findings = tally.findings();
      Summary summary = tally.summary(findings);
      if (file != null) {
        writeReport(summary, findings);
      }
      sayFailures();
      console.line(lastLine(mode, summary));
    } catch (Throwable e) {
      console.line("cannot sum up: " + Failures.describe(e));
    }
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
              + summary.prevented()
              + " updates lost";
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
