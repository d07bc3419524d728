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
  private final SearchAccount search = new SearchAccount(expected);
  private final ConversationAccount conversations = new ConversationAccount(expected);
  private final PruneAccount pruner = new PruneAccount(expected);

  /** Returns what was noted so far. */
  Expectation expected() {
    return expected;
  }

  /** Notes a call that succeeded. */
  void note(Operation operation, CallToolResult result) {
    Map<String, Object> reply = Replies.object(result.structuredContent(), "the reply");
    switch (operation.tool()) {
      case Tools.STORE -> stored(reply);
      case Tools.QUERY -> queried(operation.arguments(), reply);
      case Tools.DELETE -> deleted(reply);
      case Tools.EXPAND -> search.expanded(reply);
      case Tools.START -> conversations.started();
      case Tools.TURN -> conversations.said(operation.arguments(), reply);
      case Tools.END -> conversations.ended(reply);
      case Tools.PRUNE -> pruner.pruned(reply);
      case Tools.PRUNE_HISTORY -> pruner.remembered(reply);
      case Tools.PRUNE_SCHEDULE -> {}
      default -> throw new IllegalArgumentException("no such tool: " + operation.tool());
    }
    called(operation.tool(), result);
  }

  private void stored(Map<String, Object> reply) {
    expected.count("stats.memories_stored", 1);
    expected.amount("stats.tokens_embedded", Replies.number(reply, "tokens"));
    expected.amount("stats.bytes_stored", Replies.number(reply, "bytes"));
    expected.amount("times.store_micros", Replies.number(reply, "store_micros"));
    for (Object tag : Replies.list(reply, "tags")) {
      expected.count("tags.stored." + tag, 1);
    }
    expected.count("stats.memories_tagged", Replies.list(reply, "tags").isEmpty() ? 0 : 1);
    expected.count("usage." + length(Replies.number(reply, "bytes")), 1);
    embedded(reply);
  }

  /** The classes of length that the server documents. */
  private static String length(double bytes) {
    if (bytes < 128) {
      return "short";
    }
    return bytes < 256 ? "medium" : "long";
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
    embedded(reply);
  }

  private void deleted(Map<String, Object> reply) {
    expected.count("stats.memories_deleted", Boolean.TRUE.equals(reply.get("deleted")) ? 1 : 0);
    expected.amount("times.delete_micros", Replies.number(reply, "delete_micros"));
  }

  private void embedded(Map<String, Object> reply) {
    expected.count("embedder.texts_embedded", 1);
    expected.amount("embedder.features_hashed", Replies.number(reply, "tokens"));
    expected.amount("embedder.embed_micros", Replies.number(reply, "embed_micros"));
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
