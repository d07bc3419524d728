package io.tallyfast.targets;

import io.tallyfast.testkit.InexactTarget;
import io.tallyfast.testkit.Target;
import java.util.List;

/** Counters in fields that are changed by other operators than a sum. */
public class FieldOperatorTargets {
  private FieldOperatorTargets() {}

  /** Bits that are set, cleared and flipped. */
  public static class Bits extends Target {
    private volatile int set;
    private volatile long clear = -1;
    private volatile int flip;

    @Override
    public Object hit(int i) {
      set |= 1 << i % 31; // assertGuarded("volatile-field")
      clear &= ~(1L << i % 63); // assertGuarded("volatile-field")
      flip ^= i; // assertGuarded("volatile-field")
      return null;
    }

    @Override
    public Object state() {
      return List.of(set, clear, flip);
    }
  }

  /** Each thread flips the same bits: an update that is lost is seen in the end. */
  public static class Flips extends Target {
    private volatile int flips;
    private volatile long wide;

    @Override
    public Object hit(int i) {
      flips ^= i * 7919; // assertGuarded("volatile-field")
      wide ^= (long) i << 20; // assertGuarded("volatile-field")
      return null;
    }

    @Override
    public Object state() {
      return List.of(flips, wide);
    }
  }

  /** Modulo the width of the type the order of products does not matter. */
  public static class Products extends Target {
    private volatile int product = 1;
    private volatile long wide = 1;
    private volatile byte narrow = 1;
    private static volatile int all = 1;

    @Override
    public Object hit(int i) {
      product *= 2 * i + 1; // assertGuarded("volatile-field")
      wide = (2L * i + 1) * wide; // assertGuarded("volatile-field")
      narrow *= 3; // assertGuarded("volatile-field")
      all *= 5; // assertGuarded("volatile-field")
      return null;
    }

    @Override
    public Object state() {
      return List.of(product, wide, narrow, all);
    }
  }

  /** A remainder of a sum, which comes round. */
  public static class ComesRound extends Target {
    private volatile int turn;
    private volatile long next;

    @Override
    public Object hit(int i) {
      turn = (turn + 1) % 7; // assertGuarded("volatile-field")
      int step = i % 3 + 1;
      long old = next;
      next = (old + step) % 1_009; // assertGuarded("volatile-field")
      return null;
    }

    @Override
    public Object state() {
      return List.of(turn, next);
    }
  }

  /** The value of the expression. */
  public static class Values extends InexactTarget {
    private volatile int n = 3;
    private volatile long m = 5;
    private volatile double d = 2;

    @Override
    public Object hit(int i) {
      int a = n *= 3; // assertGuarded("volatile-field")
      long b = m ^= i; // assertGuarded("volatile-field")
      double c = d = d * 0.5 + i; // assertGuarded("volatile-field")
      return "" + a + " " + b + " " + c + " " + (n >>>= 1); // assertGuarded("volatile-field")
    }

    @Override
    public Object state() {
      return List.of(n, m, d);
    }
  }

  /** Moving averages. */
  public static class Smoothing extends InexactTarget {
    private volatile double average;
    private volatile float quick;
    private volatile long micros;
    private double totalTime;

    @Override
    public Object hit(int i) {
      average = average * 0.9 + i % 50 * 0.1; // assertGuarded("volatile-field")
      quick = quick * 0.9f + i % 50 * 0.1f; // assertGuarded("volatile-field")
      micros += (i % 1_000 - micros) >> 3; // assertGuarded("volatile-field")
      totalTime = 0.25 * i + 0.75 * totalTime; // assertGuarded("instance-field")
      return average;
    }

    @Override
    public Object state() {
      return List.of(average, quick, micros, totalTime);
    }
  }

  /** Both reads in an average are of one moment. */
  public static class ReadTwice extends InexactTarget {
    private volatile double average;
    private volatile int doubled = 1;

    @Override
    public Object hit(int i) {
      average += 0.25 * (i % 100 - average); // assertGuarded("volatile-field")
      doubled = doubled + doubled; // assertGuarded("volatile-field")
      return doubled;
    }

    @Override
    public Object state() {
      return List.of(average, doubled);
    }
  }

  /** Two numbers are added, one after the other. */
  public static class TwoTerms extends Target {
    private volatile double n;

    @Override
    public Object hit(int i) {
      double a = n + 0.5;
      String text = "x" + i;
      n = a + 0.25; // assertGuarded("volatile-field")
      return text;
    }

    @Override
    public Object state() {
      return List.of(n);
    }
  }

  /** Code runs between the read and the write; what it gives is not computed again. */
  public static class Between extends Target {
    private volatile int product = 1;
    private volatile int calls;

    @Override
    public Object hit(int i) {
      product *= odd(i); // assertGuarded("volatile-field")
      return null;
    }

    private int odd(int i) {
      calls++; // assertGuarded("volatile-field")
      return 2 * String.valueOf(i).length() + 1;
    }

    @Override
    public Object state() {
      return List.of(product, calls);
    }
  }

  /** Kept between limits. */
  public static class Clamped extends InexactTarget {
    private volatile int n;
    private volatile long m;

    @Override
    public Object hit(int i) {
      n = Math.min(n + 1, 10_000); // assertGuarded("volatile-field")
      m = Math.max(0, Math.min(m * 2 + 1, 1L << 40)); // assertGuarded("volatile-field")
      return null;
    }

    @Override
    public Object state() {
      return List.of(n, m);
    }
  }

  /** Elements of arrays. */
  public static class Elements extends Target {
    private final int[] errorCounts = {1, 1, 1, 0};
    private final long[] hitCounts = {1, 1};
    private static final byte[] ALL_COUNTS = {1, 1};

    @Override
    public Object hit(int i) {
      errorCounts[i % 3] *= 2 * i + 1; // assertGuarded("array-element")
      errorCounts[3]++; // assertGuarded("array-element")
      hitCounts[i & 1] = (hitCounts[i & 1] + i) % 65_537; // assertGuarded("array-element")
      ALL_COUNTS[1] += 5; // assertGuarded("array-element")
      ALL_COUNTS[0] *= 3; // assertGuarded("array-element")
      return null;
    }

    @Override
    public Object state() {
      return List.of(
          errorCounts[0],
          errorCounts[1],
          errorCounts[2],
          errorCounts[3],
          hitCounts[0],
          hitCounts[1],
          ALL_COUNTS[0],
          ALL_COUNTS[1]);
    }
  }

  /** In the middle of another expression, and within a try block. */
  public static class InTheMiddle extends InexactTarget {
    private volatile int n = 1;
    private volatile int failed;

    @Override
    public Object hit(int i) {
      try {
        StringBuilder text = new StringBuilder(8 + (n = n * 31 % 97)); // assertGuarded()
        return text.append(i).append(n *= 3 / (i % 4)).toString(); // assertGuarded()
      } catch (ArithmeticException e) {
        failed++; // assertGuarded("volatile-field")
        return "none";
      }
    }

    @Override
    public Object state() {
      return List.of(n, failed);
    }
  }

  /** The divisor is what was read. */
  public static class Divisor extends InexactTarget {
    private volatile int n = 3;

    @Override
    public Object hit(int i) {
      n = 100 / n; // assertRefused("volatile-field")
      return n;
    }

    @Override
    public Object state() {
      return List.of(n);
    }
  }

  /** Which of two operations it was is not known at the write. */
  public static class ByTurns extends InexactTarget {
    private volatile int n = 3;

    @Override
    public Object hit(int i) {
      n = i % 2 == 0 ? n * 3 : n ^ i; // assertRefused("volatile-field")
      return n;
    }

    @Override
    public Object state() {
      return List.of(n);
    }
  }

  /** A value that is written again without another read. */
  public static class WrittenAgain extends InexactTarget {
    private volatile int n;
    private volatile int m = 1;

    @Override
    public Object hit(int i) {
      int sum = n + 1;
      int product = m * 3;
      for (int k = 0; k < 3; k++) {
        n = sum; // assertRefused("volatile-field")
        m = product; // assertRefused("volatile-field")
      }
      return sum;
    }

    @Override
    public Object state() {
      return List.of(n, m);
    }
  }

  /** A hash that is folded into itself. */
  public static class Hash extends InexactTarget {
    private volatile int count;

    @Override
    public Object hit(int i) {
      count = 31 * count + i; // assertGuarded("volatile-field")
      return count;
    }

    @Override
    public Object state() {
      return List.of(count);
    }
  }

  /** What is only folded into is a set of bits, a hash or a factor, and no statistic. */
  public static class OnlyFolded extends InexactTarget {
    private static int bitCount;
    private static int hashCount = 7;
    private static long factorCount = 1;

    @Override
    public Object hit(int i) {
      bitCount |= 1 << i % 31; // assertUntouched()
      hashCount = 31 * hashCount + i; // assertUntouched()
      factorCount *= 3; // assertUntouched()
      return bitCount;
    }

    @Override
    public Object state() {
      return List.of(bitCount, hashCount, factorCount);
    }
  }

  /** A count that is halved, so that old ones count less. */
  public static class Halved extends InexactTarget {
    private static long hitCount;

    @Override
    public Object hit(int i) {
      hitCount++; // assertGuarded("static-field")
      if (i % 100 == 0) {
        hitCount >>>= 1; // assertGuarded("static-field")
      }
      return null;
    }

    @Override
    public Object state() {
      return List.of(hitCount);
    }
  }
}
