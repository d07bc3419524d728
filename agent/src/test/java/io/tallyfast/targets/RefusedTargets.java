package io.tallyfast.targets;

import io.tallyfast.testkit.InexactTarget;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/** What loses updates and cannot be repaired by adding; it stays as it is. */
public class RefusedTargets {
  private RefusedTargets() {}

  /** A branch decides on the value, and something happens in between. */
  public static class LimitTestedThenTold extends InexactTarget {
    private final Map<String, Integer> stats = zeros();
    private final StringBuilder told = new StringBuilder();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int c = stats.get(k);
      if (c < 50) {
        told.append(c);
        stats.put(k, c + 1); // assertRefused()
        return true;
      }
      return told.length();
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
