package com.acme.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memories on disk outlive the server. */
class PersistenceTest {

  @TempDir private Path folder;

  @Test
  void findsMemoriesAfterARestart() throws IOException {
    String deleted;
    try (MemoryServer server = MemoryServer.start(0, folder);
        TestClient client = new TestClient(server.url())) {
      client.store("The key is under the mat", "home");
      deleted = client.store("The key is in the shed", "home");
      client.delete(deleted);
    }
    try (MemoryServer server = MemoryServer.start(0, folder);
        TestClient client = new TestClient(server.url())) {
      assertThat(client.query(Map.of("query", "key"))).containsExactly("The key is under the mat");
      assertThat(client.delete(deleted)).isFalse();
    }
  }

  @Test
  void refusesAFolderInUse() throws IOException {
    try (MemoryServer first = MemoryServer.start(0, folder)) {
      assertThat(first.url()).isNotEmpty();
      assertThatThrownBy(() -> MemoryServer.start(0, folder))
          .isInstanceOf(UncheckedIOException.class);
    }
  }

  @Test
  void refusesAPortInUseAndLetsTheFolderGo() throws IOException {
    try (MemoryServer first = MemoryServer.start(0, null)) {
      int port = URI.create(first.url()).getPort();
      assertThatThrownBy(() -> MemoryServer.start(port, folder)).isInstanceOf(IOException.class);
    }
    try (MemoryServer second = MemoryServer.start(0, folder)) {
      assertThat(second.url()).startsWith("http://127.0.0.1:");
    }
  }
}
