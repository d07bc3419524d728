package io.tallyfast.cli;

import io.tallyfast.config.OptionException;
import io.tallyfast.config.Options;
import io.tallyfast.config.Request;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Turns the agent on in a JVM that runs. */
@Command(
    name = "attach",
    description = "Turns the agent on in a JVM that runs already.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    footer = {
      "",
      "Exit status: 0 done, 2 wrong usage or options, 3 something failed, 4 no such JVM,",
      "5 not permitted, 6 the JVM lets no agent in, 7 it is on already."
    })
final class AttachCommand implements Callable<Integer> {
  private static final List<String> FILES = List.of("report", "config");

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "PID", description = "The process; see: tallyfast list")
  private long pid;

  @Parameters(
      index = "1..*",
      paramLabel = "KEY=VALUE",
      description = {
        "Options as behind -javaagent, as in mode=audit. Files are relative to where this",
        "command runs."
      })
  private List<String> options = List.of();

  @Override
  public Integer call() {
    String all = String.join(",", absolute());
    try {
      // Only those given here: the JVM has system properties and an environment of its own.
      Options.read(all, new Properties(), Map.of());
    } catch (OptionException e) {
      Errors.say(spec.commandLine().getErr(), String.valueOf(e.getMessage()));
      return ExitCode.USAGE;
    }
    return AttachRequest.send(spec, pid, Request.Action.ATTACH, all);
  }

  private List<String> absolute() {
    List<String> all = new ArrayList<>();
    for (String option : options) {
      int equals = option.indexOf('=');
      boolean file = equals > 0 && FILES.contains(option.substring(0, equals));
      String value = option.substring(equals + 1);
      all.add(file ? option.substring(0, equals + 1) + Path.of(value).toAbsolutePath() : option);
    }
    return all;
  }
}
