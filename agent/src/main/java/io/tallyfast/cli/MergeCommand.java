package io.tallyfast.cli;

import io.tallyfast.report.Finding;
import io.tallyfast.report.ReportFile;
import io.tallyfast.report.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Joins the reports of many JVMs into one. Each is read twice, so that a broken one adds nothing:
 * first to see that it is whole and which JVM it is of, then to add it.
 */
@Command(
    name = "merge",
    description = "Joins reports that agents wrote as JSON into one.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    footer = {
      "",
      "Of several reports of one JVM the last one counts. @FILE stands for the names in FILE.",
      "Exit status: 0 joined, 2 wrong usage, 3 something could not be read (all else was joined).",
    })
final class MergeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "REPORT.json", arity = "1..*", description = "Reports to join.")
  private List<Path> reports;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "FILE",
      description = "Where the joined report goes: .txt, .json, .sarif or .html.")
  private Path output;

  private int unreadable;

  /** A report, and when it was written. */
  private record Latest(Path file, long written) {}

  @Override
  public Integer call() {
    if (ReportFormat.ofFile(output.toString()) == null) {
      throw new ParameterException(
          spec.commandLine(), "--output ends in none of .txt, .json, .sarif, .html: " + output);
    }
    for (Path report : reports) {
      if (!Files.exists(report)) {
        throw new ParameterException(spec.commandLine(), "no such file: " + report);
      }
    }
    Fleet fleet = new Fleet();
    for (Latest latest : latestOfEachJvm()) {
      add(latest, fleet);
    }
    if (fleet.jvms() > 0 && !write(fleet)) {
      return ExitCode.USAGE;
    }
    return unreadable > 0 ? Errors.UNREADABLE : ExitCode.OK;
  }

  private Collection<Latest> latestOfEachJvm() {
    Map<String, Latest> latest = new LinkedHashMap<>();
    for (Path report : reports) {
      try {
        ReportReader.Head head = ReportReader.read(report, site -> {});
        Latest known = latest.get(head.run().id());
        if (known == null || head.run().written() >= known.written()) {
          latest.put(head.run().id(), new Latest(report, head.run().written()));
        }
      } catch (IOException e) {
        tell(report, e);
      }
    }
    return latest.values();
  }

  private void add(Latest latest, Fleet fleet) {
    try {
      fleet.begin(ReportReader.read(latest.file(), site -> fleet.add(site, latest.written())));
    } catch (IOException e) {
      tell(latest.file(), e);
    }
  }

  private boolean write(Fleet fleet) {
    List<Finding> findings = fleet.findings();
    int joined = reports.size() - unreadable;
    try {
      ReportFile.write(output, fleet.summary(Main.version(), findings, joined), findings);
      return true;
    } catch (IOException e) {
      String why = "cannot write " + output + " (" + e + "); give another file";
      Errors.say(spec.commandLine().getErr(), why);
      return false;
    }
  }

  private void tell(Path report, IOException e) {
    unreadable++;
    String why = e instanceof BadReportException ? e.getMessage() : e.toString();
    Errors.say(spec.commandLine().getErr(), "cannot join " + report + ": " + why);
  }
}
