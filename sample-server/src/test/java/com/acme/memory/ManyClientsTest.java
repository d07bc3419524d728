package com.acme.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Many clients at once: every request is answered, and every memory kept. */
class ManyClientsTest {

  private static final int CLIENTS = 8;
  private static final int MEMORIES = 20;

  @Test
  void answersAllOfThem() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    try (MemoryServer server = MemoryServer.start(0, null)) {
      List<Callable<Integer>> work = new ArrayList<>();
      for (int number = 0; number < CLIENTS; number++) {
        String name = "client" + number;
        work.add(() -> storeAndFind(server.url(), name));
      }
      for (Future<Integer> found : threads.invokeAll(work)) {
        assertThat(found.get()).isEqualTo(MEMORIES);
      }
      try (TestClient client = new TestClient(server.url())) {
        assertThat(client.status()).containsEntry("memories", CLIENTS * MEMORIES);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static int storeAndFind(String url, String name) {
    try (TestClient client = new TestClient(url)) {
      for (int i = 0; i < MEMORIES; i++) {
        client.store(name + " remembers number " + i, name);
        client.query(Map.of("query", "number " + i));
      }
      // A deletion waits for all writes, so the query after it sees every memory.
      client.delete("nothing");
      return client.query(Map.of("query", "number", "tags", List.of(name), "limit", 100)).size();
    }
  }
}
