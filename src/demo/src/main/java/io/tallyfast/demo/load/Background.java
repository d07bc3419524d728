package io.tallyfast.demo.load;

import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.tallyfast.demo.result.Replies;
import java.util.Map;
import java.util.Set;

/**
 * What is set going before the clients begin, and ended when they are done: a conversation that all
 * of them share, pruning at short intervals, and suggestions that nobody asked for. For one thread.
 */
final class Background {

  private static final int PRUNE_MILLIS = 200;
  private static final int PRUNE_SECONDS = 3;
  private static final int ALL_RUNS = 10_000;
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  private final Client client;
  private final Set<String> tools;
  private final Accountant accountant = new Accountant();
  private String conversation;

  Background(Client client) {
    this.client = client;
    this.tools = client.tools();
  }

  /** Begins what the server has tools for. */
  void begin() {
    if (tools.contains(Tools.START)) {
      conversation = (String) call(Tools.START, Map.of()).get("conversation");
    }
    schedulePruning(PRUNE_MILLIS);
  }

  /** Ends the pruning, and notes what it did. */
  void endPruning() {
    schedulePruning(0);
    if (tools.contains(Tools.PRUNE_HISTORY)) {
      call(Tools.PRUNE_HISTORY, Map.of("limit", ALL_RUNS));
    }
  }

  private void schedulePruning(int millis) {
    if (tools.contains(Tools.PRUNE_SCHEDULE)) {
      call(
          Tools.PRUNE_SCHEDULE,
          Map.of("every_millis", millis, "older_than_seconds", PRUNE_SECONDS));
    }
  }

  /** Waits until these turns of each conversation were looked at, and notes what came of it. */
  void awaitSuggestions(Map<String, Double> watched) {
    if (tools.contains(Tools.PUSHED)) {
      ProactiveAccount account = new ProactiveAccount(accountant.expected());
      watched.forEach((id, turns) -> account.pushed(turns, whenNothingWaits(id)));
    }
  }

  private Map<String, Object> whenNothingWaits(String id) {
    long begin = System.nanoTime();
    Map<String, Object> reply = call(Tools.PUSHED, Map.of("conversation", id));
    while (Replies.number(reply, "waiting") > 0) {
      if (System.nanoTime() - begin > PATIENCE_NANOS) {
        throw new IllegalStateException("turns are waiting for ever: " + reply);
      }
      reply = call(Tools.PUSHED, Map.of("conversation", id));
    }
    return reply;
  }

  private Map<String, Object> call(String tool, Map<String, Object> arguments) {
    Operation operation = new Operation(tool, arguments);
    CallToolResult result = client.call(operation);
    accountant.note(operation, result);
    return Replies.object(result.structuredContent(), "the reply");
  }

  /** Returns the names of all tools of the server. */
  Set<String> tools() {
    return tools;
  }

  /** Returns the conversation that all clients share; null if the server knows none. */
  String conversation() {
    return conversation;
  }

  Expectation expected() {
    return accountant.expected();
  }
}
