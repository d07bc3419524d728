package io.tallyfast.demo.load;

import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.tallyfast.demo.result.Replies;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Computes from a request and its response what each statistic of the server must have grown by. It
 * never looks at the statistics themselves. For one thread; what it expects is thread-safe.
 */
final class Accountant {

  private final Expectation expected = new Expectation();
  private final StoreAccount store = new StoreAccount(expected);
  private final SearchAccount search = new SearchAccount(expected);
  private final FolderAccount folders = new FolderAccount(expected, store);
  private final SuggestionAccount suggestions = new SuggestionAccount(expected);
  private final ConversationAccount conversations = new ConversationAccount(expected);
  private final PruneAccount pruner = new PruneAccount(expected);

  /** Returns what was noted so far. */
  Expectation expected() {
    return expected;
  }

  /** Notes a call that succeeded. */
  void note(Operation operation, CallToolResult result) {
    Map<String, Object> reply = Replies.object(result.structuredContent(), "the reply");
    Map<String, Object> arguments = operation.arguments();
    switch (operation.tool()) {
      case Tools.STORE -> store.stored(reply);
      case Tools.IMPORT -> store.allStored(reply);
      case Tools.COMPARE -> store.allEmbedded(reply);
      case Tools.QUERY -> queried(arguments, reply);
      case Tools.DELETE -> store.deleted(reply);
      case Tools.EXPAND -> search.expanded(reply);
      case Tools.SUGGEST -> suggested(reply);
      case Tools.RATE -> suggestions.rated(arguments, reply);
      case Tools.PRUNE -> pruner.pruned(reply);
      case Tools.PRUNE_HISTORY -> pruner.remembered(reply);
      case Tools.PRUNE_SCHEDULE, Tools.PUSHED, Tools.WATCH -> {}
      default -> noteMore(operation, reply);
    }
    called(operation.tool(), result);
  }

  /** The tools that are about conversations and folders. */
  private void noteMore(Operation operation, Map<String, Object> reply) {
    Map<String, Object> arguments = operation.arguments();
    switch (operation.tool()) {
      case Tools.START -> conversations.started();
      case Tools.TURN -> conversations.said(arguments, reply);
      case Tools.TRANSCRIPT -> conversations.imported(arguments, reply);
      case Tools.END -> conversations.ended(reply);
      case Tools.SCAN -> folders.scanned(reply);
      case Tools.EXTRACT -> folders.extracted(reply);
      case Tools.INDEX -> folders.indexed((String) arguments.get("folder"), reply);
      case Tools.SETTLE, Tools.LEAVE -> folders.followed(reply);
      default -> throw new IllegalArgumentException("no such tool: " + operation.tool());
    }
  }

  private void suggested(Map<String, Object> reply) {
    suggestions.suggested(reply);
    store.embedded(reply);
  }

  private void queried(Map<String, Object> arguments, Map<String, Object> reply) {
    String sought = search.queried(arguments, reply);
    List<?> hits = Replies.list(reply, "hits");
    expected.count("stats.queries_processed", 1);
    expected.count("stats.memories_retrieved", hits.size());
    expected.count("stats.queries_retrieved", hits.isEmpty() ? 0 : 1);
    expected.record("stats.longest_query", sought.length());
    expected.amount("times.query_micros", Replies.number(reply, "query_micros"));
    for (Object hit : hits) {
      for (Object tag : Replies.list(Replies.object(hit, "a hit"), "tags")) {
        expected.count("tags.found." + tag, 1);
      }
    }
    store.embedded(reply);
  }

  /** Returns how many turns of each conversation somebody else looks at, later. */
  Map<String, Double> watched() {
    return conversations.watched();
  }

  /** Notes what the server counts of every call, whatever it does. */
  void called(String tool, CallToolResult result) {
    double micros = Replies.number(Replies.object(result.meta(), "the metadata"), "elapsed_micros");
    expected.count("tools.calls." + tool, 1);
    expected.amount("tools.kilobytes." + tool, kilobytes(result));
    expected.count("tools.latency." + tool + ".count", 1);
    expected.amount("tools.latency." + tool + ".micros", micros);
    expected.record("tools.latency." + tool + ".slowest", micros);
  }

  private static double kilobytes(CallToolResult result) {
    String text = ((TextContent) result.content().get(0)).text();
    return text.getBytes(StandardCharsets.UTF_8).length / 1024.0;
  }
}
