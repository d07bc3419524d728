package io.tallyfast.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An application that runs, to talk to by lines. Not thread-safe. */
public final class RunningJvm implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;

  private final Path err;
  private final Process process;
  private final BufferedReader out;
  private final PrintWriter in;

  private RunningJvm(Path err, Process process) {
    this.err = err;
    this.process = process;
    this.out = process.inputReader();
    this.in = new PrintWriter(process.outputWriter(), true);
  }

  /**
   * Starts an application of the tests' class path, and waits until it prints "ready".
   *
   * @param err where its stderr goes
   */
  public static RunningJvm start(ForkedJvm jvm, Class<?> application, Path err) {
    ProcessBuilder builder = jvm.option("-cp", ForkedJvm.testClasses().toString()).prepare();
    builder.command().add(application.getName());
    try {
      RunningJvm running = new RunningJvm(err, builder.redirectError(err.toFile()).start());
      String first = running.out.readLine();
      if (!"ready".equals(first)) {
        running.close();
        throw new AssertionError("not ready: " + first + "; " + Files.readString(err));
      }
      return running;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its process id. */
  public String pid() {
    return Long.toString(process.pid());
  }

  /** Asks one line, and returns the line that it answers. */
  public String ask(String question) throws IOException {
    in.println(question);
    return out.readLine();
  }

  /** Closes its stdin, waits for its end and returns its exit code. */
  public int end() throws InterruptedException {
    in.close();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("no end within " + PATIENCE_SECONDS + " s");
    }
    return process.exitValue();
  }

  /** The agent's lines on its stderr so far. Newer JVMs warn there of agents that are attached. */
  public List<String> ownLines() throws IOException {
    return Files.readString(err).lines().filter(line -> line.startsWith("tallyfast: ")).toList();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
