package io.tallyfast.it;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** One conversation with the sample server, whose turns it counts. Thread-safe. */
final class Talk {
  private final Calls calls;
  private final String id;

  /** Begins a conversation. */
  Talk(Calls calls) {
    this.calls = calls;
    this.id = (String) calls.call("start_conversation", Map.of()).get("conversation");
  }

  /** One increment: a turn of two words. */
  void say() {
    sayLater().join();
  }

  /** The same, without waiting for it. */
  CompletableFuture<Map<String, Object>> sayLater() {
    return calls.send(
        "add_turn", Map.of("conversation", id, "role", "user", "text", "hello there"));
  }

  /** So many increments in one request, so that requests meet each other for sure. */
  CompletableFuture<Map<String, Object>> sayMuchLater(int turns) {
    String transcript = "user: hello there\n".repeat(turns);
    return calls.send("import_transcript", Map.of("conversation", id, "transcript", transcript));
  }

  /** The turns that the server has counted in all its conversations. */
  int turns() {
    return (int) calls.statistics("conversations").get("turns");
  }

  /** The largest number of turns that the server has seen in a conversation. */
  int maxTurns() {
    return (int) calls.statistics("conversations").get("max_turns");
  }

  /** The turns that the server has counted in this conversation. */
  int turnsHere() {
    Map<String, Object> sessions =
        Calls.object(calls.statistics("conversations").get("by_session"));
    return (int) Calls.object(sessions.get(id)).get("turns");
  }
}
