package io.tallyfast.cli;

import io.tallyfast.config.KnownOptions;
import io.tallyfast.config.Request;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Has the agent in a JVM write its report now. */
@Command(
    name = "report",
    description = "Has the agent in a running JVM write its report now; it stays on.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    usageHelpAutoWidth = true,
    footer = {
      "",
      "Exit status: 0 done, 2 wrong usage, 3 the file cannot be written, 4 no such JVM,",
      "5 not permitted, 6 the JVM lets no agent in, 7 the agent is not on."
    })
final class ReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "PID", description = "The process; see: tallyfast list")
  private long pid;

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description =
          "Where the report goes. The ending gives the format: .txt, .json, .sarif, .html")
  private Path file;

  @Override
  public Integer call() {
    CommandLine command = spec.commandLine();
    if (KnownOptions.REPORT_ENDINGS.stream().noneMatch(file.toString()::endsWith)) {
      String endings = String.join(" ", KnownOptions.REPORT_ENDINGS);
      throw new ParameterException(command, "the report must end in one of " + endings);
    }
    return AttachRequest.send(spec, pid, Request.Action.REPORT, file.toAbsolutePath().toString());
  }
}
