package io.tallyfast.demo.load;

import io.tallyfast.demo.result.Replies;
import java.util.Map;

/**
 * What follows from each memory that is stored or deleted, whoever does it. Stateless but for what
 * it expects.
 */
final class StoreAccount {

  private final Expectation expected;

  StoreAccount(Expectation expected) {
    this.expected = expected;
  }

  /** Notes what {@code store_memory} replied, or would have. */
  void stored(Map<String, Object> reply) {
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

  /** Notes all that a module stored by itself, as its reply tells. */
  void allStored(Map<String, Object> reply) {
    for (Object each : Replies.list(reply, "stored")) {
      stored(Replies.object(each, "what was stored"));
    }
  }

  /** The classes of length that the server documents. */
  private static String length(double bytes) {
    if (bytes < 128) {
      return "short";
    }
    return bytes < 256 ? "medium" : "long";
  }

  /** Notes what {@code delete_memory} replied, or would have. */
  void deleted(Map<String, Object> reply) {
    expected.count("stats.memories_deleted", Boolean.TRUE.equals(reply.get("deleted")) ? 1 : 0);
    expected.amount("times.delete_micros", Replies.number(reply, "delete_micros"));
  }

  /** Notes that a text was embedded. */
  void embedded(Map<String, Object> reply) {
    expected.count("embedder.texts_embedded", 1);
    expected.amount("embedder.features_hashed", Replies.number(reply, "tokens"));
    expected.amount("embedder.embed_micros", Replies.number(reply, "embed_micros"));
  }

  /** Notes that many texts were. */
  void allEmbedded(Map<String, Object> reply) {
    for (Object each : Replies.list(reply, "embedded")) {
      embedded(Replies.object(each, "what was embedded"));
    }
  }
}
