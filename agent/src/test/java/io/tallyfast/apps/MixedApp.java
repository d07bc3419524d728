package io.tallyfast.apps;

import io.tallyfast.stats.Stats;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts in the same maps as somebody wrote it by hand, and by the helper. */
public final class MixedApp {
  private static final int EACH = 100_000;

  private final Map<String, Object> stats = new HashMap<>();
  private final Map<String, Long> hits = new ConcurrentHashMap<>();

  private MixedApp() {
    stats.put("requests", 0);
    stats.put("bytes", 0L);
    hits.put("a", 0L);
  }

  /** Prints how many counts are missing, and how many copies showed half of a step. */
  public static void main(String[] args) throws InterruptedException {
    MixedApp app = new MixedApp();
    int[] torn = new int[1];
    Thread[] threads = {
      new Thread(app::byHand),
      new Thread(app::byHand),
      new Thread(app::byHelper),
      new Thread(() -> torn[0] = app.look())
    };
    for (Thread thread : threads) {
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    Map<String, Object> last = Stats.snapshot(app.stats);
    System.out.println("missing requests " + (3 * EACH - (Integer) last.get("requests")));
    System.out.println("missing bytes " + (3L * EACH * 16 - (Long) last.get("bytes")));
    System.out.println("missing hits " + (3L * EACH - app.hits.get("a")));
    System.out.println("torn " + torn[0]);
  }

  private void byHand() {
    for (int i = 0; i < EACH; i++) {
      stats.put("requests", (Integer) stats.get("requests") + 1);
      stats.put("bytes", (Long) stats.get("bytes") + 16);
      hits.put("a", hits.get("a") + 1);
    }
  }

  private void byHelper() {
    for (int i = 0; i < EACH; i++) {
      Stats.batch(
          stats,
          () -> {
            Stats.increment(stats, "requests");
            Stats.increment(stats, "bytes", 16);
            Stats.set(stats, "last", "helper");
          });
      Stats.increment(hits, "a", 1L);
    }
  }

  private int look() {
    int torn = 0;
    for (int i = 0; i < EACH; i++) {
      Map<String, Object> copy = Stats.snapshot(stats);
      torn += (Integer) copy.get("requests") * 16L == (Long) copy.get("bytes") ? 0 : 1;
    }
    return torn;
  }
}
