package com.acme.memory.cli;

import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Reports whatever goes wrong as one line on standard error. */
public final class OneLineErrors implements IParameterExceptionHandler, IExecutionExceptionHandler {

  /** Creates the handler; it has no state. */
  public OneLineErrors() {}

  @Override
  public int handleParseException(ParameterException exception, String[] args) {
    print(exception.getCommandLine(), exception.getMessage());
    return ExitCode.USAGE;
  }

  @Override
  public int handleExecutionException(
      Exception exception, CommandLine commandLine, ParseResult parsed) {
    String message = exception.getMessage();
    print(commandLine, message == null ? exception.toString() : message);
    return ExitCode.SOFTWARE;
  }

  private static void print(CommandLine commandLine, String message) {
    commandLine.getErr().println("memory-server: " + message.replaceAll("\\s*\\R\\s*", " "));
  }
}
