package com.acme.memory.cli;

import com.acme.memory.MemoryServer;
import com.acme.memory.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.util.VirtualThreads;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code serve}: starts the server, prints its address, and runs until stopped. */
@Command(
    name = "serve",
    description = "Starts the server on the loopback address and prints its URL.",
    mixinStandardHelpOptions = true)
public final class ServeCommand implements Callable<Integer> {

  /** A constant, because a logger that nobody holds forgets its level. */
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  private static final int LAST_PORT = 65_535;

  @Spec private CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "0",
      description = "The port to listen on; 0, the default, picks a free one.")
  private int port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The folder for the memories; without it they end with the process.")
  private Path data;

  @Option(
      names = "--threads",
      paramLabel = "KIND",
      defaultValue = "platform",
      description =
          "What serves requests: ${COMPLETION-CANDIDATES}; virtual ones need Java 21 or newer.")
  private ThreadKind threads;

  @Mixin private BackgroundOptions background;

  /** Creates the command; its fields are set from the command line. */
  public ServeCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    check();
    // Lucene recommends JVM options that this server does not need.
    LUCENE.setLevel(Level.SEVERE);
    MemoryServer server = MemoryServer.start(settings());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "shutdown"));
    spec.commandLine().getOut().println(server.url());
    spec.commandLine().getOut().flush();
    server.join();
    return 0;
  }

  private Settings settings() {
    return background.addTo(
        new Settings().port(port).data(data).virtualThreads(threads == ThreadKind.virtual));
  }

  private void check() {
    if (port < 0 || port > LAST_PORT) {
      throw wrong("--port must be from 0 to " + LAST_PORT + ", not " + port);
    }
    if (threads == ThreadKind.virtual && !VirtualThreads.areSupported()) {
      throw wrong("--threads=virtual needs Java 21 or newer, and this is " + Runtime.version());
    }
    background.check(spec);
    if (data != null && Files.exists(data) && !Files.isDirectory(data)) {
      throw wrong("--data must be a folder, and " + data + " is not");
    }
    if (data != null) {
      makeFolder();
    }
  }

  private void makeFolder() {
    try {
      Files.createDirectories(data);
    } catch (IOException e) {
      throw wrong("--data " + data + " cannot be created: " + e);
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private void stop(MemoryServer server) {
    try {
      server.close();
    } catch (IOException | RuntimeException e) {
      spec.commandLine().getErr().println("memory-server: did not stop cleanly: " + e);
    }
  }
}
