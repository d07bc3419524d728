package com.acme.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders whose files are remembered, and followed. */
class FileWatchingTest extends WithServer {

  @TempDir private Path folder;
  private Map<String, Object> argument;

  @BeforeEach
  void name() {
    argument = Map.of("folder", folder.toString());
  }

  @Test
  void remembersWhatIsThere() throws IOException {
    Files.writeString(folder.resolve("tea.txt"), "green tea");
    Files.createDirectory(folder.resolve("below"));

    assertThat(client.call("watch_folder", argument)).containsEntry("new", true);
    assertThat(client.call("watch_folder", argument)).containsEntry("new", false);

    assertThat((List<?>) settled().get("stored")).hasSize(1);
    assertThat(contents("tea")).containsExactly("green tea");
    assertThat(client.statistics("stats")).containsEntry("files_watched", 1);
  }

  @Test
  void followsChanges() throws IOException {
    client.call("watch_folder", argument);
    Path file = folder.resolve("tea.txt");
    Files.writeString(file, "green tea");
    settled();
    Files.writeString(file, "black tea");

    assertThat((List<?>) settled().get("deleted")).isNotEmpty();
    assertThat(contents("tea")).containsExactly("black tea");

    Files.delete(file);
    assertThat(settled()).containsEntry("events", Map.of("deleted", 1));
    assertThat(contents("tea")).isEmpty();
    assertThat(client.statistics("stats")).containsEntry("files_watched", 0);
  }

  @Test
  void needsNobodyWhoAsks() throws IOException {
    client.call("watch_folder", argument);
    Files.writeString(folder.resolve("tea.txt"), "green tea");

    await().untilAsserted(() -> assertThat(contents("tea")).containsExactly("green tea"));
  }

  @Test
  void skipsWhatIsNoText() throws IOException {
    Files.write(folder.resolve("picture"), new byte[] {(byte) 0xff, 0, 1});
    Files.writeString(folder.resolve("blank"), " \n");
    Files.createSymbolicLink(folder.resolve("link"), Path.of("picture"));
    client.call("watch_folder", argument);

    assertThat(settled()).containsEntry("skipped", 2).containsEntry("stored", List.of());
    assertThat(client.statistics("files")).containsEntry("skipped", 2).containsEntry("indexed", 0);
  }

  @Test
  void countsWhatItTells() throws IOException {
    client.call("watch_folder", argument);
    Files.writeString(folder.resolve("a"), "x".repeat(99));
    Files.writeString(folder.resolve("b"), "x ".repeat(500));
    Files.delete(folder.resolve("a"));
    Map<String, Object> news = settled();

    Map<String, Object> files = client.statistics("files");
    assertThat(files).containsEntry("events", news.get("events"));
    assertThat(files).containsEntry("indexed", ((List<?>) news.get("stored")).size());
    assertThat(files).containsEntry("forgotten", ((List<?>) news.get("deleted")).size());
    assertThat((Map<?, ?>) news.get("events"))
        .extracting("created", "deleted")
        .containsExactly(2, 1);
    assertThat((List<?>) files.get("sizes")).element(2).isEqualTo(1);
    assertThat(client.statistics("stats")).containsEntry("files_watched", 1);
  }

  @Test
  void leavesAFolder() throws IOException {
    Files.writeString(folder.resolve("tea.txt"), "green tea");
    client.call("watch_folder", argument);
    settled();

    assertThat(client.call("leave_folder", argument)).containsEntry("stored", List.of());
    assertThat(client.error("settle_folder", argument)).contains("is not watched");
    assertThat(contents("tea")).containsExactly("green tea");
    assertThat(client.statistics("stats")).containsEntry("files_watched", 0);
  }

  @Test
  void beginsWithTheServer() throws IOException {
    Files.writeString(folder.resolve("tea.txt"), "green tea");
    Settings settings = new Settings().watched(List.of(folder.toRealPath()));
    try (MemoryServer other = MemoryServer.start(settings);
        TestClient another = new TestClient(other.url())) {
      another.call("settle_folder", argument);

      assertThat(another.query(Map.of("query", "tea"))).containsExactly("green tea");
    }
  }

  private Map<String, Object> settled() {
    return client.call("settle_folder", argument);
  }

  private List<String> contents(String query) {
    return client.query(Map.of("query", query));
  }
}
