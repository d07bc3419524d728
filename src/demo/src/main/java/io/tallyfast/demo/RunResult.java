package io.tallyfast.demo;

import java.util.List;

/**
 * What came of one run.
 *
 * @param agent whether the server ran with the agent
 * @param requests calls that succeeded
 * @param failures what went wrong with the others; empty if nothing did
 * @param seconds from the first request to the last response
 * @param counters all statistics, sorted by name
 */
public record RunResult(
    boolean agent, int requests, List<String> failures, double seconds, List<Counter> counters) {

  /** Returns what all statistics together must be; of mixed units, so good for a check only. */
  public double expected() {
    return counters.stream().mapToDouble(Counter::expected).sum();
  }

  /** Returns what all statistics together are. */
  public double counted() {
    return counters.stream().mapToDouble(Counter::counted).sum();
  }

  /** Returns what all statistics together lost: 0 only if each of them is exact. */
  public double lost() {
    return counters.stream().mapToDouble(Counter::lost).sum();
  }

  /**
   * Returns how much the affected counters lost, in percent: the mean of their own percentages,
   * because bytes, microseconds and memories cannot be added up.
   */
  public double lostPercent() {
    return counters.stream()
        .filter(Counter::affected)
        .mapToDouble(Counter::lostPercent)
        .average()
        .orElse(0);
  }
}
