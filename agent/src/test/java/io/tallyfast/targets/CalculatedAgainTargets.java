package io.tallyfast.targets;

import io.tallyfast.testkit.InexactTarget;
import io.tallyfast.testkit.Target;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

/**
 * Updates of maps that are no sums, and are calculated again when another thread came in between.
 */
public class CalculatedAgainTargets {
  private CalculatedAgainTargets() {}

  /** Modulo the width of the type the order of products does not matter. */
  public static class Products extends Target {
    private final Map<String, Integer> stats = fill(new HashMap<>(), 1);
    private final Map<String, Long> wide = fill(new TreeMap<>(), 1L);

    @Override
    public Object hit(int i) {
      stats.put(key(i), stats.get(key(i)) * (2 * i + 1)); // assertGuarded("get-put")
      String k = key(i + 1);
      long old = wide.get(k);
      wide.put(k, (2L * i + 1) * old); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return List.of(stats, wide);
    }
  }

  /** The same, in maps that have operations of their own. */
  public static class ConcurrentProducts extends Target {
    private final ConcurrentMap<String, Integer> stats = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Long> wide = new ConcurrentHashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.getOrDefault(k, 1) * 3); // assertGuarded("getordefault-put")
      wide.put(k, wide.getOrDefault(k, 1L) * (2L * i + 1)); // assertGuarded("getordefault-put")
      return null;
    }

    @Override
    public Object state() {
      return List.of(stats, wide);
    }
  }

  /** From a default, which depends on the call. */
  public static class Defaults extends Target {
    private final Map<String, Integer> stats = new HashMap<>();
    private int start = 5;

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.getOrDefault(k, start) * 7); // assertGuarded("getordefault-put")
      return null;
    }

    @Override
    public Object state() {
      return List.of(stats, start);
    }
  }

  /** A remainder of a sum, which comes round. */
  public static class ComesRound extends Target {
    private final Map<String, Integer> stats = zeros();
    private final Map<TimeUnit, Integer> units = new EnumMap<>(Map.of(TimeUnit.DAYS, 3));

    @Override
    public Object hit(int i) {
      String k = key(i);
      int c = stats.get(k);
      stats.put(k, (c + 1) % 5); // assertGuarded("get-put")
      int unit = units.get(TimeUnit.DAYS);
      units.put(TimeUnit.DAYS, (unit + i % 4) % 1_009); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return List.of(stats, units);
    }
  }

  /** Bits that are flipped: one update that is lost is seen in the end. */
  public static class Flips extends Target {
    private final Map<String, Integer> stats = zeros();
    private final Map<String, Object> mixed = new HashMap<>(Map.of("flips", 0L));

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.get(k) ^ i * 7919); // assertGuarded("get-put")
      mixed.put("flips", (Long) mixed.get("flips") ^ (long) i << 20); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return List.of(stats, mixed);
    }
  }

  /** Taken away from a constant: an even number of updates changes nothing. */
  public static class Negated extends Target {
    private final Map<String, Integer> stats = fill(new HashMap<>(), 7);

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, 100 - stats.get(k)); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Shifted, and a bit set. */
  public static class Shifted extends InexactTarget {
    private final Map<String, Integer> stats = fill(new HashMap<>(), 1);

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.get(k) << 1); // assertGuarded("get-put")
      stats.put(k, stats.get(k) | 1 << i % 8); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Up to a limit, which all threads together reach. */
  public static class Limited extends Target {
    private final Map<String, Integer> stats = zeros();
    private final Map<String, Long> wide = fill(new HashMap<>(), 0L);

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, Math.min(stats.get(k) + 1, 19_000)); // assertGuarded("get-put")
      wide.put(k, Math.min(wide.get(k) + 2, 39_999)); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return List.of(stats, wide);
    }
  }

  /** At least a number, and one more. */
  public static class AtLeast extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, Math.max(stats.get(k), 10) + 1); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Moving averages. */
  public static class Smoothing extends InexactTarget {
    private final Map<String, Integer> stats = fill(new HashMap<>(), 1000);
    private final Map<String, Double> averages = fill(new HashMap<>(), 10.0);
    private final Map<String, Float> quick = fill(new HashMap<>(), 10f);

    @Override
    public Object hit(int i) {
      String k = key(i);
      int c = stats.get(k);
      c = c * 9 / 10 + i % 50;
      stats.put(k, c); // assertGuarded("get-put")
      averages.put(k, averages.get(k) * 0.9 + i % 7 * 0.1); // assertGuarded("get-put")
      quick.put(k, quick.get(k) + 0.25f * (i % 9 - quick.get(k))); // assertGuarded("get-put")
      return c;
    }

    @Override
    public Object state() {
      return List.of(stats, averages, quick);
    }
  }

  /** Both reads are of one moment. */
  public static class ReadTwice extends Target {
    private final Map<String, Integer> stats = fill(new HashMap<>(), 1);
    private final Map<String, Integer> odd = fill(new HashMap<>(), 1);

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.get(k) + stats.get(k) * 2 * i); // assertGuarded("get-put")
      int c = odd.get(k);
      odd.put(k, c + c + c); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return List.of(stats, odd);
    }
  }

  /** Code runs between the read and the write; what it gives is not computed again. */
  public static class Between extends Target {
    private final Map<String, Integer> stats = fill(new HashMap<>(), 1);
    private final Map<String, Integer> calls = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.get(k) * odd(i)); // assertGuarded("get-put")
      return null;
    }

    private int odd(int i) {
      String k = key(i);
      calls.put(k, calls.get(k) + 1); // assertGuarded("get-put")
      return 2 * String.valueOf(i).length() + 1;
    }

    @Override
    public Object state() {
      return List.of(stats, calls);
    }
  }

  /** Each turn of a cycle is handed out as often as it comes. */
  public static class HandedOut extends Target {
    private final Map<String, Integer> stats = zeros();
    private final Map<String, Integer> given = new HashMap<>();

    @Override
    public Object hit(int i) {
      int turn = stats.get("alpha");
      int next = (turn + 1) % 4;
      stats.put("alpha", next); // assertGuarded("get-put")
      String old = "old" + turn;
      given.put(old, given.getOrDefault(old, 0) + 1); // assertGuarded("getordefault-put")
      String made = "new" + next;
      given.put(made, given.getOrDefault(made, 0) + 1); // assertGuarded("getordefault-put")
      return null;
    }

    @Override
    public Object state() {
      return List.of(stats, given);
    }
  }

  /** The result of put is used. */
  public static class Replaced extends Target {
    private final Map<String, Integer> stats = fill(new HashMap<>(), 0);
    private final Map<String, Integer> given = new HashMap<>();

    @Override
    public Object hit(int i) {
      Integer old = stats.put("beta", (stats.get("beta") + 3) % 8); // assertGuarded("get-put")
      given.merge("old" + old, 1, Integer::sum); // assertSafe()
      stats.replace("gamma", stats.get("gamma") * 5 + 1); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return List.of(stats, given);
    }
  }

  /** One of several ways to the value; each is calculated by itself. */
  public static class ByBranches extends InexactTarget {
    private final Map<String, Integer> stats = fill(new HashMap<>(), 1);

    @Override
    public Object hit(int i) {
      String k = key(i);
      int c = stats.get(k);
      if (i % 2 == 0) {
        stats.put(k, c * 3); // assertGuarded("get-put")
      } else {
        stats.put(k, c + 2); // assertGuarded("get-put")
      }
      return c;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The write is deep in an expression, within a try block and a loop. */
  public static class InTheMiddle extends InexactTarget {
    private final Map<String, Integer> stats = fill(new HashMap<>(), 3);

    @Override
    public Object hit(int i) {
      StringBuilder text = new StringBuilder();
      for (int j = 0; j < 3; j++) {
        String k = key(i + j);
        try {
          text.append(i)
              .append(stats.put(k, stats.get(k) * 31 % 97)) // assertGuarded("get-put")
              .append("x" + stats.put(k, stats.get(k) * 5 / (i % 4))); // assertGuarded("get-put")
        } catch (ArithmeticException e) {
          text.append("none");
        }
      }
      return text.toString();
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Nothing is there, or something else. */
  public static class Fails extends InexactTarget {
    private final Map<String, Object> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      if (i % 5 == 1) {
        stats.put(k, i);
      } else if (i % 5 == 3) {
        stats.put(k, "text");
      } else if (i % 5 == 4) {
        stats.remove(k);
      }
      stats.put(k, (Integer) stats.get(k) * 2); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The key is another one at the write, now and then. */
  public static class KeyOfACall extends InexactTarget {
    private final Map<String, Integer> stats = fill(new HashMap<>(), 1);
    private int calls;

    @Override
    public Object hit(int i) {
      stats.put(next(), stats.get(next()) * 3); // assertGuarded("get-put")
      return null;
    }

    private String next() {
      return key(calls++ / 3); // assertSafe()
    }

    @Override
    public Object state() {
      return List.of(stats, calls);
    }
  }

  /** The divisor is what was read. */
  public static class Divisor extends InexactTarget {
    private final Map<String, Integer> stats = fill(new HashMap<>(), 3);

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, 100 / stats.get(k)); // assertRefused("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A text is made of the old value, and given away after the write. */
  public static class TextOfOld extends InexactTarget {
    private final Map<String, Integer> stats = fill(new HashMap<>(), 3);

    @Override
    public Object hit(int i) {
      String k = key(i);
      int c = stats.get(k);
      String text = "was " + c;
      stats.put(k, c * 3); // assertRefused("get-put")
      return text;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The method changes the entry itself in between, or writes it again. */
  public static class OwnChange extends InexactTarget {
    private final Map<String, Integer> stats = fill(new HashMap<>(), 3);

    @Override
    public Object hit(int i) {
      String k = key(i);
      int c = stats.get(k);
      stats.put(key(i + 1), i);
      stats.put(k, c * 3); // assertRefused("get-put")
      int d = stats.get(k);
      for (int j = 0; j < 2; j++) {
        stats.put(k, d * 5); // assertRefused("get-put")
      }
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }
}
