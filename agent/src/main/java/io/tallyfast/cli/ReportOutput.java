package io.tallyfast.cli;

import io.tallyfast.analysis.Site;
import io.tallyfast.audit.Baseline;
import io.tallyfast.audit.Findings;
import io.tallyfast.audit.SourceFinder;
import io.tallyfast.report.Counts;
import io.tallyfast.report.Finding;
import io.tallyfast.report.ReportFile;
import io.tallyfast.report.ReportFormat;
import io.tallyfast.report.ReportStyle;
import io.tallyfast.report.Summary;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;

/** Writes what an audit found to where the user wants it. */
final class ReportOutput {
  private final AuditOptions options;
  private final CommandLine command;

  ReportOutput(AuditOptions options, CommandLine command) {
    this.options = options;
    this.command = command;
  }

  /** Writes a baseline, when one is to be written; false when that failed. */
  boolean baseline(Findings findings) {
    Path file = options.writeBaseline();
    if (file == null) {
      return true;
    }
    List<Site> losing = findings.all().stream().map(Finding::site).filter(Counts::loses).toList();
    return write(file, out -> out.write(Baseline.text(losing)));
  }

  /** Writes the report; false when that failed. */
  boolean report(Summary summary, Findings findings) throws IOException {
    List<Finding> shown = findings.ofVerdicts(options.verdicts());
    ReportFormat format = options.format();
    try (SourceFinder sources = new SourceFinder(options.sourcePath(), options.paths())) {
      if (options.output() != null) {
        ReportStyle style = new ReportStyle(false, sources);
        return write(
            options.output(), out -> ReportFile.show(format.writeTo(out, style), summary, shown));
      }
      PrintWriter out = stdout(format);
      ReportStyle style = new ReportStyle(Terminal.colours(), sources);
      ReportFile.show(format.writeTo(out, style), summary, shown);
      return !out.checkError();
    }
  }

  /** Formats for programs are in UTF-8, whatever the terminal speaks. */
  private PrintWriter stdout(ReportFormat format) {
    if (format == ReportFormat.TEXT) {
      return command.getOut();
    }
    return new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), false);
  }

  private boolean write(Path file, ReportFile.Content content) {
    try {
      ReportFile.write(file, content);
      return true;
    } catch (IOException e) {
      Errors.say(command.getErr(), "cannot write " + file + " (" + e + "); give another file");
      return false;
    }
  }
}
