package io.tallyfast.demo;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line of the demonstration. */
@Command(
    name = "tallyfast-demo",
    description =
        "Shows that the statistics of an unmodified server lose updates, and with the agent none.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {
      "0:lost updates without the agent, and none with it",
      "1:anything else",
      "2:wrong usage"
    })
public final class DemoCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private DemoOptions options;

  private DemoCommand() {}

  /** Runs the demonstration and exits with its status. */
  public static void main(String[] args) {
    System.exit(execute(args));
  }

  /** Runs the demonstration and returns its exit status. */
  static int execute(String... args) {
    return new CommandLine(new DemoCommand())
        .setParameterExceptionHandler(
            (e, ignored) -> {
              e.getCommandLine().getErr().println("tallyfast-demo: " + e.getMessage());
              return ExitCode.USAGE;
            })
        .setExecutionExceptionHandler(
            (e, commandLine, ignored) -> {
              commandLine.getErr().println("tallyfast-demo: " + describe(e));
              return ExitCode.SOFTWARE;
            })
        .execute(args);
  }

  /** A message that was written for people goes without its class; any other needs it. */
  private static String describe(Exception e) {
    return e instanceof IOException && e.getMessage() != null ? e.getMessage() : e.toString();
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    options.complete(spec);
    Demo demo = new Demo(options, System.out, System.err);
    boolean shown = options.measure > 0 ? demo.measure(options.measure) : demo.run();
    return shown ? ExitCode.OK : ExitCode.SOFTWARE;
  }
}
