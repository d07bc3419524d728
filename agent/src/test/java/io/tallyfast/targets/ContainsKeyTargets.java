package io.tallyfast.targets;

import io.tallyfast.testkit.Racy;
import io.tallyfast.testkit.Target;
import java.util.HashMap;
import java.util.Map;

/** {@code containsKey}, then {@code get} and {@code put}. */
public class ContainsKeyTargets {
  private ContainsKeyTargets() {}

  /** A branch for each case. */
  @Racy
  public static class IfElse extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      if (stats.containsKey(k)) {
        stats.put(k, stats.get(k) + 1); // assertGuarded()
      } else {
        stats.put(k, 1); // assertGuarded("first-insert")
      }
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The branches the other way round. */
  @Racy
  public static class IfNotElse extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      if (!stats.containsKey(k)) {
        stats.put(k, 1); // assertGuarded("first-insert")
      } else {
        stats.put(k, stats.get(k) + 1); // assertGuarded()
      }
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The first counts as a hundred. */
  @Racy
  public static class IfNotElseHundred extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      if (!stats.containsKey(k)) {
        stats.put(k, 100); // assertGuarded("first-insert")
      } else {
        stats.put(k, stats.get(k) + 1); // assertGuarded()
      }
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** As an expression. */
  @Racy
  public static class Ternary extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.containsKey(k) ? stats.get(k) + 1 : 1); // assertGuarded("containskey-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The ternary gives the default only. */
  @Racy
  public static class TernaryDefault extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int c = stats.containsKey(k) ? stats.get(k) : 0;
      stats.put(k, ++c); // assertGuarded("containskey-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Negated. */
  @Racy
  public static class TernaryNegated extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      // assertGuarded("containskey-put")
      stats.put(k, !stats.containsKey(k) ? 1 : stats.get(k) + 1);
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The count starts at 0 and is replaced. */
  @Racy
  public static class ZeroUnlessThere extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int c = 0;
      if (stats.containsKey(k)) {
        c = stats.get(k);
      }
      stats.put(k, c + 1); // assertGuarded("containskey-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Returns after the first insert. */
  @Racy
  public static class EarlyReturn extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      if (!stats.containsKey(k)) {
        stats.put(k, 1); // assertGuarded("first-insert")
        return null;
      }
      stats.put(k, stats.get(k) + 1); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Counts known keys only. */
  @Racy
  public static class OnlyKnownKeys extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = i % 4 == 3 ? "unknown" : key(i);
      if (!stats.containsKey(k)) {
        return "unknown";
      }
      stats.put(k, stats.get(k) + 1); // assertGuarded()
      return k;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The count in a local variable of the branch. */
  @Racy
  public static class LocalInBranch extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      if (stats.containsKey(k)) {
        int count = stats.get(k);
        count += 1;
        stats.put(k, count); // assertGuarded()
      } else {
        stats.put(k, Integer.valueOf(1)); // assertGuarded("first-insert")
      }
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The answer of {@code containsKey} in a local variable. */
  @Racy
  public static class ResultInLocal extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      boolean known = stats.containsKey(k);
      int before = known ? stats.get(k) : 0;
      stats.put(k, before + 1); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }
}
