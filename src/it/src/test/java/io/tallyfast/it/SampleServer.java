package io.tallyfast.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.demo.load.LoadDriver;
import io.tallyfast.demo.load.ServerProcess;
import io.tallyfast.demo.result.RunResult;
import io.tallyfast.testkit.ForkedJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Runs the sample server as a user would: start, use, SIGTERM. Stateless. */
final class SampleServer {
  /** The jar that the build made. */
  static final Path JAR = Path.of(System.getProperty("sample.server"));

  private static final int CLIENTS = 8;
  private static final int MANY = 240;
  private static final int FEW = 3;

  private SampleServer() {}

  /**
   * What came of a run.
   *
   * @param result what the clients saw, and the counters at the end
   * @param errors the lines of standard error
   */
  record Run(RunResult result, List<String> errors) {
    /**
     * What Tallyfast says. A server that is not guarded may have to say more: now and then one of
     * its answers fails while another thread changes a map that is being written.
     */
    List<String> ofTallyfast() {
      return SampleServer.ofTallyfast(errors);
    }
  }

  /**
   * A server that runs.
   *
   * @param java runs {@code java}, with its options
   * @param folder where its standard error goes
   * @param options of the command {@code serve}
   */
  static ServerProcess start(ProcessBuilder java, Path folder, String... options)
      throws IOException, InterruptedException {
    return ServerProcess.start(java, JAR, List.of(options), folder.resolve("server.err"));
  }

  /** A run under a load that makes an unguarded server lose a good part of its counts. */
  static Run underLoad(ForkedJvm java, Path folder) throws IOException, InterruptedException {
    try (ServerProcess server = start(java.prepare(), folder, "--suggesters", "2")) {
      LoadDriver driver = new LoadDriver(CLIENTS, MANY, () -> {});
      RunResult result = driver.run(server.url(), true);
      return new Run(result, server.stop());
    }
  }

  /**
   * What Tallyfast says when a server ends that was asked a few times, one after the other, and
   * counted each time.
   */
  static List<String> briefly(ForkedJvm java, Path folder)
      throws IOException, InterruptedException {
    try (ServerProcess server = start(java.prepare(), folder)) {
      Talk talk = new Talk(new Calls(server.url()));
      for (int i = 0; i < FEW; i++) {
        talk.say();
      }
      assertThat(talk.turns()).isEqualTo(FEW);
      return ofTallyfast(server.stop());
    }
  }

  private static List<String> ofTallyfast(List<String> errors) {
    return errors.stream().filter(line -> line.startsWith("tallyfast: ")).toList();
  }

  /**
   * A run whose statistics a client looks at all the time while others work, until one answer is
   * wrong, or each of the others has sent so many requests.
   */
  static StatusWatch watched(ForkedJvm java, Path folder, int requests)
      throws IOException, InterruptedException {
    try (ServerProcess server = start(java.prepare(), folder)) {
      StatusWatch watch = new StatusWatch(server.url(), requests);
      watch.run();
      return watch;
    }
  }
}
