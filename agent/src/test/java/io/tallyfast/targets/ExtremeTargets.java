package io.tallyfast.targets;

import io.tallyfast.testkit.Target;
import java.util.HashMap;
import java.util.Map;

/** The largest or smallest value so far: whoever comes last must not win with less. */
public class ExtremeTargets {
  private ExtremeTargets() {}

  /** The largest. */
  public static class Largest extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, Math.max(stats.get(k), i)); // assertGuarded("extreme-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The smallest, where a first value is absent. */
  public static class Smallest extends Target {
    private final Map<String, Long> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      long micros = 1_000_000L - i;
      // assertGuarded("extreme-put")
      stats.put(k, Math.min(stats.getOrDefault(k, Long.MAX_VALUE), micros));
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The largest, with other code in between. */
  public static class SlowLargest extends Target {
    private final Map<String, Double> stats = fill(new HashMap<>(), 0.0);

    @Override
    public Object hit(int i) {
      String k = key(i);
      double slowest = stats.get(k);
      double micros = i / 8.0;
      slowest = Double.max(slowest, micros);
      stats.put(k, slowest); // assertGuarded("extreme-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }
}
