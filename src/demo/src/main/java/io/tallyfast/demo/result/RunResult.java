package io.tallyfast.demo.result;

import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * What came of one run.
 *
 * @param agent whether the server ran with the agent
 * @param requests calls that succeeded
 * @param failures what went wrong with the others; empty if nothing did
 * @param seconds from the first request to the last response
 * @param counters all statistics, sorted by name
 * @param watch the statistics while the load ran
 * @param latencies how long the calls took, in microseconds, as their clients saw it
 */
public record RunResult(
    boolean agent,
    int requests,
    List<String> failures,
    double seconds,
    List<Counter> counters,
    Watch watch,
    Histogram latencies) {

  /** Returns the statistics by module. */
  public List<ModuleResult> modules() {
    return ModuleResult.of(counters);
  }

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

  /** Returns how many statistics are not exact. */
  public long wrong() {
    return counters.stream().filter(counter -> counter.lost() != 0).count();
  }

  /** Returns how much there was to count. */
  public double toCount() {
    return modules().stream().mapToDouble(ModuleResult::expected).sum();
  }

  /** Returns how much of that was not counted. */
  public double notCounted() {
    return modules().stream().mapToDouble(ModuleResult::lost).sum();
  }

  /** Returns how much of what was to be counted was lost, in percent. */
  public double lostPercent() {
    return toCount() == 0 ? 0 : 100 * notCounted() / toCount();
  }
}
