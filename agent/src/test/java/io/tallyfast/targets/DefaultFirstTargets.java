package io.tallyfast.targets;

import io.tallyfast.testkit.InexactTarget;
import io.tallyfast.testkit.Racy;
import io.tallyfast.testkit.Target;
import java.util.HashMap;
import java.util.Map;

/** A default is put where nothing is, then the counter is counted up. */
public class DefaultFirstTargets {
  private DefaultFirstTargets() {}

  /** The textbook. */
  @Racy
  public static class ContainsKeyThenPut extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      if (!stats.containsKey(k)) {
        stats.put(k, 0); // assertGuarded("default-put")
      }
      stats.put(k, stats.get(k) + 1); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Checked by a read. */
  @Racy
  public static class GetNullThenPut extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      if (stats.get(k) == null) {
        stats.put(k, 0); // assertGuarded("default-put")
      }
      stats.put(k, stats.get(k) + 1); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The default is 100. */
  @Racy
  public static class StartsAtHundred extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      if (!stats.containsKey(k)) {
        stats.put(k, 100); // assertGuarded("default-put")
      }
      stats.put(k, stats.get(k) + 1); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The default goes on in the local variable. */
  @Racy
  public static class LocalKept extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      Integer c = stats.get(k);
      if (c == null) {
        c = 0;
        stats.put(k, c); // assertGuarded()
      }
      stats.put(k, c + 1); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Default and increment in methods of their own. */
  @Racy
  public static class InMethods extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      register(key(i));
      count(key(i));
      return null;
    }

    private void register(String k) {
      if (!stats.containsKey(k)) {
        stats.put(k, 0); // assertGuarded("default-put")
      }
    }

    private void count(String k) {
      stats.put(k, stats.get(k) + 1); // assertGuarded("get-put")
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A default put alone. */
  public static class OnlyDefault extends InexactTarget {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      if (!stats.containsKey(k)) {
        stats.put(k, i); // assertGuarded("default-put")
      }
      return stats.get(k);
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The increment has a default as well. */
  @Racy
  public static class WithGetOrDefault extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      if (!stats.containsKey(k)) {
        stats.put(k, 0); // assertGuarded("default-put")
      }
      stats.put(k, stats.getOrDefault(k, 0) + 1); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }
}
