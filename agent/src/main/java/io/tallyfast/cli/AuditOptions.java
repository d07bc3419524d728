package io.tallyfast.cli;

import io.tallyfast.analysis.Site;
import io.tallyfast.analysis.Site.Confidence;
import io.tallyfast.analysis.Site.Verdict;
import io.tallyfast.audit.Baseline;
import io.tallyfast.audit.Findings;
import io.tallyfast.config.ClassGlobs;
import io.tallyfast.report.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** The options of an audit. */
final class AuditOptions {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, json, sarif or html. Default: by the ending of --output, else text.")
  private ReportFormat format;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Where the report goes: whole, or not at all. Default: stdout.")
  private Path output;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "Sites that are accepted; they do not count for the exit status.")
  private Path baselineFile;

  @Option(
      names = "--write-baseline",
      paramLabel = "FILE",
      description = "Write a baseline that accepts all that is unprotected now.")
  private Path writeBaseline;

  @Option(
      names = "--include",
      paramLabel = "GLOBS",
      converter = GlobsConverter.class,
      description = "Report only these classes, as in 'com.acme.**;org.x.Foo'.")
  private ClassGlobs include = ClassGlobs.NONE;

  @Option(
      names = "--exclude",
      paramLabel = "GLOBS",
      converter = GlobsConverter.class,
      description = "Do not report these classes, also where --include names them.")
  private ClassGlobs exclude = ClassGlobs.NONE;

  @Option(
      names = "--verdict",
      paramLabel = "V,..",
      converter = VerdictsConverter.class,
      description = {
        "What to show: unprotected, mixed, protected, atomic, confined, refused or all.",
        "Default: unprotected, mixed and refused in text and sarif, all in json and html.",
        "The exit status does not depend on it."
      })
  private Set<Verdict> verdicts;

  @Option(
      names = "--confidence",
      paramLabel = "LEAST",
      description = "Report only sites of at least this confidence: high, medium or low (default).")
  private Confidence least = Confidence.LOW;

  @Option(
      names = "--source-path",
      paramLabel = "PATH",
      split = ":",
      description = {
        "Folders and -sources.jar files (separated by ':') to show source lines from, in html.",
        "A NAME-sources.jar beside NAME.jar is found without it."
      })
  private List<Path> sourcePath = List.of();

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = {
        "Class file, folder, jar, war, ear, Spring Boot jar or jmod, nested archives included.",
        "Of a multi-release jar, the classes that the JVM that runs the audit would load."
      })
  private List<Path> paths = List.of();

  private Baseline baseline = Baseline.NONE;

  /** Looks at everything that can be wrong before the work begins. */
  void check(CommandLine command) {
    // Not required by the parser, which would then ask for one before "explain" as well.
    if (paths.isEmpty()) {
      throw new ParameterException(command, "no PATH is given to audit");
    }
    for (Path path : paths) {
      if (!Files.exists(path) && !Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        throw new ParameterException(command, "there is no " + path);
      }
    }
    for (Path path : sourcePath) {
      if (!Files.exists(path)) {
        throw new ParameterException(command, "there is no " + path + " for --source-path");
      }
    }
    checkFile(command, output, "--output");
    checkFile(command, writeBaseline, "--write-baseline");
    readBaseline(command);
  }

  private static void checkFile(CommandLine command, Path file, String option) {
    if (file == null) {
      return;
    }
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file) || folder == null || !Files.isDirectory(folder)) {
      String what = Files.isDirectory(file) ? "is a folder" : "is in a folder that does not exist";
      throw new ParameterException(command, option + " " + file + " " + what);
    }
    if (!Files.isWritable(folder)) {
      String what = " is in a folder that you may not write to";
      throw new ParameterException(command, option + " " + file + what);
    }
  }

  private void readBaseline(CommandLine command) {
    if (baselineFile == null) {
      return;
    }
    try {
      baseline = Baseline.read(baselineFile);
    } catch (IOException e) {
      String how = "; --write-baseline writes one";
      throw new ParameterException(command, "cannot read the baseline " + baselineFile + how, e);
    }
  }

  List<Path> paths() {
    return paths;
  }

  List<Path> sourcePath() {
    return sourcePath;
  }

  Path output() {
    return output;
  }

  Path writeBaseline() {
    return writeBaseline;
  }

  /** The format asked for, or the one that the output's name stands for. */
  ReportFormat format() {
    if (format != null) {
      return format;
    }
    ReportFormat byEnding = output == null ? null : ReportFormat.ofFile(output.toString());
    return byEnding == null ? ReportFormat.TEXT : byEnding;
  }

  /** The verdicts to show in the format. */
  Set<Verdict> verdicts() {
    if (verdicts != null) {
      return verdicts;
    }
    return switch (format()) {
      case TEXT, SARIF -> Set.of(Verdict.UNPROTECTED, Verdict.MIXED, Verdict.REFUSED);
      case JSON, HTML -> Set.of(Verdict.values());
    };
  }

  /** The sites that the user asked for. */
  Findings select(List<Site> sites) {
    return Findings.of(sites, include, exclude, least, baseline);
  }
}
