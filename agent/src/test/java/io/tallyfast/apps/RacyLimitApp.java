package io.tallyfast.apps;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CyclicBarrier;

/** Changes maps by more than sums, from several threads at once, without a lock. */
public final class RacyLimitApp {
  private static final int THREADS = 4;
  private static final int EACH = 300_000;
  private static final int LIMIT = THREADS * EACH - 1_000;

  private final Map<String, Integer> stats =
      new HashMap<>(Map.of("product", 1, "turn", 0, "twice", 0));
  private final ConcurrentMap<String, Integer> concurrent = new ConcurrentHashMap<>();

  private RacyLimitApp() {}

  /** Prints what the maps hold in the end, and whether that is what one thread comes to. */
  public static void main(String[] args) throws InterruptedException {
    RacyLimitApp app = new RacyLimitApp();
    CyclicBarrier start = new CyclicBarrier(THREADS);
    Thread[] threads = new Thread[THREADS];
    for (int i = 0; i < THREADS; i++) {
      threads[i] = new Thread(() -> app.run(start));
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    RacyLimitApp alone = new RacyLimitApp();
    for (int i = 0; i < THREADS * EACH; i++) {
      alone.hit();
    }
    System.out.println("limit " + (LIMIT - app.stats.get("limit")));
    System.out.println("twice " + (LIMIT - app.stats.get("twice")));
    System.out.println("concurrent " + (LIMIT - app.concurrent.get("limit")));
    System.out.println("product " + (alone.stats.get("product") - app.stats.get("product")));
    System.out.println("turn " + (alone.stats.get("turn") - app.stats.get("turn")));
  }

  private void run(CyclicBarrier start) {
    try {
      start.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    for (int i = 0; i < EACH; i++) {
      hit();
    }
  }

  private void hit() {
    stats.put("product", stats.get("product") * 3);
    int turn = stats.get("turn");
    stats.put("turn", turn >= 6 ? 0 : turn + 1);
    Integer used = stats.get("limit");
    if (used == null) {
      stats.put("limit", 1);
    } else if (used < LIMIT) {
      stats.put("limit", used + 1);
    }
    if (stats.get("twice") < LIMIT) {
      stats.put("twice", stats.get("twice") + 1);
    }
    int n = concurrent.getOrDefault("limit", 0);
    if (n < LIMIT) {
      concurrent.put("limit", n + 1);
    }
  }
}
