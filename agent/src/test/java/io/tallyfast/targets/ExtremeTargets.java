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

  /** The largest, chosen by a conditional expression. */
  public static class ChosenLargest extends Target {
    private final Map<String, Long> stats = fill(new HashMap<>(), 0L);

    @Override
    public Object hit(int i) {
      String k = key(i);
      long longest = stats.get(k);
      stats.put(k, i > longest ? (long) i : longest); // assertGuarded("extreme-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The smallest, in a local variable that a branch sets, where a first value is absent. */
  public static class ChosenSmallest extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int micros = 1_000_000 - i;
      int least = stats.getOrDefault(k, Integer.MAX_VALUE);
      if (micros < least) {
        least = micros;
      }
      stats.put(k, least); // assertGuarded("extreme-put")
      return least;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The largest, kept by a branch. */
  public static class ConditionalLargest extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      if (i > stats.get(k)) {
        stats.put(k, i); // assertGuarded("extreme-put")
      }
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The smallest, kept by a branch that takes the first value too. */
  public static class ConditionalSmallest extends Target {
    private final Map<String, Long> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      long micros = 1_000_000L - i;
      Long smallest = stats.get(k);
      if (smallest == null || smallest > micros) {
        stats.put(k, micros); // assertGuarded("extreme-put")
      }
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The largest by {@code compareTo}; a branch of its own stores the first value. */
  public static class FirstThenLarger extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      Integer before = stats.get(k);
      Integer now = i;
      if (before == null) {
        stats.put(k, now); // assertGuarded("first-insert")
      } else if (before.compareTo(now) < 0) {
        stats.put(k, now); // assertGuarded("extreme-put")
      }
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The largest of several, found in a loop. */
  public static class LargestOfLoop extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int largest = stats.get(k);
      for (int n = 0; n < 3; n++) {
        largest = Math.max(largest, i - n);
      }
      stats.put(k, largest); // assertGuarded("extreme-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }
}
