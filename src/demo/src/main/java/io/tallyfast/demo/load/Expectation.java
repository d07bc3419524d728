package io.tallyfast.demo.load;

import io.tallyfast.demo.result.Counter.Kind;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the statistics of the server must say, by path in the reply of {@code get_status}, as
 * computed from what really happened. Thread-safe: each client fills its own, while another thread
 * looks at it.
 *
 * <p>Values are doubles, and yet exact: whole numbers far below 2^53, and kilobytes, which are
 * multiples of 2^-10.
 */
final class Expectation {

  private final Map<String, Expected> values = new TreeMap<>();

  /**
   * What one statistic must say.
   *
   * @param kind what the statistic says
   * @param value what it must be
   */
  record Expected(Kind kind, double value) {

    private Expected and(Expected other) {
      return new Expected(
          kind, kind == Kind.RECORD ? Math.max(value, other.value) : value + other.value);
    }
  }

  /** Notes that something happened so often. */
  void count(String path, double times) {
    note(path, new Expected(Kind.COUNT, times));
  }

  /** Notes that the sum at this path grew. */
  void amount(String path, double amount) {
    note(path, new Expected(Kind.AMOUNT, amount));
  }

  /** Notes that the record at this path is at least this. */
  void record(String path, double value) {
    note(path, new Expected(Kind.RECORD, value));
  }

  /** Takes over all that the other one expects. */
  void join(Expectation other) {
    // A copy first: two of them that join each other must not wait for each other.
    other.values().forEach(this::note);
  }

  private synchronized void note(String path, Expected expected) {
    values.merge(path, expected, Expected::and);
  }

  /** Returns all expected values by path, sorted, as they are now. */
  synchronized Map<String, Expected> values() {
    return Collections.unmodifiableMap(new TreeMap<>(values));
  }
}
