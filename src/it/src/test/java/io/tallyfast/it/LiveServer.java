package io.tallyfast.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The sample server in a process of its own, with options of the test's choice. */
final class LiveServer implements AutoCloseable {
  /** The jar that the build made. */
  static final Path JAR = Path.of(System.getProperty("sample.server"));

  private static final long PATIENCE_SECONDS = 60;

  private final Process process;
  private final BufferedReader output;
  private final Path errors;
  private final URI url;

  private LiveServer(Process process, Path errors) throws IOException {
    this.process = process;
    this.errors = errors;
    this.output = process.inputReader();
    String address = output.readLine();
    if (address == null) {
      throw new IOException("the server printed no address: " + Files.readString(errors));
    }
    this.url = URI.create(address);
  }

  /**
   * Starts the server from its jar and waits for its address.
   *
   * @param java runs {@code java}, with its options
   * @param folder where its standard error goes
   * @param options of the command {@code serve}
   */
  static LiveServer start(ProcessBuilder java, Path folder, String... options) throws IOException {
    java.command().addAll(List.of("-jar", JAR.toString(), "serve"));
    java.command().addAll(List.of(options));
    return startWhole(java, folder);
  }

  /** Starts a server whose whole command line is given, and waits for its address. */
  static LiveServer startWhole(ProcessBuilder whole, Path folder) throws IOException {
    Path errors = folder.resolve("server.err");
    Process process = whole.redirectError(errors.toFile()).start();
    try {
      return new LiveServer(process, errors);
    } catch (IOException | RuntimeException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  URI url() {
    return url;
  }

  String pid() {
    return Long.toString(process.pid());
  }

  /** Stops it by SIGTERM, and returns the lines of its standard error. */
  List<String> stop() throws IOException, InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IOException("the server did not stop within " + PATIENCE_SECONDS + " s");
    }
    return Files.readAllLines(errors);
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    output.close();
  }
}
