package io.tallyfast.bench.kernel;

import java.util.HashMap;
import java.util.Map;

/** Statistics in a map that comes from elsewhere, so that only its sites can be guarded. Racy. */
public class Stats {
  private final Map<String, Integer> stats;

  /** Counts in this map. */
  public Stats(Map<String, Integer> stats) {
    this.stats = stats;
  }

  /** Read, sum and write with nothing between. */
  public void fused(String key) {
    stats.put(key, stats.get(key) + 1);
  }

  /** The same with a constant key. */
  public void fusedConstant() {
    stats.put("queries_processed", stats.get("queries_processed") + 1);
  }

  /** The same on an entry that may not be there yet. */
  public void absent(String key) {
    Integer old = stats.get(key);
    stats.put(key, old == null ? 1 : old + 1);
  }

  /** Other code runs between the read and the write. */
  public void merged(String key) {
    int old = stats.get(key);
    int size = work(key);
    stats.put(key, old + size);
  }

  /** One call that the map does not run atomically. */
  public void computed(String key) {
    stats.merge(key, 1, Integer::sum);
  }

  /** Three updates that belong together. */
  public void batch() {
    stats.put("memories_stored", stats.get("memories_stored") + 1);
    stats.put("bytes_stored", stats.get("bytes_stored") + 512);
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

  private static int work(String key) {
    return key.length() > 3 ? 1 : 2;
  }
}
