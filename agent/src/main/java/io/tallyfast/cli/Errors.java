package io.tallyfast.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells an error in one line that says what to do. Stateless. */
final class Errors {
  /** Exit status: something could not be read. */
  static final int UNREADABLE = 3;

  private Errors() {}

  /** For picocli: the arguments make no sense. */
  static int wrongUsage(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    String hint = "; see " + command.getCommandSpec().qualifiedName() + " --help";
    say(command.getErr(), message(e) + hint);
    return CommandLine.ExitCode.USAGE;
  }

  private static String message(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      List<String> similar = unmatched.getSuggestions();
      String suggestion = similar.isEmpty() ? "" : "; did you mean " + similar.get(0) + "?";
      return "unknown argument " + String.join(" ", unmatched.getUnmatched()) + suggestion;
    }
    String message = String.valueOf(e.getMessage());
    return Character.toLowerCase(message.charAt(0)) + message.substring(1);
  }

  /** For picocli: a command threw an exception that it did not foresee. */
  static int failed(Exception e, CommandLine command, ParseResult parsed) {
    say(command.getErr(), "failed: " + e + "; please report this with what was audited");
    return UNREADABLE;
  }

  /** Writes one line. */
  static void say(PrintWriter err, String message) {
    err.println("tallyfast: " + message.replace('\r', ' ').replace('\n', ' '));
    err.flush();
  }
}
