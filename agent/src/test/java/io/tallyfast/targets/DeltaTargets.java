package io.tallyfast.targets;

import io.tallyfast.testkit.Racy;
import io.tallyfast.testkit.Target;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntSupplier;

/** What is added or taken away. */
public class DeltaTargets {
  private DeltaTargets() {}

  /** Counts down. */
  @Racy
  public static class Subtract extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.get(k) - 1); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The constant first. */
  @Racy
  public static class Commuted extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, 1 + stats.get(k)); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The parameter first. */
  @Racy
  public static class CommutedParameter extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, i % 9 + stats.get(k)); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A constant that no short instruction holds. */
  @Racy
  public static class LargeConstant extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.get(k) + 100_003); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A negative constant is taken away. */
  @Racy
  public static class NegativeConstant extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.get(k) - -3); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** From a parameter. */
  @Racy
  public static class Parameter extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      add(key(i), i % 10);
      return null;
    }

    private void add(String k, int amount) {
      stats.put(k, stats.get(k) + amount); // assertGuarded("get-put")
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A parameter is taken away. */
  @Racy
  public static class ParameterSubtracted extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      take(key(i), i % 10);
      return null;
    }

    private void take(String k, int amount) {
      stats.put(k, stats.get(k) - amount); // assertGuarded("get-put")
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** From a field. */
  @Racy
  public static class Field extends Target {
    private final Map<String, Integer> stats = zeros();
    private int step = 3;

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.get(k) + step); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** From a static field. */
  @Racy
  public static class StaticField extends Target {
    private static int step = 4;
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.get(k) + step); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** From a method. */
  @Racy
  public static class MethodResult extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.get(k) + cost(i)); // assertGuarded()
      return null;
    }

    private static int cost(int i) {
      return i * 17 % 23;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** From a method that is called before the read. */
  @Racy
  public static class MethodResultFirst extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, k.length() + stats.get(k)); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The length of some text. */
  @Racy
  public static class StringLength extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.get(k) + k.length()); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The length of an array. */
  @Racy
  public static class ArrayLength extends Target {
    private final Map<String, Integer> stats = zeros();
    private final byte[] payload = new byte[12];

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.get(k) + payload.length); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** An element of an array. */
  @Racy
  public static class ArrayElement extends Target {
    private final Map<String, Integer> stats = zeros();
    private final int[] weights = {1, 2, 4, 8};

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.get(k) + weights[i & 3]); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** An expression. */
  @Racy
  public static class Expression extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int width = i % 5;
      stats.put(k, stats.get(k) + width * 3 + 1); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** An expression in parentheses. */
  @Racy
  public static class ExpressionInParentheses extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int width = i % 5;
      stats.put(k, stats.get(k) + (width * 3 - 1)); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Something is added and something taken away. */
  @Racy
  public static class PlusMinus extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int in = i % 7;
      int out = i % 3;
      stats.put(k, stats.get(k) + in - out); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The read stands in the middle. */
  @Racy
  public static class InTheMiddle extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int in = i % 7;
      stats.put(k, in + stats.get(k) + 2); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Counts or does not. */
  @Racy
  public static class Ternary extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      boolean ok = i % 3 != 1;
      stats.put(k, stats.get(k) + (ok ? 1 : 0)); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A compound assignment. */
  @Racy
  public static class CompoundAssignment extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int c = stats.get(k);
      c += 3;
      stats.put(k, c); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A compound assignment that takes away. */
  @Racy
  public static class CompoundSubtraction extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int c = stats.get(k);
      c -= i % 4;
      stats.put(k, c); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Incremented in the argument. */
  @Racy
  public static class PreIncrementArgument extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int c = stats.get(k);
      stats.put(k, ++c); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Decremented in the argument. */
  @Racy
  public static class PreDecrementArgument extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int c = stats.get(k);
      stats.put(k, --c); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Incremented on its own. */
  @Racy
  public static class PostIncrement extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int c = stats.get(k);
      c++;
      stats.put(k, c); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A boxed variable is incremented on its own. */
  @Racy
  public static class BoxedPostIncrement extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      Integer c = stats.get(k);
      c++;
      stats.put(k, c); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A boxed variable is incremented in the argument. */
  @Racy
  public static class BoxedPreIncrementArgument extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      Integer c = stats.get(k);
      stats.put(k, ++c); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A compound assignment to a boxed variable. */
  @Racy
  public static class BoxedCompound extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      Integer c = stats.get(k);
      c += i % 6;
      stats.put(k, c); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Two deltas one after the other. */
  @Racy
  public static class TwoSteps extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int c = stats.get(k);
      c = c + 1;
      c = c + i % 2;
      stats.put(k, c); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A long delta on an int counter. */
  @Racy
  public static class LongDeltaNarrowed extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      long millis = i % 50;
      stats.put(k, (int) (stats.get(k) + millis)); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A long delta, narrowed with a check. */
  @Racy
  public static class LongDeltaExact extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, Math.toIntExact(stats.get(k) + 2L)); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** An int delta on a long counter. */
  @Racy
  public static class IntDeltaWidened extends Target {
    private final Map<String, Long> stats = fill(new HashMap<>(), 0L);

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.get(k) + i % 100); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** An int constant on a long counter. */
  @Racy
  public static class IntConstantWidened extends Target {
    private final Map<String, Long> stats = fill(new HashMap<>(), 0L);

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.get(k) + 1); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A boxed delta, which may be null. */
  @Racy
  public static class BoxedDelta extends Target {
    private final Map<String, Integer> stats = zeros();
    private final Integer[] amounts = {1, 2, null, 4};

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.get(k) + amounts[i & 3]); // assertGuarded()
      return k;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A delta that throws. */
  @Racy
  public static class DeltaThrows extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.get(k) + 60 / (i % 6)); // assertGuarded()
      return k;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The delta from another map. */
  @Racy
  public static class FromOtherMap extends Target {
    private final Map<String, Integer> stats = zeros();
    private final Map<String, Integer> weights = fill(new HashMap<>(), 5);

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.get(k) + weights.get(k)); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The delta from a functional interface. */
  @Racy
  public static class FromSupplier extends Target {
    private final Map<String, Integer> stats = zeros();
    private final IntSupplier cost = () -> 6;

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.get(k) + cost.getAsInt()); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The delta is a char. */
  @Racy
  public static class CharDelta extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.get(k) + (char) (i % 10)); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The delta is a double, narrowed. */
  @Racy
  public static class DoubleNarrowed extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.get(k) + (int) (i % 8 * 0.5)); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Runs over the largest int. */
  @Racy
  public static class Overflow extends Target {
    private final Map<String, Integer> stats = fill(new HashMap<>(), Integer.MAX_VALUE - 20);

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.get(k) + 1); // assertGuarded("get-put")
      return stats.get(k) < 0 && i < 60;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** {@code Integer.sum}. */
  @Racy
  public static class IntegerSum extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, Integer.sum(stats.get(k), 1)); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** {@code Integer.sum}, the other way round. */
  @Racy
  public static class IntegerSumCommuted extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, Integer.sum(i % 3, stats.get(k))); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** {@code Long.sum}. */
  @Racy
  public static class LongSum extends Target {
    private final Map<String, Long> stats = fill(new HashMap<>(), 0L);

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, Long.sum(stats.get(k), i)); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** {@code Math.addExact}. */
  @Racy
  public static class AddExact extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, Math.addExact(stats.get(k), 2)); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** {@code Math.addExact} that comes to its end and throws. */
  public static class AddExactOverflow extends Target {
    private final Map<String, Integer> stats = fill(new HashMap<>(), Integer.MAX_VALUE - 50);

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, Math.addExact(stats.get(k), 1)); // assertGuarded()
      return k;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** {@code Math.incrementExact}. */
  @Racy
  public static class IncrementExact extends Target {
    private final Map<String, Long> stats = fill(new HashMap<>(), 0L);

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, Math.incrementExact(stats.get(k))); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** {@code Math.subtractExact}. */
  @Racy
  public static class SubtractExact extends Target {
    private final Map<String, Long> stats = fill(new HashMap<>(), 0L);

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, Math.subtractExact(stats.get(k), 3L)); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }
}
