package com.acme.memory.embedding;

import com.acme.memory.module.Module;
import com.acme.memory.module.Tool;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Computes embeddings on a pool of threads, one per processor. Thread-safe. */
public final class Embedder implements Module {

  /** The number of dimensions of every vector. */
  public static final int DIMENSIONS = FeatureHashing.DIMENSIONS;

  private final ExecutorService pool;
  private final Map<String, Long> stats = new LinkedHashMap<>();

  /** Starts the pool. */
  public Embedder() {
    AtomicInteger number = new AtomicInteger();
    pool =
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            work -> new Thread(work, "embedder-" + number.incrementAndGet()));
    stats.put("texts_embedded", 0L);
    stats.put("features_hashed", 0L);
    stats.put("embed_micros", 0L);
  }

  /**
   * Queues a text for the pool.
   *
   * @throws java.util.concurrent.RejectedExecutionException after {@link #close}
   */
  public CompletableFuture<Embedding> submit(String text) {
    return CompletableFuture.supplyAsync(() -> embed(text), pool);
  }

  private Embedding embed(String text) {
    long begin = System.nanoTime();
    List<String> tokens = Tokenizer.tokens(text);
    float[] vector = FeatureHashing.vector(tokens);
    long micros = (System.nanoTime() - begin) / 1000;
    stats.put("texts_embedded", stats.get("texts_embedded") + 1);
    stats.put("features_hashed", stats.get("features_hashed") + tokens.size());
    stats.put("embed_micros", stats.get("embed_micros") + micros);
    return new Embedding(vector, tokens.size(), micros);
  }

  @Override
  public String name() {
    return "embedder";
  }

  @Override
  public List<Tool> tools() {
    return List.of(new CompareTool(this));
  }

  @Override
  public Map<String, Long> statistics() {
    return stats;
  }

  /** Lets queued texts finish and ends the threads. */
  @Override
  public void close() {
    pool.shutdown();
  }
}
