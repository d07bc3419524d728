package io.tallyfast.cli;

import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line: {@code java -jar tallyfast.jar}. */
@Command(
    name = "tallyfast",
    description = "Makes the statistics of unmodified servers come out right.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "As an agent: java -javaagent:tallyfast.jar -jar server.jar",
      "Statuses: 0 success, 1 unprotected sites were found, 2 wrong usage, 3 something could not be"
          + " read; each command has the rest."
    })
public final class Main implements Runnable {
  /** In the order in which they are listed. */
  private static final String[] COMMANDS = {
    "audit", "merge", "list", "attach", "report", "reset", "detach"
  };

  @Spec private CommandSpec spec;

  /** Runs a command and exits with its status. */
  public static void main(String[] args) {
    System.exit(OwnJvm.isFor(args) ? elsewhere(args) : execute(args));
  }

  private static int elsewhere(String... args) {
    try {
      return OwnJvm.run(args);
    } catch (IOException e) {
      // Then here: it takes longer, and finds the same.
      return execute(args);
    }
  }

  /** Runs a command in this JVM, and returns its status. */
  static int execute(String... args) {
    return commandLine(args).execute(args);
  }

  /**
   * The command line, which tells errors in one line each. Reading what all commands take is a good
   * part of a short run, so where the first argument names one, it knows that one only.
   */
  static CommandLine commandLine(String... args) {
    CommandLine line = new CommandLine(new Main());
    Class<?> named = args.length == 0 ? null : named(args[0]);
    if (named != null) {
      line.addSubcommand(named);
    } else {
      for (String name : COMMANDS) {
        line.addSubcommand(named(name));
      }
    }
    return line.setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Errors::wrongUsage)
        .setExecutionExceptionHandler(Errors::failed);
  }

  private static Class<?> named(String command) {
    return switch (command) {
      case "audit" -> AuditCommand.class;
      case "merge" -> MergeCommand.class;
      case "list" -> ListCommand.class;
      case "attach" -> AttachCommand.class;
      case "report" -> ReportCommand.class;
      case "reset" -> ResetCommand.class;
      case "detach" -> DetachCommand.class;
      default -> null;
    };
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command is given");
  }

  /** The version in the jar's manifest. */
  static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "unknown" : version;
  }

  /** Tells picocli the version. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"tallyfast " + version()};
    }
  }
}
