package io.tallyfast.targets;

import io.tallyfast.testkit.InexactTarget;
import io.tallyfast.testkit.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Updates of maps that branch on what was read: they go back to the read. */
public class ReadAgainTargets {
  private ReadAgainTargets() {}

  /** Counts up to a limit that all threads together reach, and never over it. */
  public static class Limit extends Target {
    private final Map<String, Integer> stats = zeros();
    private final Map<String, Integer> admitted = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      if (enters(k)) {
        admitted.put(k, admitted.get(k) + 1); // assertGuarded("get-put")
      }
      return null;
    }

    private boolean enters(String k) {
      int c = stats.get(k);
      if (c < 19_000) {
        stats.put(k, c + 1); // assertGuarded("get-put")
        return true;
      }
      return false;
    }

    @Override
    public Object state() {
      return List.of(stats, admitted);
    }
  }

  /** The limit is a field, and the side without a value has its own. */
  public static class FirstValue extends Target {
    private final Map<String, Integer> stats = new HashMap<>();
    private int limit = 19_100;

    @Override
    public Object hit(int i) {
      String k = key(i);
      Integer c = stats.get(k);
      if (c == null) {
        stats.put(k, 100); // assertGuarded("first-insert")
      } else if (c < limit) {
        stats.put(k, c + 1); // assertGuarded()
      }
      return null;
    }

    @Override
    public Object state() {
      return List.of(stats, limit);
    }
  }

  /** In a map that has operations of its own. */
  public static class ConcurrentLimit extends Target {
    private final ConcurrentMap<String, Long> stats = new ConcurrentHashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      Long c = stats.get(k);
      if (c == null) {
        stats.put(k, 1L); // assertGuarded("first-insert")
      } else if (c < 19_100L) {
        stats.put(k, c + 1); // assertGuarded()
      }
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Returns at the limit. */
  public static class Early extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      Integer used = stats.get(k);
      if (used >= 18_000) {
        return null;
      }
      stats.put(k, used + 1); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Reads once to test, and once more to count. */
  public static class ReadTwice extends Target {
    private final Map<String, Integer> stats = zeros();
    private final ConcurrentMap<String, Long> longs = new ConcurrentHashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      if (stats.get(k) < 17_000) {
        stats.put(k, stats.get(k) + 1); // assertGuarded("get-put")
      }
      if (longs.getOrDefault(k, 0L) < 17_100L) {
        longs.put(k, longs.getOrDefault(k, 0L) + 1); // assertGuarded("getordefault-put")
      }
      return null;
    }

    @Override
    public Object state() {
      return List.of(stats, longs);
    }
  }

  /** Reads in three ways: for a first value, to test, and to count. */
  public static class ReadThrice extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      if (stats.get(k) == null) {
        stats.put(k, 1); // assertGuarded("first-insert")
      } else if (stats.get(k) < 17_200) {
        stats.put(k, stats.get(k) + 1); // assertGuarded()
      }
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Starts afresh at the limit. */
  public static class Wrapped extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int c = stats.get(k);
      stats.put(k, c >= 6 ? 0 : c + 1); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A conditional expression chooses the first value, or a product. */
  public static class FirstOrProduct extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      Integer c = stats.get(k);
      stats.put(k, c == null ? 3 : c * 3); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Goes down to a limit in uneven steps, by locals that are set in between. */
  public static class LocalsInBetween extends Target {
    private final Map<String, Long> stats = fill(new HashMap<>(), 1L << 40);

    @Override
    public Object hit(int i) {
      String k = key(i);
      long step = 1;
      int turns = 2;
      double unused = i;
      long c = stats.get(k);
      while (turns > 0) {
        step += step;
        turns--;
      }
      if (c % 2 == 0) {
        unused = step;
        step++;
      } else {
        step += 2;
      }
      stats.put(k, c - step); // assertGuarded("get-put")
      return unused < 0 ? step : null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** What was stored is used afterwards. */
  public static class HandedOut extends Target {
    private final Map<String, Integer> stats = zeros();
    private final Map<String, Integer> given = new HashMap<>();

    @Override
    public Object hit(int i) {
      int turn = stats.get("alpha");
      int next;
      if (turn == 3) {
        next = 0;
      } else {
        next = turn + 1;
      }
      stats.put("alpha", next); // assertGuarded()
      String made = "new" + next;
      given.put(made, given.getOrDefault(made, 0) + 1); // assertGuarded("getordefault-put")
      return null;
    }

    @Override
    public Object state() {
      return List.of(stats, given);
    }
  }

  /** Between other updates, of which those that follow one another are one step. */
  public static class AmongOthers extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      stats.put("alpha", stats.get("alpha") + 1); // assertGuarded("get-put")
      stats.put("last", 7);
      int c = stats.get("beta");
      if (c < 50_000) {
        stats.put("beta", c + 1); // assertGuarded("get-put")
      }
      stats.put("gamma", stats.get("gamma") + 2); // assertGuarded("get-put")
      stats.put("delta", 8);
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** In a loop, within a try block, with another one around the read. */
  public static class InALoop extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      for (int j = 0; j < 2; j++) {
        try {
          Integer c = stats.get(key(i + j));
          if (c < 0) {
            throw new IllegalStateException();
          }
          String k = key(i);
          int d = stats.get(k);
          if (d < 30_000) {
            stats.put(k, d + 1); // assertGuarded("get-put")
          }
        } catch (IllegalStateException e) {
          return "negative";
        }
      }
      return null;
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
      Integer c = (Integer) stats.get(k);
      if (c > 3) {
        stats.put(k, c / 2); // assertGuarded()
      }
      return c;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The other read lies in a try block of its own. */
  public static class ReadInATry extends InexactTarget {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int c;
      try {
        c = stats.get(k);
      } catch (RuntimeException e) {
        c = 0;
      }
      if (c < 20) {
        stats.put(k, c + 1); // assertRefused()
      }
      return c;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Local variables that are needed behind the read, and out of scope at the writes. */
  public static class OutOfScope extends InexactTarget {
    private final Map<String, Integer> stats = fill(new HashMap<>(), 0);
    private final String[] names = {"a", "b"};

    @Override
    public Object hit(int i) {
      String k = key(i);
      int old;
      {
        int step = i % 5;
        String[] some = names;
        old = stats.get(k);
        if (old > 3) {
          old -= step + some.length;
        }
      }
      if (old < 50) {
        stats.put(k, old + 1); // assertGuarded("get-put")
      } else {
        stats.put(k, old - 1); // assertGuarded("get-put")
      }
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /**
   * Hidden variables of a loop before, which the compiler of Eclipse forgets at one of the writes.
   */
  public static class AfterLoop extends InexactTarget {
    private final Map<String, Float> stats = new HashMap<>();
    private final String[] names = {"a", "b"};
    private String last;

    @Override
    public Object hit(int i) {
      String k = key(i);
      for (String name : names) {
        last = name;
      }
      Float old = stats.get(k);
      if (old == null) {
        stats.put(k, 0.25f); // assertGuarded("first-insert")
      } else {
        stats.put(k, (old + 1) % 5.25f); // assertGuarded("nullcheck-put")
      }
      return last;
    }

    @Override
    public Object state() {
      return stats;
    }
  }
}
