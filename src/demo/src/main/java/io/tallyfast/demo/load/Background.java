package io.tallyfast.demo.load;

import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.tallyfast.demo.result.Replies;
import java.util.Map;
import java.util.Set;

/**
 * What is set going before the clients begin, and ended when they are done: a conversation that all
 * of them share, and pruning at short intervals. For one thread.
 */
final class Background {

  private static final int PRUNE_MILLIS = 200;
  private static final int PRUNE_SECONDS = 3;
  private static final int ALL_RUNS = 10_000;

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

  /** Ends it, and notes what happened in between. */
  void end() {
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

  private Map<String, Object> call(String tool, Map<String, Object> arguments) {
    Operation operation = new Operation(tool, arguments);
    CallToolResult result = client.call(operation);
    accountant.note(operation, result);
    return Replies.object(result.structuredContent(), "the reply");
  }

  /** Returns the workload of the client with this number. */
  Workload workload(int number) {
    return new Workload(number, tools, conversation);
  }

  Expectation expected() {
    return accountant.expected();
  }
}
