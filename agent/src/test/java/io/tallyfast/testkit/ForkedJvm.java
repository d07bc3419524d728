package io.tallyfast.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Runs a program of a JDK in a process of its own, without the environment's Java options. Not
 * thread-safe; each of the methods that describe the run changes this object and returns it.
 */
public final class ForkedJvm {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final String program;
  private final List<String> options = new ArrayList<>();
  private final List<String> arguments = new ArrayList<>();
  private final Map<String, String> environment = new TreeMap<>();
  private Duration timeout = PATIENCE;

  private ForkedJvm(String program) {
    this.program = program;
  }

  /** A run of {@code java}. */
  public static ForkedJvm java(Jdk jdk) {
    return new ForkedJvm(jdk.program("java"));
  }

  /** A run of another program of the JDK, as in {@code keytool}. */
  public static ForkedJvm tool(Jdk jdk, String program) {
    return new ForkedJvm(jdk.program(program));
  }

  /** The jar under test. */
  public static Path agentJar() {
    return Path.of(System.getProperty("tallyfast.jar", "target/tallyfast.jar")).toAbsolutePath();
  }

  /** The folder with the classes of the tests, applications among them. */
  public static Path testClasses() {
    String folder = System.getProperty("tallyfast.test.classes", "target/test-classes");
    return Path.of(folder).toAbsolutePath();
  }

  /** Gives the agent without arguments. */
  public ForkedJvm agent() {
    return option("-javaagent:" + agentJar());
  }

  /** Gives the agent with arguments. */
  public ForkedJvm agent(String agentArguments) {
    return option("-javaagent:" + agentJar() + "=" + agentArguments);
  }

  /** Adds an option of the JVM. */
  public ForkedJvm option(String... more) {
    options.addAll(Arrays.asList(more));
    return this;
  }

  /** Sets a variable of the environment. */
  public ForkedJvm variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Gives up after this time. */
  public ForkedJvm timeout(Duration patience) {
    this.timeout = patience;
    return this;
  }

  /** Runs an application of the tests' class path. */
  public Result run(Class<?> application, String... args) {
    option("-cp", testClasses().toString());
    arguments.add(application.getName());
    return run(args);
  }

  /** Runs with these arguments behind the options. */
  public Result run(String... args) {
    arguments.addAll(Arrays.asList(args));
    try {
      return fork();
    } catch (IOException e) {
      throw new IllegalStateException("cannot run " + program, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while running " + program, e);
    }
  }

  /** Prepares the process for a caller that talks to it while it runs, and ends it. */
  public ProcessBuilder prepare() {
    List<String> command = new ArrayList<>();
    command.add(program);
    command.addAll(options);
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    builder.environment().putAll(environment);
    return builder;
  }

  /** Through files rather than pipes: nothing has to be read while the process runs. */
  private Result fork() throws IOException, InterruptedException {
    Path out = Files.createTempFile("forked", ".out");
    Path err = Files.createTempFile("forked", ".err");
    try {
      ProcessBuilder builder = prepare();
      Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
        throw new AssertionError("no end within " + timeout + ": " + builder.command());
      }
      return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      Files.deleteIfExists(out);
      Files.deleteIfExists(err);
    }
  }

  /**
   * What a process left behind.
   *
   * @param exitCode its exit code
   * @param out all of its stdout
   * @param err all of its stderr
   */
  public record Result(int exitCode, String out, String err) {
    /** The lines of stderr. */
    public List<String> errLines() {
      return err.lines().toList();
    }

    /** The last line of stderr; empty when there is none. */
    public String lastErrLine() {
      List<String> lines = errLines();
      return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }
  }
}
