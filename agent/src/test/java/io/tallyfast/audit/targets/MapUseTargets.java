package io.tallyfast.audit.targets;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * Uses of a map that go wrong only where others write to it without a lock. The comments say what
 * the audit reports.
 */
public class MapUseTargets {
  private MapUseTargets() {}

  /** One writer takes a lock, another one does not. */
  public static class Racing {
    private final Map<String, Object> stats = new HashMap<>();
    private final Map<String, Object> quiet = new HashMap<>();

    synchronized void stored(String k) {
      stats.put(k, (Integer) stats.get(k) + 1); // assertReported("get-put")
    }

    void deleted(String k) {
      stats.put(k, (Integer) stats.get(k) + 1); // assertReported("get-put")
    }

    void stamp(String now) {
      stats.put("last", now); // assertReported("plain-put")
      quiet.put("last", now);
    }

    Map<String, Object> snapshot() {
      return new HashMap<>(stats); // assertReported("map-copy")
    }

    int sum() {
      int sum = 0;
      for (Object n : stats.values()) { // assertReported("map-iteration")
        sum += n instanceof Integer ? (Integer) n : 0;
      }
      return sum;
    }

    Map<String, Object> status() {
      return stats; // assertReported("map-escape")
    }

    Map<String, Object> view() {
      return Collections.unmodifiableMap(stats); // assertReported("map-escape")
    }

    Map<String, Object> quiet() {
      return new HashMap<>(quiet);
    }
  }

  /** Every writer takes the lock. */
  public static class Locked {
    private final Map<String, Integer> stats = new HashMap<>();

    synchronized void hit(String k) {
      stats.put(k, stats.get(k) + 1);
    }

    Map<String, Integer> status() {
      return stats;
    }
  }
}
