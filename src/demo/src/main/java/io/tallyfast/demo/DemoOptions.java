package io.tallyfast.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options of the demonstration. */
final class DemoOptions {

  private static final String SUGGESTERS = "4";
  private static final int FIRST_WITH_VIRTUAL_THREADS = 21;

  @Option(
      names = "--clients",
      paramLabel = "N",
      defaultValue = "16",
      description = "How many clients work at once (default: ${DEFAULT-VALUE}).")
  int clients;

  @Option(
      names = "--requests",
      paramLabel = "N",
      defaultValue = "2000",
      description =
          "How many calls they make in the main part of each run; the rest goes along with it (default: ${DEFAULT-VALUE}).")
  int requests;

  @Option(
      names = "--threads",
      paramLabel = "KIND",
      defaultValue = "platform",
      description =
          "What serves requests: ${COMPLETION-CANDIDATES}; virtual ones need a Java 21 or newer"
              + " (default: ${DEFAULT-VALUE}).")
  Threads threads;

  @Option(
      names = "--open",
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "false",
      description = "Open the page when it is written; where nothing can, its path is all.")
  boolean open;

  @Option(
      names = "--jdk",
      paramLabel = "PATH",
      description = "The Java that runs the server (default: the one that runs this).")
  Path jdk;

  @Option(
      names = "--agent",
      paramLabel = "JAR",
      defaultValue = "agent/target/tallyfast.jar",
      description = "The agent (default: ${DEFAULT-VALUE}).")
  Path agent;

  @Option(
      names = "--server",
      paramLabel = "JAR",
      defaultValue = "sample-server/target/sample-server.jar",
      description = "The server (default: ${DEFAULT-VALUE}).")
  Path server;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      defaultValue = "target/demo",
      description =
          "Where index.html, demo.json and the agent's report go (default: ${DEFAULT-VALUE}).")
  Path output;

  @Option(
      names = "--measure",
      paramLabel = "N",
      defaultValue = "0",
      description = "Only measure the loss without the agent, this many times.")
  int measure;

  /** What serves requests. In lower case, as on the command line. */
  enum Threads {
    platform,
    virtual
  }

  /** Returns the options of the server besides its port. */
  List<String> ofServer() {
    return List.of("--threads", threads.name(), "--suggesters", SUGGESTERS);
  }

  /** Fills in what was not given, and checks the rest. */
  void complete(CommandSpec spec) {
    if (jdk == null || jdk.toString().isBlank()) {
      jdk = Path.of(System.getProperty("java.home"));
    }
    check(spec, clients >= 1 && clients <= 200, "--clients must be from 1 to 200");
    check(spec, requests >= clients, "--requests must be at least the number of clients");
    check(spec, measure >= 0, "--measure must not be negative");
    check(
        spec,
        Files.isExecutable(jdk.resolve("bin").resolve("java")),
        "--jdk must have bin/java, and " + jdk + " has not");
    check(
        spec,
        threads == Threads.platform || Jdk.feature(jdk) >= FIRST_WITH_VIRTUAL_THREADS,
        "--threads=virtual needs a Java 21 or newer, and " + jdk + " is " + Jdk.version(jdk));
    check(spec, Files.isRegularFile(server), "--server: there is no file " + server);
  }

  private static void check(CommandSpec spec, boolean right, String message) {
    if (!right) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }
}
