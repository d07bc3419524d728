package io.tallyfast.apps;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Threads that count pairs in one map, and one that looks, under the lock of the map, whether it
 * ever holds half a pair. Its first argument says how many pairs are counted in all.
 */
public final class BatchApp {
  private static final int WRITERS = 2;

  private final Map<String, Object> stats = new HashMap<>();

  private BatchApp() {
    stats.put("requests", 0);
    stats.put("bytes", 0L);
    stats.put("last", "none");
  }

  /** Prints how many halves of pairs were seen, and how many counts are missing in the end. */
  public static void main(String[] args) throws InterruptedException {
    new BatchApp().run(Integer.parseInt(args[0]));
  }

  private void run(int pairs) throws InterruptedException {
    AtomicInteger running = new AtomicInteger(WRITERS);
    AtomicLong torn = new AtomicLong();
    Thread reader = new Thread(() -> read(running, torn));
    reader.start();
    Thread[] writers = new Thread[WRITERS];
    for (int i = 0; i < WRITERS; i++) {
      writers[i] = new Thread(() -> write(pairs / WRITERS, running));
      writers[i].start();
    }
    for (Thread writer : writers) {
      writer.join();
    }
    reader.join();
    System.out.println("torn " + torn.get());
    System.out.println("missing " + (pairs - (Integer) stats.get("requests")));
  }

  private void write(int pairs, AtomicInteger running) {
    for (int i = 0; i < pairs; i++) {
      request(16L, "request " + i);
    }
    running.decrementAndGet();
  }

  private void request(long size, String name) {
    stats.put("requests", (Integer) stats.get("requests") + 1);
    stats.put("bytes", (Long) stats.get("bytes") + size);
    stats.put("last", name);
  }

  private void read(AtomicInteger running, AtomicLong torn) {
    while (running.get() > 0) {
      Map<String, Object> copy;
      synchronized (stats) {
        copy = new HashMap<>(stats);
      }
      if ((Integer) copy.get("requests") * 16L != (Long) copy.get("bytes")) {
        torn.incrementAndGet();
      }
    }
  }
}
