package com.acme.memory.memories;

import com.acme.memory.embedding.Embedder;
import com.acme.memory.embedding.Embedding;
import com.acme.memory.index.Hit;
import com.acme.memory.index.Memory;
import com.acme.memory.index.MemoryIndex;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Stores, finds and deletes memories, and keeps the statistics of the server. */
public final class MemoryService {

  private final Embedder embedder;
  private final MemoryIndex index;

  private final Map<String, Object> stats = new HashMap<>();
  private final Map<String, Long> times = new HashMap<>();

  /** Creates the service over an open index and a running embedder, which it does not close. */
  public MemoryService(Embedder embedder, MemoryIndex index) {
    this.embedder = embedder;
    this.index = index;
    stats.put("memories_stored", 0);
    stats.put("memories_retrieved", 0);
    stats.put("memories_deleted", 0);
    stats.put("queries_processed", 0);
    stats.put("queries_retrieved", 0);
    stats.put("tokens_embedded", 0L);
    stats.put("bytes_stored", 0L);
    stats.put("longest_query", 0);
    stats.put("last_store_time", null);
    stats.put("last_query_time", null);
    times.put("store_micros", 0L);
    times.put("query_micros", 0L);
    times.put("delete_micros", 0L);
  }

  /** Stores a text, so that the next query finds it. */
  public Stored store(String content, List<String> tags) {
    int stored = (Integer) stats.get("memories_stored");
    long begin = System.nanoTime();

    CompletableFuture<Embedding> embedding = embedder.submit(content);
    stats.put("tokens_embedded", (Long) stats.get("tokens_embedded") + embedding.join().tokens());

    Memory memory = Memory.of(content, tags);
    stats.put(
        "bytes_stored", (Long) stats.get("bytes_stored") + index.add(memory, embedding.join()));

    long micros = microsSince(begin);
    times.put("store_micros", times.get("store_micros") + micros);
    stats.put("memories_stored", stored + 1);
    stats.put("last_store_time", Instant.now().toString());
    return new Stored(memory, embedding.join(), micros);
  }

  /** Finds at most {@code limit} memories with one of the tags, or any if there are no tags. */
  public Found query(String text, List<String> tags, int limit) {
    int processed = (Integer) stats.get("queries_processed");
    int retrieved = (Integer) stats.get("memories_retrieved");
    long spent = times.get("query_micros");
    long begin = System.nanoTime();

    Embedding embedding = embedder.submit(text).join();
    List<Hit> hits = index.search(text, embedding, tags, limit);

    stats.put("queries_processed", processed + 1);
    stats.put("memories_retrieved", retrieved + hits.size());
    if (!hits.isEmpty()) {
      stats.put("queries_retrieved", (Integer) stats.get("queries_retrieved") + 1);
    }
    stats.put("longest_query", Math.max((Integer) stats.get("longest_query"), text.length()));
    stats.put("last_query_time", Instant.now().toString());
    long micros = microsSince(begin);
    times.put("query_micros", spent + micros);
    return new Found(hits, embedding, micros);
  }

  /** Deletes the memory with this id, if there is one. */
  public Deleted delete(String id) {
    long begin = System.nanoTime();
    int before = (int) stats.get("memories_deleted");
    int found = index.delete(id);
    stats.put("memories_deleted", before + found);

    long micros = microsSince(begin);
    times.put("delete_micros", times.getOrDefault("delete_micros", 0L) + micros);
    return new Deleted(found > 0, micros);
  }

  /** Returns the counters of the server. */
  public Map<String, Object> stats() {
    return stats;
  }

  /** Returns the time spent on each kind of request, in microseconds. */
  public Map<String, Long> times() {
    return times;
  }

  private static long microsSince(long begin) {
    return (System.nanoTime() - begin) / 1000;
  }

  /**
   * What became of a text.
   *
   * @param memory as stored
   * @param embedding of its content
   * @param micros the whole took, in microseconds
   */
  public record Stored(Memory memory, Embedding embedding, long micros) {}

  /**
   * What a query found.
   *
   * @param hits best first
   * @param embedding of the query
   * @param micros the whole took, in microseconds
   */
  public record Found(List<Hit> hits, Embedding embedding, long micros) {}

  /**
   * What became of a deletion.
   *
   * @param found whether there was such a memory
   * @param micros the whole took, in microseconds
   */
  public record Deleted(boolean found, long micros) {}
}
