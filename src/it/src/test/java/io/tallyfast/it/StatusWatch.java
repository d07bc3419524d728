package io.tallyfast.it;

import io.tallyfast.demo.load.Client;
import io.tallyfast.demo.load.Operation;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Clients that store texts of four words each, under tags that nobody used before, and one that
 * looks at the statistics meanwhile: whether it gets them at all, and whether the server says that
 * it hashed four words for each text.
 */
final class StatusWatch {
  private static final int WORKERS = 6;
  private static final long MINUTES = 3;

  /** A server that fails while it writes a status out never ends the answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final int WORDS = 4;
  private static final int TAGS = 6;

  private final URI url;
  private final int requests;
  private final AtomicInteger working = new AtomicInteger(WORKERS);
  private final AtomicInteger seen = new AtomicInteger();
  private final ConcurrentLinkedQueue<String> torn = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();

  /**
   * @param requests how many each worker sends at most
   */
  StatusWatch(URI url, int requests) {
    this.url = url;
    this.requests = requests;
  }

  /** Works and looks until all work is done, or something is wrong. */
  void run() throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(WORKERS + 1);
    for (int i = 0; i < WORKERS; i++) {
      int worker = i;
      threads.execute(() -> work(worker));
    }
    threads.execute(this::look);
    threads.shutdown();
    if (!threads.awaitTermination(MINUTES, TimeUnit.MINUTES)) {
      threads.shutdownNow();
      failures.add("no end");
    }
  }

  private void work(int worker) {
    try (Client client = new Client(url)) {
      for (int i = 0; i < requests && !isWrong(); i++) {
        String text = "tea kettle w" + worker + " n" + i;
        client.call(
            new Operation("store_memory", Map.of("content", text, "tags", tags(worker, i))));
      }
    } catch (RuntimeException e) {
      failures.add("store: " + e);
    } finally {
      working.decrementAndGet();
    }
  }

  private static List<String> tags(int worker, int request) {
    List<String> tags = new ArrayList<>();
    for (int i = 0; i < TAGS; i++) {
      tags.add("w" + worker + "-r" + request + "-t" + i);
    }
    return tags;
  }

  private void look() {
    try (Client client = new Client(url, PATIENCE)) {
      while (working.get() > 0) {
        look(client);
      }
    }
  }

  private void look(Client client) {
    try {
      Map<?, ?> embedder = (Map<?, ?>) client.status().get("embedder");
      long texts = ((Number) embedder.get("texts_embedded")).longValue();
      long words = ((Number) embedder.get("features_hashed")).longValue();
      seen.incrementAndGet();
      if (texts * WORDS != words) {
        torn.add(texts + " texts, " + words + " words");
      }
    } catch (RuntimeException e) {
      failures.add("status: " + e);
    }
  }

  /** Whether a request failed, or statistics were not consistent. */
  boolean isWrong() {
    return !failures.isEmpty() || !torn.isEmpty();
  }

  /** How many times the statistics were looked at. */
  int seen() {
    return seen.get();
  }

  /** The statistics that were not consistent. */
  List<String> torn() {
    return List.copyOf(torn);
  }

  /** What was answered with an error. */
  List<String> failures() {
    return List.copyOf(failures);
  }
}
