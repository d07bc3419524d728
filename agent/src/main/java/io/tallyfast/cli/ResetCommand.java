package io.tallyfast.cli;

import io.tallyfast.config.Request;
import picocli.CommandLine.Command;

/** Has the agent in a JVM count from zero. */
@Command(
    name = "reset",
    description = "Has the agent in a running JVM count from zero, to measure from now on.")
final class ResetCommand extends ActionCommand {
  ResetCommand() {
    super(Request.Action.RESET);
  }
}
