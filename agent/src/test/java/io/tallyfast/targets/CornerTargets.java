package io.tallyfast.targets;

import io.tallyfast.testkit.InexactTarget;
import io.tallyfast.testkit.Racy;
import io.tallyfast.testkit.Target;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shapes of code that trip up whoever looks at less than the values. */
public class CornerTargets {
  private CornerTargets() {}

  /** Other operands lie on the stack, long ones among them. */
  @Racy
  public static class DeepStack extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      long product = i * 3L + stats.put(k, stats.get(k) + 1) * 0L; // assertGuarded("get-put")
      return product + 0.5;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A new object waits for its argument. */
  @Racy
  public static class ArgumentOfNew extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      Integer c = stats.get(k);
      return new StringBuilder(16 + 0 * stats.put(k, c + 1)).append(i); // assertGuarded()
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Before the object is initialised. */
  @Racy
  public static class ArgumentOfThis extends Target {
    private static final Map<String, Integer> STATS = zeros();

    @Override
    public Object hit(int i) {
      return new Session(i).name;
    }

    private static final class Session {
      private final String name;

      Session(int i) {
        this(key(i), STATS.put(key(i), STATS.get(key(i)) + 1)); // assertGuarded()
      }

      private Session(String name, Integer ignored) {
        this.name = name + (ignored == null);
      }
    }

    @Override
    public Object state() {
      return STATS;
    }
  }

  /** The old value goes into an array. */
  @Racy
  public static class ArrayStore extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      Integer[] seen = new Integer[2];
      seen[i & 1] = stats.put(k, stats.get(k) + 1); // assertGuarded("get-put")
      return seen.length;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A static method with wide parameters and many local variables. */
  @Racy
  public static class WideArguments extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      return wide(stats, 1L, 2.0, key(i), 3L);
    }

    private static double wide(Map<String, Integer> m, long a, double b, String k, long c) {
      long x = a + c;
      double y = b * 2;
      int n = m.get(k);
      long z = x + (long) y;
      m.put(k, n + (int) a); // assertGuarded()
      double w = z + y;
      return w + a;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A ternary between the key and the call. */
  @Racy
  public static class ConditionInArguments extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      Integer c = stats.get("alpha");
      // assertGuarded("ternary-put")
      return List.of(1, Optional.ofNullable(stats.put("alpha", c == null ? 1 : c + 1)), "x").size();
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The value comes from the turn before, from another key. */
  public static class LoopCarried extends InexactTarget {
    private final Map<String, Integer> stats =
        new HashMap<>(Map.of("alpha", 5, "beta", 70, "gamma", 900));

    @Override
    public Object hit(int i) {
      int c = 0;
      for (int n = 0; n < 3; n++) {
        String k = key(n);
        int mine = stats.get(k);
        stats.put(k, c + 1); // assertUntouched()
        c = mine;
      }
      return c;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The same with one variable for all keys. */
  public static class LoopCarriedSameVariable extends InexactTarget {
    private final Map<String, Integer> stats =
        new HashMap<>(Map.of("alpha", 5, "beta", 70, "gamma", 900));

    @Override
    public Object hit(int i) {
      Integer previous = null;
      for (String k : List.of("alpha", "beta", "gamma")) {
        if (previous != null) {
          stats.put(k, previous + 1); // assertSafe()
        }
        previous = stats.get(k);
      }
      return previous;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The key is incremented between read and write. */
  public static class KeyIncremented extends InexactTarget {
    private final Map<Integer, Integer> stats = new HashMap<>(Map.of(0, 1, 1, 5, 2, 9, 3, 0));

    @Override
    public Object hit(int i) {
      int n = i % 3;
      int c = stats.get(n);
      n++;
      stats.put(n, c + 1); // assertUntouched()
      return c;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The variable gets another map between read and write. */
  public static class MapVariableChanged extends InexactTarget {
    private final Map<String, Integer> stats = zeros();
    private final Map<String, Integer> other = zeros();

    @Override
    public Object hit(int i) {
      Map<String, Integer> m = i % 2 == 0 ? stats : other;
      int c = m.get("alpha");
      m = i % 3 == 0 ? stats : other;
      m.put("alpha", c + 1); // assertSafe()
      return c;
    }

    @Override
    public Object state() {
      return List.of(stats, other);
    }
  }

  /** The field with the key changes between read and write. */
  public static class KeyFieldChanged extends InexactTarget {
    private final Map<String, Integer> stats = zeros();
    private String name = "alpha";

    @Override
    public Object hit(int i) {
      int c = stats.get(name);
      name = key(i);
      stats.put(name, c + 1); // assertSafe()
      return c;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The array element with the key changes between read and write. */
  public static class KeyElementChanged extends InexactTarget {
    private final Map<String, Integer> stats = zeros();
    private final String[] names = {"alpha"};

    @Override
    public Object hit(int i) {
      int c = stats.get(names[0]);
      names[0] = key(i);
      stats.put(names[0], c + 1); // assertSafe()
      return c;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A getter that gives a copy each time. */
  public static class FreshCopies extends InexactTarget {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      return copy().put("alpha", copy().get("alpha") + 1); // assertSafe()
    }

    private Map<String, Integer> copy() {
      return new HashMap<>(stats);
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A method that gives one map and then the other. */
  public static class AlternatingMaps extends InexactTarget {
    private final Map<String, Integer> stats = zeros();
    private final Map<String, Integer> other = fill(new HashMap<>(), 1000);
    private int calls;

    @Override
    public Object hit(int i) {
      next().put("alpha", next().get("alpha") + 1); // assertSafe()
      if (i % 5 == 4) {
        calls++; // assertGuarded("instance-field")
      }
      return null;
    }

    private Map<String, Integer> next() {
      return calls++ % 2 == 0 ? stats : other; // assertGuarded("instance-field")
    }

    @Override
    public Object state() {
      return List.of(stats, other);
    }
  }

  /** The second write overwrites the first. */
  public static class TwoWritesOfOneRead extends InexactTarget {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int c = stats.get(k);
      stats.put(k, c + 1); // assertSafe()
      stats.put(k, c + 2); // assertSafe()
      return c;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** What was there is put back at the end. */
  public static class SavedAndRestored extends InexactTarget {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int depth = stats.get(k);
      stats.put(k, depth + 1); // assertSafe()
      try {
        return 8 / (i % 4) + stats.get(k);
      } finally {
        stats.put(k, depth + i % 2); // assertSafe()
      }
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Moves a counter to the end. */
  public static class RemovedAndPut extends InexactTarget {
    private final Map<String, Integer> stats = fill(new LinkedHashMap<>(), 0);

    @Override
    public Object hit(int i) {
      String k = key(i * i);
      Integer c = stats.remove(k);
      stats.put(k, c == null ? 1 : c + 1); // assertSafe()
      return c;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Reads, removes, puts again. */
  public static class ReadRemovedAndPut extends InexactTarget {
    private final Map<String, Integer> stats = fill(new LinkedHashMap<>(), 0);

    @Override
    public Object hit(int i) {
      String k = key(i * i);
      int c = stats.get(k);
      stats.remove(k);
      stats.put(k, c + 1); // assertSafe()
      return c;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The map is cleared between read and write. */
  public static class ClearedBetween extends InexactTarget {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int c = stats.getOrDefault(k, 0);
      if (i % 20 == 19) {
        stats.clear();
      }
      stats.put(k, c + 1); // assertSafe()
      return c;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** One read, and a write to each of two maps. */
  public static class OneReadTwoMaps extends InexactTarget {
    private final Map<String, Integer> stats = zeros();
    private final Map<String, Integer> mirror = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int c = stats.get(k) + 1;
      mirror.put(k, c); // assertUntouched()
      stats.put(k, c); // assertGuarded()
      return mirror.get(k);
    }

    @Override
    public Object state() {
      return List.of(stats, mirror);
    }
  }

  /** A read whose value is thrown away. */
  @Racy
  public static class DeadRead extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.get(k);
      stats.put(k, stats.get(k) + 1); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** An update within the delta of another, of another key. */
  public static class PutTwiceInOne extends InexactTarget {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      // assertGuarded()
      stats.put("alpha", stats.get("alpha") + stats.put("beta", stats.get("beta") + 1));
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The read in both branches, the write after them. */
  @Racy
  public static class ReadAcrossBranches extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int c;
      if (i % 2 == 0) {
        c = stats.get(k) + 1;
      } else {
        c = stats.get(k) + 10;
      }
      stats.put(k, c); // assertSafe()
      return null;
    }

    @Override
    public boolean exact() {
      return false;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The delta was the count, a while ago. */
  public static class DeltaIsOldCount extends InexactTarget {
    private final Map<String, Integer> stats = zeros();
    private int last = 1;

    @Override
    public Object hit(int i) {
      String k = key(i);
      int c = stats.get(k);
      stats.put(k, c + last); // assertGuarded()
      last = c % 7;
      return c;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** What was read is compared to what is there now. */
  @Racy
  public static class NewAndOldInOneExpression extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int before = stats.get(k);
      stats.put(k, before + 4); // assertGuarded()
      return before + 4 == stats.get(k) || i < 0 ? "same" : "other";
    }

    @Override
    public Object state() {
      return stats;
    }
  }
}
