package io.tallyfast.targets;

import io.tallyfast.testkit.InexactTarget;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/** What loses updates and cannot be repaired by adding; it stays as it is. */
public class RefusedTargets {
  private RefusedTargets() {}

  /** Doubled. */
  public static class Multiply extends InexactTarget {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, (stats.get(k) + 1) * 2); // assertRefused()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Multiplied. */
  public static class MultiplyOnly extends InexactTarget {
    private final Map<String, Integer> stats = fill(new HashMap<>(), 1);

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.get(k) * 3); // assertRefused()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A moving average. */
  public static class Smoothing extends InexactTarget {
    private final Map<String, Integer> stats = fill(new HashMap<>(), 1000);

    @Override
    public Object hit(int i) {
      String k = key(i);
      int c = stats.get(k);
      c = c * 9 / 10 + i % 50;
      stats.put(k, c); // assertRefused()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A moving average of doubles. */
  public static class SmoothingDouble extends InexactTarget {
    private final Map<String, Double> stats = fill(new HashMap<>(), 10.0);

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.get(k) * 0.9 + i % 7 * 0.1); // assertRefused()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Counts up to a limit. */
  public static class LimitTested extends InexactTarget {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int c = stats.get(k);
      if (c < 50) {
        stats.put(k, c + 1); // assertRefused()
        return true;
      }
      return false;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Returns at the limit. */
  public static class LimitTestedEarly extends InexactTarget {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      Integer used = stats.get(k);
      if (used >= 40) {
        return "too many";
      }
      stats.put(k, used + 1); // assertRefused()
      return "welcome";
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Starts afresh at the limit. */
  public static class LimitTestedWrapped extends InexactTarget {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int c = stats.get(k);
      stats.put(k, c >= 9 ? 0 : c + 1); // assertRefused()
      return c;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Through a function that nobody knows. */
  public static class UnknownFunction extends InexactTarget {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, next(stats.get(k))); // assertRefused()
      return null;
    }

    private static int next(int c) {
      return c + 1;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Through a functional interface. */
  public static class UnknownLambda extends InexactTarget {
    private final Map<String, Integer> stats = zeros();
    private final IntUnaryOperator step = c -> c + 2;

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, step.applyAsInt(stats.get(k))); // assertRefused()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Taken away from a constant. */
  public static class Negated extends InexactTarget {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, 100 - stats.get(k)); // assertRefused()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Added to itself. */
  public static class Twice extends InexactTarget {
    private final Map<String, Integer> stats = fill(new HashMap<>(), 1);

    @Override
    public Object hit(int i) {
      String k = key(i);
      int c = stats.get(k);
      stats.put(k, c + c); // assertRefused()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Round robin. */
  public static class Remainder extends InexactTarget {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int c = stats.get(k);
      stats.put(k, (c + 1) % 5); // assertRefused()
      return c;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Shifted. */
  public static class Shifted extends InexactTarget {
    private final Map<String, Integer> stats = fill(new HashMap<>(), 1);

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.get(k) << 1); // assertRefused()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A maximum, which would merge. */
  public static class Maximum extends InexactTarget {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, Math.max(stats.get(k), i % 37)); // assertSafe()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A set of bits, which would merge. */
  public static class Bits extends InexactTarget {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.get(k) | 1 << i % 8); // assertSafe()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }
}
