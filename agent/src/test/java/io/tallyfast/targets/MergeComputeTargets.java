package io.tallyfast.targets;

import io.tallyfast.testkit.InexactTarget;
import io.tallyfast.testkit.Racy;
import io.tallyfast.testkit.Target;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BinaryOperator;

/** {@code merge} and {@code compute} on maps that are not concurrent. */
public class MergeComputeTargets {
  private MergeComputeTargets() {}

  /** A method reference. */
  @Racy
  public static class MergeMethodReference extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      stats.merge(key(i), 1, Integer::sum); // assertGuarded("merge")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A lambda. */
  @Racy
  public static class MergeLambda extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      stats.merge(key(i), i % 10, (a, b) -> a + b); // assertGuarded("merge")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A lambda that captures. */
  @Racy
  public static class MergeCapturing extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      int weight = i % 4;
      stats.merge(key(i), weight, (a, b) -> a + b + weight - b); // assertGuarded("merge")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Long counts. */
  @Racy
  public static class MergeLong extends Target {
    private final HashMap<String, Long> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      stats.merge(key(i), 1L, Long::sum); // assertGuarded("merge")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Decimal sums. */
  @Racy
  public static class MergeDecimal extends Target {
    private final Map<String, BigDecimal> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      stats.merge(key(i), BigDecimal.valueOf(i % 50, 2), BigDecimal::add); // assertGuarded("merge")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A maximum. */
  @Racy
  public static class MergeMax extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      stats.merge(key(i), i, Math::max); // assertGuarded("merge")
      return null;
    }

    @Override
    public int hits() {
      return 20_000;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** In a sorted map. */
  @Racy
  public static class MergeTreeMap extends Target {
    private final TreeMap<String, Integer> stats = new TreeMap<>(zeros());

    @Override
    public Object hit(int i) {
      stats.merge(key(i), 1, Integer::sum); // assertGuarded("merge")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** On a map that may have its own lock. */
  public static class MergeSynchronizedMap extends Target {
    private final Map<String, Integer> stats = Collections.synchronizedMap(new HashMap<>());

    @Override
    public Object hit(int i) {
      stats.merge(key(i), 1, Integer::sum); // assertSafe()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The result is returned. */
  @Racy
  public static class MergeResult extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      return stats.merge(key(i), 3, Integer::sum); // assertGuarded("merge")
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The function from a field. */
  @Racy
  public static class MergeFunctionField extends Target {
    private static final BinaryOperator<Integer> SUM = (a, b) -> a + b;
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      stats.merge(key(i), 1, SUM); // assertGuarded("merge")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The function removes the entry now and then. */
  public static class MergeRemoves extends InexactTarget {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      return stats.merge(key(i), 1, (a, b) -> a >= 5 ? null : a + b); // assertGuarded("merge")
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The function throws. */
  @Racy
  public static class MergeThrows extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      int divisor = i % 5;
      return stats.merge(key(i), 1, (a, b) -> a + 8 / divisor); // assertGuarded("merge")
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A null value throws before anything happens. */
  @Racy
  public static class MergeNull extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      Integer amount = i % 6 == 5 ? null : 1;
      return stats.merge(key(i), amount, Integer::sum); // assertGuarded("merge")
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The function counts its own calls. */
  public static class MergeFunctionCounts extends InexactTarget {
    private final Map<String, Integer> stats = new HashMap<>();
    private int calls;

    @Override
    public Object hit(int i) {
      return stats.merge(key(i), 1, (a, b) -> a + b + calls++); // assertSafe()
    }

    @Override
    public Object state() {
      return List.of(stats, calls);
    }
  }

  /** The textbook. */
  @Racy
  public static class ComputeTernary extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      stats.compute(key(i), (k, v) -> v == null ? 1 : v + 1); // assertGuarded("compute")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A lambda with a body. */
  @Racy
  public static class ComputeBlock extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      stats.compute( // assertGuarded("compute")
          key(i),
          (k, v) -> {
            if (v == null) {
              return 1;
            }
            return v + 1;
          });
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A lambda that captures. */
  @Racy
  public static class ComputeCapturing extends Target {
    private final Map<String, Long> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      long bytes = i % 1000;
      stats.compute(key(i), (k, v) -> (v == null ? 0L : v) + bytes); // assertGuarded("compute")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A method reference. */
  @Racy
  public static class ComputeMethodReference extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      return stats.compute(key(i), ComputeMethodReference::next); // assertGuarded("compute")
    }

    private static Integer next(String k, Integer old) {
      return old == null ? k.length() : old + k.length();
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The function removes the entry now and then. */
  public static class ComputeRemoves extends InexactTarget {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      // assertGuarded("compute")
      return stats.compute(key(i), (k, v) -> v == null ? Integer.valueOf(1) : v > 3 ? null : v + 1);
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The function throws. */
  @Racy
  public static class ComputeThrows extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      return stats.compute(key(i), (k, v) -> v + 60 / (i % 6)); // assertGuarded("compute")
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Counts known keys. */
  @Racy
  public static class ComputeIfPresentCount extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = i % 4 == 3 ? "unknown" : key(i);
      return stats.computeIfPresent(k, (name, v) -> v + 1); // assertGuarded("computeifpresent")
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Counts down to nothing. */
  @Racy
  public static class ComputeIfPresentRemoves extends Target {
    private final Map<String, Integer> stats = fill(new HashMap<>(), 5_000);

    @Override
    public Object hit(int i) {
      // assertGuarded("computeifpresent")
      return stats.computeIfPresent(key(i), (k, v) -> v == 1 ? null : v - 1);
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A default by {@code computeIfAbsent}, then the increment. */
  @Racy
  public static class ComputeIfAbsentPut extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.computeIfAbsent(k, name -> 0); // assertGuarded("computeifabsent")
      stats.put(k, stats.get(k) + 1); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The result of {@code computeIfAbsent} is counted up. */
  @Racy
  public static class ComputeIfAbsentValue extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int c = stats.computeIfAbsent(k, name -> 0); // assertGuarded("computeifabsent")
      stats.put(k, c + 1); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** In one statement. */
  @Racy
  public static class ComputeIfAbsentInline extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.computeIfAbsent(k, name -> 0) + 1); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Counters that are objects; only their creation is racy. */
  @Racy
  public static class ComputeIfAbsentAtomic extends Target {
    private final Map<Integer, AtomicInteger> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      int k = i / 8 % 8;
      stats.computeIfAbsent(k, name -> new AtomicInteger()).incrementAndGet(); // assertGuarded()
      return null;
    }

    @Override
    public int hits() {
      return 4_000;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Both, one after the other. */
  @Racy
  public static class ComputeIfPresentThenAbsent extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      // assertGuarded("computeifpresent")
      if (stats.computeIfPresent(k, (name, v) -> v + 1) == null) {
        return stats.merge(k, 1, Integer::sum); // assertGuarded("merge")
      }
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }
}
