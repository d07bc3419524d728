package io.tallyfast.demo.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The sample server in a JVM of its own, started and stopped as anybody would. */
public final class ServerProcess implements AutoCloseable {

  private static final long START_SECONDS = 60;
  private static final long STOP_SECONDS = 30;

  private final Process process;
  private final Path errors;
  private final URI url;

  private ServerProcess(Process process, Path errors, URI url) {
    this.process = process;
    this.errors = errors;
    this.url = url;
  }

  /**
   * Starts the server and waits for its address.
   *
   * @param jdk whose {@code bin/java} runs it
   * @param options of the JVM, such as {@code -javaagent:}
   * @param jar the server
   * @param arguments of the server, besides its port
   * @param errors a file for its standard error
   * @throws IOException if it does not come up; the message has the start of its standard error
   */
  public static ServerProcess start(
      Path jdk, List<String> options, Path jar, List<String> arguments, Path errors)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(jdk.resolve("bin").resolve("java").toString());
    command.addAll(options);
    return start(new ProcessBuilder(command), jar, arguments, errors);
  }

  /**
   * Starts the server and waits for its address.
   *
   * @param java runs {@code java}, with its options; the server is added
   * @param jar the server
   * @param arguments of the server, besides its port
   * @param errors a file for its standard error
   * @throws IOException if it does not come up; the message has the start of its standard error
   */
  public static ServerProcess start(
      ProcessBuilder java, Path jar, List<String> arguments, Path errors)
      throws IOException, InterruptedException {
    java.command().addAll(List.of("-jar", jar.toString(), "serve", "--port", "0"));
    java.command().addAll(arguments);
    return start(java, errors);
  }

  /**
   * Starts a server whose whole command line is given, and waits for its address.
   *
   * @param whole runs the server
   * @param errors a file for its standard error
   * @throws IOException if it does not come up; the message has the start of its standard error
   */
  public static ServerProcess start(ProcessBuilder whole, Path errors)
      throws IOException, InterruptedException {
    Process process = whole.redirectError(errors.toFile()).start();
    // A demonstration that is interrupted must not leave a server behind.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "stop-server"));
    try {
      return new ServerProcess(process, errors, URI.create(firstLine(process)));
    } catch (IOException e) {
      process.destroyForcibly().waitFor();
      String said = Files.readAllLines(errors).stream().findFirst().orElse("nothing");
      throw new IOException(e.getMessage() + "; it said, in " + errors + ": " + said, e);
    }
  }

  private static String firstLine(Process process) throws IOException, InterruptedException {
    CompletableFuture<String> line = CompletableFuture.supplyAsync(() -> read(process));
    try {
      String address = line.get(START_SECONDS, TimeUnit.SECONDS);
      if (address == null) {
        throw new IOException("the server ended before it printed its address");
      }
      if (!address.startsWith("http://")) {
        throw new IOException("the server printed no address but: " + address);
      }
      return address;
    } catch (ExecutionException e) {
      throw new IOException("the server's output could not be read", e.getCause());
    } catch (TimeoutException e) {
      throw new IOException("the server printed no address within " + START_SECONDS + " s", e);
    }
  }

  private static String read(Process process) {
    try {
      BufferedReader output = process.inputReader(Charset.defaultCharset());
      return output.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the number of its process, as commands take it. */
  public String pid() {
    return Long.toString(process.pid());
  }

  /** Returns the address of its MCP endpoint. */
  public URI url() {
    return url;
  }

  /**
   * Stops it by SIGTERM, as an operator would, and waits.
   *
   * @return the lines of its standard error
   */
  public List<String> stop() throws IOException, InterruptedException {
    process.destroy();
    if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
      throw new IOException("the server did not stop within " + STOP_SECONDS + " s");
    }
    return Files.readAllLines(errors);
  }

  /** Ends it, whatever it takes; does nothing if it has been stopped. */
  @Override
  public void close() {
    process.destroyForcibly();
  }
}
