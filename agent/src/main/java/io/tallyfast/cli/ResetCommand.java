package io.tallyfast.cli;

import io.tallyfast.config.Request;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Has the agent in a JVM count from zero. */
@Command(
    name = "reset",
    description = "Has the agent in a running JVM count from zero, to measure from now on.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    usageHelpAutoWidth = true,
    footer = {
      "",
      "Exit status: 0 done, 2 wrong usage, 3 something failed, 4 no such JVM, 5 not permitted,",
      "6 the JVM lets no agent in, 7 it is not on."
    })
final class ResetCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PID", description = "The process; see: tallyfast list")
  private long pid;

  @Override
  public Integer call() {
    return AttachRequest.send(spec, pid, Request.Action.RESET, "");
  }
}
