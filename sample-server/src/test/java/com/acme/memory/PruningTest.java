package com.acme.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Forgetting what is old and unused, when a client asks and on a schedule. */
class PruningTest {

  private static final Map<String, Object> ANY_AGE = Map.of("older_than_seconds", 0);

  private MemoryServer server;
  private TestClient client;

  private void start(Settings settings) throws IOException {
    server = MemoryServer.start(settings);
    client = new TestClient(server.url());
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    server.close();
  }

  @Test
  void deletesWhatNoQueryFound() throws IOException {
    start(new Settings());
    client.store("green tea", "used");
    String milk = client.store("cold milk", "unused");
    client.query(Map.of("query", "tea", "tags", List.of("used")));
    waitAMillisecond();

    assertThat(client.call("prune_memories", ANY_AGE))
        .containsEntry("trigger", "tool")
        .containsEntry("pruned", 1)
        .containsEntry("ids", List.of(milk))
        .containsEntry("kept", 1)
        .containsEntry("bytes_freed", 9);
    assertThat(client.status()).containsEntry("memories", 1);
    assertThat(client.statistics("pruner"))
        .isEqualTo(Map.of("runs", 1, "pruned", 1, "kept", 1, "bytes_freed", 9));
  }

  @Test
  void deletesWhatWasSeldomUsedIfAskedTo() throws IOException {
    start(new Settings());
    client.store("green tea");
    client.query(Map.of("query", "tea"));
    waitAMillisecond();

    assertThat(client.call("prune_memories", Map.of("older_than_seconds", 0, "max_uses", 1)))
        .containsEntry("pruned", 1)
        .containsEntry("kept", 0);
  }

  @Test
  void leavesWhatIsYoung() throws IOException {
    start(new Settings());
    client.store("green tea");
    waitAMillisecond();

    assertThat(client.call("prune_memories", Map.of()))
        .containsEntry("pruned", 0)
        .containsEntry("kept", 0);
    assertThat(client.status()).containsEntry("memories", 1);
  }

  @Test
  void runsOnASchedule() throws IOException {
    start(new Settings().pruneEvery(Duration.ofMillis(1)).pruneOlderThan(Duration.ZERO));
    client.store("green tea");

    await().until(() -> client.status().get("memories").equals(0));
    client.call("schedule_pruning", Map.of());

    List<?> runs = (List<?>) client.call("prune_history", Map.of("limit", 10_000)).get("runs");
    assertThat(runs).hasSize((int) client.statistics("pruner").get("runs"));
    assertThat(runs).filteredOn(run -> ((Map<?, ?>) run).get("pruned").equals(1)).hasSize(1);
    assertThat(client.statistics("pruner")).containsEntry("pruned", 1);
  }

  @Test
  void isScheduledByAClient() throws IOException {
    start(new Settings());
    client.store("green tea");
    client.call("schedule_pruning", Map.of("every_millis", 1, "older_than_seconds", 0));

    await().until(() -> client.status().get("memories").equals(0));
  }

  /** A memory is older than 0 seconds in the millisecond after the one in which it was stored. */
  private static void waitAMillisecond() {
    long stored = System.currentTimeMillis();
    await().pollInSameThread().until(() -> System.currentTimeMillis() > stored);
  }
}
