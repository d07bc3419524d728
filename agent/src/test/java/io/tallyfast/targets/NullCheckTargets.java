package io.tallyfast.targets;

import io.tallyfast.testkit.Racy;
import io.tallyfast.testkit.Target;
import java.util.HashMap;
import java.util.Map;

/** {@code get}, a check for null, {@code put}. */
public class NullCheckTargets {
  private NullCheckTargets() {}

  /** The textbook. */
  @Racy
  public static class Ternary extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      Integer c = stats.get(k);
      stats.put(k, c == null ? 1 : c + 1); // assertGuarded("ternary-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The other way round. */
  @Racy
  public static class TernaryNotNull extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      Integer c = stats.get(k);
      stats.put(k, c != null ? c + 1 : 1); // assertGuarded("ternary-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Null first, the constant first. */
  @Racy
  public static class TernaryYoda extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      Integer c = stats.get(k);
      stats.put(k, null == c ? 1 : 1 + c); // assertGuarded("ternary-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Reads twice. */
  @Racy
  public static class TernaryTwoReads extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.get(k) == null ? 1 : stats.get(k) + 1); // assertGuarded("ternary-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The new count in a local variable. */
  @Racy
  public static class TernaryToLocal extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      Integer old = stats.get(k);
      int count = old == null ? 1 : old + 1;
      stats.put(k, count); // assertGuarded()
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
      Integer old = stats.get(k);
      int count = old == null ? 0 : old;
      stats.put(k, count + 1); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The ternary is an operand. */
  @Racy
  public static class TernaryParenthesised extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      Integer old = stats.get(k);
      stats.put(k, (old == null ? 0 : old) + 1); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A first value that is not the increment. */
  @Racy
  public static class TernaryHundred extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      Integer c = stats.get(k);
      stats.put(k, c == null ? 100 : c + 1); // assertGuarded("ternary-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A delta that varies. */
  @Racy
  public static class TernaryDelta extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int bytes = i % 7 * 10;
      Integer c = stats.get(k);
      stats.put(k, c == null ? bytes : c + bytes); // assertGuarded("ternary-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A branch for each case. */
  @Racy
  public static class IfElse extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      Integer c = stats.get(k);
      if (c == null) {
        stats.put(k, 1); // assertGuarded("first-insert")
      } else {
        stats.put(k, c + 1); // assertGuarded()
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
  public static class IfElseNotNull extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      Integer c = stats.get(k);
      if (c != null) {
        stats.put(k, c + 1); // assertGuarded()
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

  /** The first counts as a hundred. */
  @Racy
  public static class IfElseHundred extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      Integer c = stats.get(k);
      if (c == null) {
        stats.put(k, 100); // assertGuarded("first-insert")
      } else {
        stats.put(k, c + 1); // assertGuarded()
      }
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Reads again in the branch. */
  @Racy
  public static class IfElseTwoReads extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      if (stats.get(k) == null) {
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

  /** The local variable is changed in its branch. */
  @Racy
  public static class IfElseLocalChanged extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      Integer c = stats.get(k);
      if (c == null) {
        stats.put(k, 1); // assertGuarded("first-insert")
      } else {
        c = c + 1;
        stats.put(k, c); // assertGuarded()
      }
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
      Integer c = stats.get(k);
      if (c == null) {
        stats.put(k, 1); // assertGuarded("first-insert")
        return "first";
      }
      stats.put(k, c + 1); // assertGuarded()
      return "more";
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Returns early and reads again. */
  @Racy
  public static class EarlyReturnTwoReads extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      if (stats.get(k) != null) {
        stats.put(k, stats.get(k) + 1); // assertGuarded()
        return null;
      }
      stats.put(k, 1); // assertGuarded("first-insert")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Null is replaced by 0 in the local variable. */
  @Racy
  public static class NullBecomesZero extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      Integer c = stats.get(k);
      if (c == null) {
        c = 0;
      }
      stats.put(k, c + 1); // assertGuarded("nullcheck-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Replaced, incremented, put. */
  @Racy
  public static class NullBecomesZeroThenIncrement extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      Integer c = stats.get(k);
      if (c == null) c = 0;
      c++;
      stats.put(k, c); // assertGuarded("nullcheck-put")
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
      int n = 0;
      Integer old = stats.get(k);
      if (old != null) {
        n = old;
      }
      n += 1;
      stats.put(k, n); // assertGuarded("nullcheck-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The same with two reads. */
  @Racy
  public static class ZeroUnlessThereTwoReads extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int n = 0;
      if (stats.get(k) != null) {
        n = stats.get(k);
      }
      stats.put(k, n + 1); // assertGuarded("nullcheck-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The new count starts at 1 and is replaced. */
  @Racy
  public static class OneUnlessThere extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      Integer old = stats.get(k);
      int now = 1;
      if (old != null) {
        now = old + 1;
      }
      stats.put(k, now); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** One put after both branches. */
  @Racy
  public static class AssignedInBranches extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      Integer old = stats.get(k);
      Integer now;
      if (old == null) {
        now = 1;
      } else {
        now = old + 1;
      }
      stats.put(k, now); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Counts known keys only. */
  @Racy
  public static class OnlyWhenPresent extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = i % 4 == 3 ? "unknown" : key(i);
      Integer c = stats.get(k);
      if (c != null) {
        stats.put(k, c + 1); // assertGuarded()
      }
      return c == null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The read inside the condition. */
  @Racy
  public static class AssignedInCondition extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      Integer c;
      if ((c = stats.get(k)) == null) {
        stats.put(k, 1); // assertGuarded("first-insert")
      } else {
        stats.put(k, c + 1); // assertGuarded()
      }
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A key that maps to null counts as absent. */
  @Racy
  public static class NullValue extends Target {
    private final Map<String, Integer> stats = fill(new HashMap<>(), null);

    @Override
    public Object hit(int i) {
      String k = key(i);
      Integer c = stats.get(k);
      stats.put(k, c == null ? 1 : c + 1); // assertGuarded("ternary-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }
}
