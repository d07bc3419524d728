package io.tallyfast.bench.kernel;

import java.util.HashMap;
import java.util.Map;

/** Statistics in a map that the class makes itself, so that the map can be guarded. Racy. */
public class OwnStats {
  private final Map<String, Integer> stats = new HashMap<>();

  /** Begins with these keys at 0. */
  public OwnStats(String... keys) {
    for (String key : keys) {
      stats.put(key, 0);
    }
  }

  /** Read, sum and write with nothing between. */
  public void fused(String key) {
    stats.put(key, stats.get(key) + 1);
  }

  /** The same with a constant key. */
  public void fusedConstant() {
    stats.put("queries_processed", stats.get("queries_processed") + 1);
  }

  /** A read. */
  public Integer read(String key) {
    return stats.get(key);
  }

  /** A copy of all. */
  public Map<String, Integer> copy() {
    return new HashMap<>(stats);
  }

  /** A copy that is made by iterating. */
  public long sum() {
    long sum = 0;
    for (int each : stats.values()) {
      sum += each;
    }
    return sum;
  }
}
