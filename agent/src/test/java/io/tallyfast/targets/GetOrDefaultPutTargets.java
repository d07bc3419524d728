package io.tallyfast.targets;

import io.tallyfast.testkit.Racy;
import io.tallyfast.testkit.Target;
import java.util.HashMap;
import java.util.Map;

/** {@code put(k, getOrDefault(k, d) + n)}. */
public class GetOrDefaultPutTargets {
  private GetOrDefaultPutTargets() {}

  /** One statement, on keys that are absent at first. */
  @Racy
  public static class OneStatement extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.getOrDefault(k, 0) + 1); // assertGuarded("getordefault-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A default that is not 0. */
  @Racy
  public static class DefaultOfHundred extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.getOrDefault(k, 100) + 1); // assertGuarded("getordefault-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The default from a field. */
  @Racy
  public static class DefaultFromField extends Target {
    private final Map<String, Integer> stats = new HashMap<>();
    private Integer initial = 7;

    @Override
    public Object hit(int i) {
      // assertGuarded("getordefault-put")
      stats.put(key(i), stats.getOrDefault(key(i), initial) + 1);
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The old count in a local variable. */
  @Racy
  public static class LocalThenPut extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int count = stats.getOrDefault(k, 0);
      stats.put(k, count + 1); // assertGuarded("getordefault-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The local variable is incremented. */
  @Racy
  public static class LocalIncremented extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int count = stats.getOrDefault(k, 0);
      count++;
      stats.put(k, count); // assertGuarded("getordefault-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The local variable is boxed. */
  @Racy
  public static class BoxedLocal extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      Integer count = stats.getOrDefault(k, 0);
      count = count + 1;
      stats.put(k, count); // assertGuarded("getordefault-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A boxed local variable with an increment operator. */
  @Racy
  public static class BoxedIncrement extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      Integer count = stats.getOrDefault(k, 0);
      count++;
      stats.put(k, count); // assertGuarded("getordefault-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A key that maps to null has no default, and throws. */
  public static class NullValue extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = i % 9 == 8 ? "void" : key(i);
      stats.put(k, stats.getOrDefault(k, 0) + 1); // assertGuarded("getordefault-put")
      return k;
    }

    /** Puts the null. */
    public NullValue() {
      stats.put("void", null);
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Long counts. */
  @Racy
  public static class LongCounts extends Target {
    private final Map<String, Long> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.getOrDefault(k, 0L) + 1L); // assertGuarded("getordefault-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Counts down. */
  @Racy
  public static class MinusOne extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.getOrDefault(k, 0) - 1); // assertGuarded("getordefault-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Enough keys that the table grows. */
  public static class ManyKeys extends Target {
    private final Map<Integer, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      Integer k = i % 100;
      stats.put(k, stats.getOrDefault(k, 0) + 1); // assertGuarded("getordefault-put")
      return null;
    }

    @Override
    public int hits() {
      return 2_000;
    }

    @Override
    public Object state() {
      return stats;
    }
  }
}
