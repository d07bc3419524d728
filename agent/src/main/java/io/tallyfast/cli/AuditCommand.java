package io.tallyfast.cli;

import io.tallyfast.audit.Audit;
import io.tallyfast.audit.AuditResult;
import io.tallyfast.audit.Findings;
import io.tallyfast.audit.Problem;
import io.tallyfast.report.Summary;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Reports the sites of class files, without running anything. */
@Command(
    name = "audit",
    description = "Finds updates of statistics that threads can lose, without running anything.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    subcommands = ExplainCommand.class,
    footer = {
      "",
      "Exit status: 0 no unprotected site, 1 unprotected sites that the baseline does not accept,",
      "2 wrong usage, 3 something could not be read (all else was audited).",
    })
final class AuditCommand implements Callable<Integer> {
  private static final int FOUND = 1;

  @Spec private CommandSpec spec;
  @Mixin private AuditOptions options;

  @Override
  public Integer call() throws Exception {
    options.check(spec.commandLine());
    AuditResult result = audit();
    PrintWriter err = spec.commandLine().getErr();
    for (Problem problem : result.problems()) {
      Errors.say(err, problem.toString());
    }
    int unnamed = result.problemCount() - result.problems().size();
    if (unnamed > 0) {
      Errors.say(err, "and " + unnamed + " more that could not be read");
    }
    for (String repeated : result.repeated()) {
      Errors.say(err, "passed over " + repeated);
    }
    return report(result);
  }

  private AuditResult audit() {
    try (ProgressBar progress = ProgressBar.onTerminal()) {
      return new Audit(options.paths(), progress).run();
    }
  }

  private int report(AuditResult result) throws IOException {
    Findings findings = options.select(result.sites());
    Summary summary = findings.summary(Main.version(), result);
    ReportOutput output = new ReportOutput(options, spec.commandLine());
    if (!output.baseline(findings) || !output.report(summary, findings)) {
      return ExitCode.USAGE;
    }
    if (result.problemCount() > 0) {
      return Errors.UNREADABLE;
    }
    return findings.losing() > 0 ? FOUND : ExitCode.OK;
  }
}
