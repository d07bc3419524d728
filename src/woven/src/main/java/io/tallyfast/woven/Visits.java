package io.tallyfast.woven;

import java.util.HashMap;
import java.util.Map;

/** Counts visits without a lock, as servers do. */
public final class Visits {
  private final Map<String, Integer> counts = new HashMap<>();

  /** Begins with no visit. */
  public Visits() {
    counts.put("visits", 0);
  }

  /** Counts one visit. */
  public void visit() {
    Integer count = counts.get("visits");
    Thread.onSpinWait();
    counts.put("visits", count + 1);
  }

  /** All that is counted, as it is now and will be. */
  public Map<String, Integer> counts() {
    return counts;
  }

  /** How many visits were counted. */
  public int count() {
    return counts.get("visits");
  }
}
