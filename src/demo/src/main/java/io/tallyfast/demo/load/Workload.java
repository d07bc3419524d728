package io.tallyfast.demo.load;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * What one client does: a repeatable mixture of all tools that the server offers. It deletes only
 * what itself stored, and once; it talks in conversations of its own, and in one that all share.
 * For one thread.
 */
final class Workload {

  private static final int STORE_PERCENT = 36;
  private static final int DELETE_PERCENT = 12;
  private static final int EXPAND_PERCENT = 4;
  private static final int TALK_PERCENT = 14;
  private static final int PRUNE_PERCENT = 1;
  private static final int FEWEST_WORDS = 12;
  private static final int MORE_WORDS = 48;
  private static final int MOST_QUERY_WORDS = 6;
  private static final int PRUNE_SECONDS = 2;

  private final Random random;
  private final Set<String> tools;
  private final Deque<String> stored = new ArrayDeque<>();
  private final Talk talk;

  /**
   * Creates the workload of the client with this number; the same number does the same.
   *
   * @param tools that the server has
   * @param shared the conversation that all clients share; null for none
   */
  Workload(int client, Set<String> tools, String shared) {
    this.random = new Random(client);
    this.tools = tools;
    this.talk = new Talk(random, shared);
  }

  /** Returns what to do next. */
  Operation next() {
    int dice = random.nextInt(100);
    dice -= STORE_PERCENT;
    if (dice < 0) {
      return store();
    }
    dice -= DELETE_PERCENT;
    if (dice < 0 && !stored.isEmpty()) {
      return new Operation(Tools.DELETE, Map.of("id", stored.removeFirst()));
    }
    dice -= EXPAND_PERCENT;
    if (dice < 0 && tools.contains(Tools.EXPAND)) {
      return new Operation(Tools.EXPAND, Map.of("query", question()));
    }
    dice -= TALK_PERCENT;
    if (dice < 0 && tools.contains(Tools.TURN)) {
      return talk.next();
    }
    dice -= PRUNE_PERCENT;
    if (dice < 0 && tools.contains(Tools.PRUNE)) {
      return new Operation(Tools.PRUNE, Map.of("older_than_seconds", PRUNE_SECONDS));
    }
    return query();
  }

  private Operation store() {
    String content = Words.text(random, FEWEST_WORDS + random.nextInt(MORE_WORDS));
    return new Operation(Tools.STORE, Map.of("content", content, "tags", Words.tags(random)));
  }

  private Operation query() {
    if (!tools.contains(Tools.EXPAND)) {
      return new Operation(Tools.QUERY, Map.of("query", question(), "limit", 5));
    }
    return new Operation(
        Tools.QUERY,
        Map.of(
            "query",
            question(),
            "limit",
            5,
            "expand",
            random.nextBoolean(),
            "rerank",
            random.nextBoolean()));
  }

  private String question() {
    return Words.text(random, 1 + random.nextInt(MOST_QUERY_WORDS));
  }

  /** Notes what came of an operation that succeeded. */
  void done(Operation operation, Map<String, Object> reply) {
    if (operation.tool().equals(Tools.STORE)) {
      stored.addLast((String) reply.get("id"));
    }
    if (operation.tool().equals(Tools.START)) {
      talk.began((String) reply.get("conversation"));
    }
  }
}
