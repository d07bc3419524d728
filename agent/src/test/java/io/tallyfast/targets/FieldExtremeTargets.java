package io.tallyfast.targets;

import io.tallyfast.testkit.InexactTarget;
import io.tallyfast.testkit.Target;
import java.util.List;

/** The largest and the smallest, kept in fields. */
public class FieldExtremeTargets {
  private FieldExtremeTargets() {}

  /** By a ternary. */
  public static class Ternary extends Target {
    private volatile int max;
    private volatile long min = Long.MAX_VALUE;

    @Override
    public Object hit(int i) {
      max = i > max ? i : max; // assertGuarded("volatile-field")
      min = min < i ? min : i; // assertGuarded("volatile-field")
      return null;
    }

    @Override
    public Object state() {
      return List.of(max, min);
    }
  }

  /** By a branch, with what belongs to it. */
  public static class WithOwner extends InexactTarget {
    private volatile long maxTime;
    private volatile String slowest = "";

    @Override
    public Object hit(int i) {
      long time = i % 977;
      if (time > maxTime) {
        maxTime = time; // assertGuarded("volatile-field")
        slowest = "request " + i;
      }
      return slowest;
    }

    @Override
    public Object state() {
      return List.of(maxTime, slowest);
    }
  }

  /** Any value is taken while there is none. */
  public static class FirstValue extends InexactTarget {
    private volatile int min = -1;
    private volatile int max = 1_000_000;
    private volatile int least = -1;

    @Override
    public Object hit(int i) {
      int value = 500 - i;
      if (min == -1 || value < min) {
        min = value; // assertGuarded("volatile-field")
      }
      if (max == 1_000_000 || value > max) {
        max = value; // assertGuarded("volatile-field")
      }
      int known = least;
      if (known == -1 || value < known) {
        least = value; // assertGuarded("volatile-field")
      }
      return min;
    }

    @Override
    public Object state() {
      return List.of(min, max, least);
    }
  }

  /** Of doubles, with a not-a-number among them. */
  public static class Doubles extends InexactTarget {
    private volatile double max;
    private volatile float min = 5;

    @Override
    public Object hit(int i) {
      double value = i % 7 == 3 ? Double.NaN : i;
      if (value > max) {
        max = value; // assertGuarded("volatile-field")
      }
      min = Math.min(min, (float) value); // assertGuarded("volatile-field")
      return null;
    }

    @Override
    public Object state() {
      return List.of(max, min);
    }
  }

  /** Of elements. */
  public static class Elements extends Target {
    private final int[] maxCounts = new int[4];
    private final long[] minTimes = {1L << 40, 1L << 40};

    @Override
    public Object hit(int i) {
      maxCounts[i & 3] = Math.max(maxCounts[i & 3], i); // assertGuarded("array-element")
      if (i < minTimes[i & 1]) {
        minTimes[i & 1] = i; // assertGuarded("array-element")
      }
      return null;
    }

    @Override
    public Object state() {
      return List.of(maxCounts[0], maxCounts[1], maxCounts[3], minTimes[0], minTimes[1]);
    }
  }
}
