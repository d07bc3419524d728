package io.tallyfast.cli;

import io.tallyfast.config.Request;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks the agent in a JVM for something that needs no further word. */
@Command(
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    usageHelpAutoWidth = true,
    footer = {
      "",
      "Exit status: 0 done, 2 wrong usage, 3 something failed, 4 no such JVM, 5 not permitted,",
      "6 the JVM lets no agent in, 7 it is not on."
    })
abstract class ActionCommand implements Callable<Integer> {
  private final Request.Action action;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PID", description = "The process; see: tallyfast list")
  private long pid;

  ActionCommand(Request.Action action) {
    this.action = action;
  }

  @Override
  public Integer call() {
    return AttachRequest.send(spec, pid, action, "");
  }
}
