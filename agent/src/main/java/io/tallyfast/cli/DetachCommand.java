package io.tallyfast.cli;

import io.tallyfast.config.Request;
import picocli.CommandLine.Command;

/** Turns the agent off in a JVM that runs on. */
@Command(
    name = "detach",
    description = "Turns the agent off: each class gets the bytecode back that it had.")
final class DetachCommand extends ActionCommand {
  DetachCommand() {
    super(Request.Action.DETACH);
  }
}
