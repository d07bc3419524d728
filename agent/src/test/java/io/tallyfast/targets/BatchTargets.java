package io.tallyfast.targets;

import io.tallyfast.testkit.Racy;
import io.tallyfast.testkit.Steps;
import io.tallyfast.testkit.Target;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Several updates of one map, one behind the other. */
public class BatchTargets {
  private BatchTargets() {}

  /** A map with its keys at 0, and its text. */
  abstract static class Stats extends Target {
    final Map<String, Integer> stats = fill(new HashMap<>(), 0);

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Two counts. */
  @Racy
  @Steps(1)
  public static class TwoCounts extends Stats {
    @Override
    public Object hit(int i) {
      stats.put("alpha", stats.get("alpha") + i); // assertGuarded()
      stats.put("beta", stats.get("beta") + 1); // assertGuarded()
      return null;
    }
  }

  /** Sums, defaults and tests for null. */
  @Racy
  @Steps(1)
  public static class ManyForms extends Stats {
    @Override
    public Object hit(int i) {
      stats.put("a", stats.getOrDefault("a", 0) + i); // assertGuarded()
      stats.put("b", stats.get("b") == null ? 1 : stats.get("b") + 1); // assertGuarded()
      Integer c = stats.get("c");
      if (c == null) {
        c = 0;
      }
      stats.put("c", c + i); // assertGuarded()
      stats.merge("d", 1, Integer::sum); // assertGuarded()
      stats.merge("e", i, (x, y) -> x + y); // assertGuarded()
      return null;
    }
  }

  /** Plain values, of which the last one wins. */
  @Steps(1)
  public static class WithSets extends Target {
    private final Map<String, Object> stats = new TreeMap<>(Map.of("n", 0));

    @Override
    public Object hit(int i) {
      stats.put("n", (Integer) stats.get("n") + 1); // assertGuarded()
      stats.put("last", "hit " + i);
      stats.put("time", System.nanoTime() > 0 ? 1L : 2L);
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }

    @Override
    public Object sum() {
      return stats.get("n");
    }
  }

  /** A branch for each of two batches, and a third around. */
  @Racy
  @Steps(2)
  public static class Branches extends Stats {
    private final AtomicInteger others = new AtomicInteger();

    @Override
    public Object hit(int i) {
      if (i % 2 == 0) {
        stats.put("alpha", stats.get("alpha") + 1); // assertGuarded()
        stats.put("beta", stats.get("beta") + 1); // assertGuarded()
        other();
      } else {
        other();
        stats.put("beta", stats.get("beta") + 2); // assertGuarded()
        stats.put("gamma", stats.get("gamma") + 1); // assertGuarded()
      }
      return null;
    }

    private void other() {
      others.incrementAndGet();
    }
  }

  /**
   * A variable is null where the batch begins, and a branch inside knows its declared type only.
   */
  @Racy
  @Steps(1)
  public static class NullBeforeBranchInside extends Stats {
    @Override
    public Object hit(int i) {
      String note = null;
      Object seen = "none";
      stats.put("alpha", stats.get("alpha") + 1); // assertGuarded()
      int more = i % 3 == 0 ? 1 : 2;
      stats.put("beta", stats.get("beta") + more); // assertGuarded()
      if (i % 5 == 0) {
        note = "fifth";
        seen = i;
      }
      return note + seen;
    }
  }

  /** A branch inside. */
  @Racy
  @Steps(1)
  public static class BranchInside extends Stats {
    @Override
    public Object hit(int i) {
      stats.put("alpha", stats.get("alpha") + 1); // assertGuarded()
      if (i % 3 == 0) {
        stats.put("beta", stats.get("beta") + 1); // assertGuarded()
      }
      switch (i % 4) {
        case 0:
          stats.put("gamma", stats.get("gamma") + 1); // assertGuarded()
          break;
        case 1:
          stats.put("gamma", stats.get("gamma") + 2); // assertGuarded()
          break;
        default:
          break;
      }
      stats.put("delta", stats.getOrDefault("delta", 0) + 1); // assertGuarded()
      return stats.size() > 3;
    }
  }

  /** Code that nobody knows: in front of, and behind, but not within. */
  @Racy
  @Steps(1)
  public static class UnknownCodeAround extends Stats {
    private final AtomicInteger calls = new AtomicInteger();

    @Override
    public Object hit(int i) {
      stats.put("alpha", stats.get("alpha") + amount(i)); // assertGuarded()
      stats.put("beta", stats.get("beta") + 1); // assertGuarded()
      amount(i);
      return null;
    }

    private int amount(int i) {
      return calls.incrementAndGet() > 0 ? i % 7 : 0;
    }

    @Override
    public Object state() {
      return List.of(stats, calls.get());
    }
  }

  /** Code that nobody knows between the two: no step. */
  @Racy
  @Steps(0)
  public static class UnknownCodeBetween extends Stats {
    @Override
    public Object hit(int i) {
      stats.put("alpha", stats.get("alpha") + 1); // assertGuarded()
      String key = key(i);
      stats.put(key, stats.get(key) + 1); // assertGuarded()
      return null;
    }
  }

  /** The size of a collection of the JDK, and of one that nobody knows. */
  @Racy
  @Steps(1)
  public static class Sizes extends Stats {
    private final List<String> known = List.of("a", "b");
    private final List<String> unknown = new OwnList();

    /** Counts how often it is asked, and whether under a lock. */
    private final class OwnList extends java.util.AbstractList<String> {
      @Override
      public String get(int index) {
        return "x";
      }

      @Override
      public int size() {
        if (Thread.holdsLock(stats)) {
          throw new IllegalStateException("code of the application under the lock");
        }
        return 3;
      }
    }

    @Override
    public Object hit(int i) {
      return count(i % 2 == 0 ? known : unknown, key(i));
    }

    private boolean count(List<String> words, CharSequence text) {
      stats.put("alpha", stats.get("alpha") + 1); // assertGuarded()
      stats.put("beta", stats.get("beta") + words.size()); // assertGuarded()
      if (!words.isEmpty()) {
        stats.put("gamma", stats.get("gamma") + text.length()); // assertGuarded()
      }
      return Thread.holdsLock(stats);
    }
  }

  /** Two maps in turn: no step. */
  @Racy
  @Steps(0)
  public static class TwoMaps extends Stats {
    private final Map<String, Integer> others = fill(new HashMap<>(), 0);

    @Override
    public Object hit(int i) {
      stats.put("alpha", stats.get("alpha") + 1); // assertGuarded()
      others.put("alpha", others.get("alpha") + 1); // assertGuarded()
      stats.put("beta", stats.get("beta") + 1); // assertGuarded()
      others.put("beta", others.get("beta") + 1); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return List.of(stats, others);
    }
  }

  /** A map whose own operations are atomic is not locked. */
  @Racy
  @Steps(0)
  public static class Concurrent extends Target {
    private final ConcurrentHashMap<String, Integer> stats =
        new ConcurrentHashMap<>(Map.of("alpha", 0, "beta", 0));

    @Override
    public Object hit(int i) {
      stats.put("alpha", stats.get("alpha") + 1); // assertGuarded()
      stats.put("beta", stats.get("beta") + 1); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Nobody can tell from the field that its operations are atomic. */
  @Racy
  @Steps(1)
  public static class ConcurrentInside extends Target {
    private final Map<String, Integer> stats =
        new ConcurrentHashMap<>(Map.of("alpha", 0, "beta", 0));

    @Override
    public Object hit(int i) {
      stats.put("alpha", stats.get("alpha") + 1); // assertGuarded()
      stats.put("beta", stats.get("beta") + 1); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Exceptions from the middle leave what came before, and let go of the lock. */
  @Steps(1)
  public static class Throws extends Stats {
    @Override
    public Object hit(int i) {
      stats.put("alpha", stats.get("alpha") + 1); // assertGuarded()
      stats.put("beta", stats.get("beta") + 12 / (i % 3)); // assertGuarded()
      stats.put("gamma", stats.get("gamma") + 1); // assertGuarded()
      return Thread.holdsLock(stats);
    }

    @Override
    public Object state() {
      return List.of(stats, Thread.holdsLock(stats));
    }
  }

  /** Handlers around, for which variables that are set inside must be as they expect them. */
  @Steps(3) // A compiler writes what is in finally twice.
  public static class Handlers extends Stats {
    @Override
    public Object hit(int i) {
      int n = i;
      long wide = 1;
      String last = "none";
      Object any = "text";
      try {
        try {
          stats.put("alpha", stats.get("alpha") + 1); // assertGuarded()
          n = n + 1;
          wide += 2;
          last = "first";
          any = last;
          stats.put("beta", stats.get("beta") + 12 / (i % 3)); // assertGuarded()
          last = "second";
        } finally {
          stats.put("gamma", stats.get("gamma") + n); // assertGuarded()
          stats.put("beta", stats.get("beta") + n); // assertGuarded()
        }
      } catch (ArithmeticException e) {
        return List.of(n, wide, last, any, Thread.holdsLock(stats));
      }
      return List.of(n, wide, last, any, Thread.holdsLock(stats));
    }
  }

  /** No map at all fails where it did. */
  @Steps(1)
  public static class NoMap extends Target {
    private final AtomicInteger calls = new AtomicInteger();
    private Map<String, Integer> stats;

    @Override
    public boolean exact() {
      return false;
    }

    @Override
    public Object hit(int i) {
      try {
        stats.put(i % 2 == 0 ? "alpha" : key(calls.incrementAndGet()), i + 1);
        stats.put("beta", stats.get("beta") + 1); // assertGuarded()
        stats.put("gamma", stats.get("gamma") + 1); // assertGuarded()
      } catch (NullPointerException e) {
        if (i % 3 == 0) {
          stats = fill(new HashMap<>(), 0);
        }
        return lineOf(e);
      }
      return null;
    }

    private static int lineOf(NullPointerException e) {
      for (StackTraceElement frame : e.getStackTrace()) {
        if (frame.getMethodName().equals("hit")) {
          return frame.getLineNumber();
        }
      }
      return 0;
    }

    @Override
    public Object state() {
      return Arrays.asList(stats, calls.get());
    }
  }

  /** Keys that are constants of an enum, which the first of them initialises. */
  @Racy
  @Steps(1)
  public static class EnumKeys extends Target {
    private final EnumMap<TimeUnit, Long> stats = new EnumMap<>(TimeUnit.class);

    /** Starts at 0. */
    public EnumKeys() {
      stats.put(TimeUnit.DAYS, 0L);
      stats.put(TimeUnit.HOURS, 0L);
    }

    @Override
    public Object hit(int i) {
      stats.put(TimeUnit.DAYS, stats.get(TimeUnit.DAYS) + i); // assertGuarded()
      stats.put(TimeUnit.HOURS, stats.get(TimeUnit.HOURS) + 1); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Keys of an enum of the application: its initialiser does not run under the lock. */
  @Racy
  @Steps(1)
  public static class OwnEnumKeys extends Target {
    private final Map<KeyEnum, Integer> stats = new HashMap<>();

    /** Made anew with its targets. */
    public enum KeyEnum {
      READS,
      WRITES
    }

    /** Starts at 0. */
    public OwnEnumKeys() {
      for (KeyEnum key : KeyEnum.values()) {
        stats.put(key, 0);
      }
    }

    @Override
    public Object hit(int i) {
      stats.put(KeyEnum.READS, stats.get(KeyEnum.READS) + 1); // assertGuarded()
      stats.put(KeyEnum.WRITES, stats.get(KeyEnum.WRITES) + 1); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats.get(KeyEnum.READS) + ":" + stats.get(KeyEnum.WRITES);
    }
  }

  /** In a loop, in a lambda, with variables of two slots, on a static field. */
  @Racy
  @Steps(2)
  public static class Elsewhere extends Target {
    private static final Map<String, Double> TOTALS = new HashMap<>();

    /** Starts at 0. */
    public Elsewhere() {
      synchronized (TOTALS) {
        TOTALS.clear();
        fill(TOTALS, 0.0);
      }
    }

    @Override
    public Object hit(int i) {
      double half = i / 2.0;
      for (int turn = 0; turn < 2; turn++) {
        double more = half + turn;
        TOTALS.put("alpha", TOTALS.get("alpha") + more); // assertGuarded()
        double again = more + half;
        TOTALS.put("beta", TOTALS.get("beta") + again); // assertGuarded()
      }
      Runnable counting =
          () -> {
            TOTALS.put("alpha", TOTALS.get("alpha") + 1); // assertGuarded()
            TOTALS.put("gamma", TOTALS.get("gamma") + half); // assertGuarded()
          };
      counting.run();
      return null;
    }

    @Override
    public Object state() {
      return TOTALS;
    }
  }
}
