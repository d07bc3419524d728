package com.acme.memory;

import com.acme.memory.cli.OneLineErrors;
import com.acme.memory.cli.ServeCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: exit status 0 for success, 1 for trouble, 2 for wrong usage. */
@Command(
    name = "memory-server",
    description = "A memory server for assistants, speaking the Model Context Protocol.",
    mixinStandardHelpOptions = true,
    version = "1.0.0",
    subcommands = ServeCommand.class,
    synopsisSubcommandLabel = "COMMAND")
public final class Main {

  private Main() {}

  /** Runs the command and exits. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    OneLineErrors errors = new OneLineErrors();
    return new CommandLine(new Main())
        .setParameterExceptionHandler(errors)
        .setExecutionExceptionHandler(errors);
  }
}
