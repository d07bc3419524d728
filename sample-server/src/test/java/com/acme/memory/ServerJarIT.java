package com.acme.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar that people run: what it prints, how it stops, what is in it. */
class ServerJarIT {

  private static final Path JAR = Path.of(System.getProperty("server.jar"));
  private static final int ENDED_BY_SIGTERM = 128 + 15;

  @TempDir private Path folder;
  private final List<Process> processes = new ArrayList<>();

  @AfterEach
  void end() {
    processes.forEach(Process::destroyForcibly);
  }

  @Test
  void printsItsAddressAndNothingElse() throws IOException {
    Process process = serve();
    try (TestClient client = new TestClient(url())) {
      client.store("quiet");
      client.query(Map.of("query", "quiet"));
    }
    stop(process);

    assertThat(Files.readString(folder.resolve("out"))).matches("http://127.0.0.1:\\d+/mcp\\R");
    assertThat(folder.resolve("err")).isEmptyFile();
  }

  @Test
  void stopsBySigtermAndKeepsTheMemories() throws IOException {
    Process process = serve("--data", folder.resolve("data").toString());
    try (TestClient client = new TestClient(url())) {
      client.store("kept");
      // With a session still open, as clients leave them.
      stop(process);
    }
    assertThat(process.exitValue()).isEqualTo(ENDED_BY_SIGTERM);

    serve("--data", folder.resolve("data").toString());
    try (TestClient client = new TestClient(url())) {
      assertThat(client.query(Map.of("query", "kept"))).containsExactly("kept");
    }
  }

  @Test
  void exitsWithStatus2AfterWrongUsage() throws IOException {
    Process process = run(List.of("serve", "--port", "none"));
    await().atMost(Duration.ofSeconds(30)).until(() -> !process.isAlive());

    assertThat(process.exitValue()).isEqualTo(2);
    assertThat(Files.readAllLines(folder.resolve("err"))).hasSize(1);
  }

  @Test
  void holdsNoSignaturesAndNoModuleDescriptors() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile());
        Stream<JarEntry> entries = jar.stream()) {
      assertThat(entries.map(JarEntry::getName))
          .noneMatch(name -> name.endsWith("module-info.class"))
          .noneMatch(name -> name.matches("META-INF/.*\\.(SF|DSA|RSA)"))
          .contains("META-INF/services/org.apache.lucene.codecs.Codec");
    }
  }

  private Process serve(String... options) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("serve"));
    arguments.addAll(List.of(options));
    Process process = run(arguments);
    await().atMost(Duration.ofSeconds(60)).until(() -> Files.size(folder.resolve("out")) > 0);
    return process;
  }

  private Process run(List<String> arguments) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command = new ArrayList<>(List.of(java.toString(), "-jar", JAR.toString()));
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile())
            .start();
    processes.add(process);
    return process;
  }

  private static void stop(Process process) {
    process.destroy();
    await().atMost(Duration.ofSeconds(20)).until(() -> !process.isAlive());
  }

  private String url() throws IOException {
    return Files.readString(folder.resolve("out")).strip();
  }
}
