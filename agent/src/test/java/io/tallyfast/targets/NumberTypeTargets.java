package io.tallyfast.targets;

import io.tallyfast.testkit.Racy;
import io.tallyfast.testkit.Target;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/** Counters of every type of number. */
public class NumberTypeTargets {
  private NumberTypeTargets() {}

  /** Long. */
  @Racy
  public static class Longs extends Target {
    private final Map<String, Long> stats = fill(new HashMap<>(), 0L);

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.get(k) + 1L); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Long values that no int holds. */
  @Racy
  public static class LongsBeyondInt extends Target {
    private final Map<String, Long> stats = fill(new HashMap<>(), 1L << 40);

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.get(k) + (1L << 33)); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Long, checked for null. */
  @Racy
  public static class LongsNullChecked extends Target {
    private final Map<String, Long> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      Long c = stats.get(k);
      stats.put(k, c == null ? 1L : c + 1L); // assertGuarded("ternary-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Short, which wraps around. */
  @Racy
  public static class Shorts extends Target {
    private final Map<String, Short> stats = fill(new HashMap<>(), (short) 0);

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, (short) (stats.get(k) + 1)); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A short with a compound assignment. */
  @Racy
  public static class ShortCompound extends Target {
    private final Map<String, Short> stats = fill(new HashMap<>(), (short) 0);

    @Override
    public Object hit(int i) {
      String k = key(i);
      short s = stats.get(k);
      s += 3;
      stats.put(k, s); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Byte, which wraps around. */
  @Racy
  public static class Bytes extends Target {
    private final Map<String, Byte> stats = fill(new HashMap<>(), (byte) 0);

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, (byte) (stats.get(k) + 1)); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A byte with an increment operator. */
  @Racy
  public static class BytePostIncrement extends Target {
    private final Map<String, Byte> stats = fill(new HashMap<>(), (byte) 0);

    @Override
    public Object hit(int i) {
      String k = key(i);
      byte b = stats.get(k);
      b++;
      stats.put(k, b); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Double. */
  @Racy
  public static class Doubles extends Target {
    private final Map<String, Double> stats = fill(new HashMap<>(), 0.0);

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.get(k) + 0.5); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A double counter with an int delta. */
  @Racy
  public static class DoubleFromInt extends Target {
    private final Map<String, Double> stats = fill(new HashMap<>(), 0.0);

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.get(k) + i % 10); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A double that is taken away. */
  @Racy
  public static class DoubleSubtract extends Target {
    private final Map<String, Double> stats = fill(new HashMap<>(), 1e6);

    @Override
    public Object hit(int i) {
      String k = key(i);
      double price = i % 8 * 0.25;
      stats.put(k, stats.get(k) - price); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Code in between; the delta is too small to be found by subtraction. */
  @Racy
  public static class DoubleOperandBetween extends Target {
    private final Map<String, Double> stats = fill(new HashMap<>(), 0.0);

    @Override
    public Object hit(int i) {
      String k = key(i);
      double before = stats.get(k);
      String text = "x" + i;
      stats.put(k, before + 0.125); // assertGuarded()
      return text;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** {@code Double.sum}. */
  @Racy
  public static class DoubleSum extends Target {
    private final Map<String, Double> stats = fill(new HashMap<>(), 0.0);

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, Double.sum(stats.get(k), 1.5)); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Float. */
  @Racy
  public static class Floats extends Target {
    private final Map<String, Float> stats = fill(new HashMap<>(), 0f);

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.get(k) + 0.25f); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Float, with a default. */
  @Racy
  public static class FloatGetOrDefault extends Target {
    private final Map<String, Float> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.getOrDefault(k, 0f) + 2f); // assertGuarded("getordefault-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** BigInteger. */
  @Racy
  public static class BigIntegers extends Target {
    private final Map<String, BigInteger> stats = fill(new HashMap<>(), BigInteger.ZERO);

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.get(k).add(BigInteger.ONE)); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** BigInteger, the other way round. */
  @Racy
  public static class BigIntegerCommuted extends Target {
    private final Map<String, BigInteger> stats = fill(new HashMap<>(), BigInteger.ZERO);

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, BigInteger.valueOf(i).add(stats.get(k))); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** BigInteger that is taken away. */
  @Racy
  public static class BigIntegerSubtract extends Target {
    private final Map<String, BigInteger> stats = fill(new HashMap<>(), BigInteger.TEN);

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.get(k).subtract(BigInteger.TWO)); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** BigInteger, with a default. */
  @Racy
  public static class BigIntegerGetOrDefault extends Target {
    private final Map<String, BigInteger> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      // assertGuarded("getordefault-put")
      stats.put(k, stats.getOrDefault(k, BigInteger.ZERO).add(BigInteger.valueOf(i % 5)));
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** BigDecimal. */
  @Racy
  public static class BigDecimals extends Target {
    private final Map<String, BigDecimal> stats = fill(new HashMap<>(), BigDecimal.ZERO);

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.get(k).add(new BigDecimal("0.10"))); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** BigDecimal, checked for null. */
  @Racy
  public static class BigDecimalNullChecked extends Target {
    private final Map<String, BigDecimal> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      BigDecimal amount = BigDecimal.valueOf(i % 100, 2);
      BigDecimal sum = stats.get(k);
      stats.put(k, sum == null ? amount : sum.add(amount)); // assertGuarded("ternary-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** BigDecimal that is taken away. */
  @Racy
  public static class BigDecimalSubtract extends Target {
    private final Map<String, BigDecimal> stats = fill(new HashMap<>(), BigDecimal.TEN);

    @Override
    public Object hit(int i) {
      String k = key(i);
      BigDecimal left = stats.get(k);
      left = left.subtract(BigDecimal.ONE);
      stats.put(k, left); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }
}
