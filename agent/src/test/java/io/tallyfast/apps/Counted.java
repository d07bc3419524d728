package io.tallyfast.apps;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Counts without a lock, and lets other threads in between. */
public final class Counted implements Runnable {
  private final Map<String, Integer> counts = new HashMap<>();

  /** Creates one that has counted nothing. */
  public Counted() {
    counts.put("hits", 0);
  }

  @Override
  public void run() {
    Integer count = counts.get("hits");
    LockSupport.parkNanos(1);
    counts.put("hits", count + 1);
  }

  /** How often it ran, or less. */
  int hits() {
    return counts.get("hits");
  }
}
