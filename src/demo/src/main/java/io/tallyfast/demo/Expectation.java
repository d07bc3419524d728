package io.tallyfast.demo;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the statistics of the server must say, by path in the reply of {@code get_status}, as
 * computed from the responses of calls that succeeded. For one thread: each client fills its own,
 * and they are joined at the end.
 *
 * <p>Values are doubles, and yet exact: whole numbers far below 2^53, and kilobytes, which are
 * multiples of 2^-10.
 */
final class Expectation {

  private final Map<String, Double> sums = new TreeMap<>();
  private final Map<String, Double> maxima = new TreeMap<>();

  /** Notes that the counter at this path grew. */
  void add(String path, double amount) {
    sums.merge(path, amount, Double::sum);
  }

  /** Notes that the record at this path is at least this. */
  void max(String path, double value) {
    maxima.merge(path, value, Math::max);
  }

  /** Takes over all that the other one expects. */
  void join(Expectation other) {
    other.sums.forEach(this::add);
    other.maxima.forEach(this::max);
  }

  /** Returns all expected values by path, sorted. */
  Map<String, Double> values() {
    Map<String, Double> all = new TreeMap<>(sums);
    all.putAll(maxima);
    return Collections.unmodifiableMap(all);
  }
}
