package io.tallyfast.demo.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The statistics of one module of the server after one run.
 *
 * @param name of the module
 * @param counters its statistics, sorted by name
 */
public record ModuleResult(String name, List<Counter> counters) {

  /** Groups counters by their module; modules stand in the order of their first counter. */
  public static List<ModuleResult> of(List<Counter> counters) {
    Map<String, List<Counter>> groups = new LinkedHashMap<>();
    for (Counter counter : counters) {
      groups.computeIfAbsent(counter.module(), name -> new ArrayList<>()).add(counter);
    }
    return groups.entrySet().stream()
        .map(group -> new ModuleResult(group.getKey(), List.copyOf(group.getValue())))
        .toList();
  }

  /** Returns how much there was to count. */
  public double expected() {
    return counts().mapToDouble(Counter::expected).sum();
  }

  /** Returns how much of that was not counted, or counted twice. */
  public double lost() {
    return counts().mapToDouble(Counter::lost).sum();
  }

  /** Returns the part of it in percent; 0 if there was nothing to count. */
  public double lostPercent() {
    return expected() == 0 ? 0 : 100 * lost() / expected();
  }

  /** Returns how many of its statistics are not exact; amounts and records, too. */
  public long wrong() {
    return counters.stream().filter(counter -> counter.lost() != 0).count();
  }

  /** Bytes, microseconds and memories cannot be added up; only counts can. */
  private Stream<Counter> counts() {
    return counters.stream().filter(counter -> counter.kind() == Counter.Kind.COUNT);
  }
}
