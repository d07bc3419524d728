package com.acme.memory.pruning;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last runs. Thread-safe. */
final class PruneHistory {

  /** How many runs are remembered. */
  static final int MOST = 10_000;

  private final Deque<Pruned> runs = new ArrayDeque<>();

  synchronized void add(Pruned run) {
    runs.addFirst(run);
    if (runs.size() > MOST) {
      runs.removeLast();
    }
  }

  /** Returns the last runs, latest first. */
  synchronized List<Pruned> latest(int limit) {
    return runs.stream().limit(limit).toList();
  }
}
