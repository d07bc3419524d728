package io.tallyfast.targets;

import io.tallyfast.testkit.Racy;
import io.tallyfast.testkit.Target;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** {@code putIfAbsent}, then the counter is counted up. */
public class PutIfAbsentTargets {
  private PutIfAbsentTargets() {}

  /** The default first. */
  @Racy
  public static class ZeroThenIncrement extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.putIfAbsent(k, 0); // assertSafe()
      stats.put(k, stats.get(k) + 1); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The result tells whether to count. */
  @Racy
  public static class ResultChecked extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      Integer c = stats.putIfAbsent(k, 1); // assertSafe()
      if (c != null) {
        stats.put(k, c + 1); // assertGuarded("putifabsent-put")
      }
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The result is checked and thrown away. */
  @Racy
  public static class ResultCheckedInline extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      if (stats.putIfAbsent(k, 1) != null) { // assertSafe()
        stats.put(k, stats.get(k) + 1); // assertGuarded()
      }
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Returns when it was the first. */
  @Racy
  public static class EarlyReturn extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      Integer old = stats.putIfAbsent(k, 1); // assertSafe()
      if (old == null) {
        return "first";
      }
      stats.put(k, old + 1); // assertGuarded("putifabsent-put")
      return "more";
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The default is 100. */
  @Racy
  public static class HundredThenIncrement extends Target {
    private final Map<String, Long> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.putIfAbsent(k, 100L); // assertSafe()
      Long n = stats.get(k);
      stats.put(k, n + 1); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The map is concurrent; the increment is not. */
  @Racy
  public static class OnConcurrentMap extends Target {
    private final ConcurrentMap<String, Integer> stats = new ConcurrentHashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.putIfAbsent(k, 0); // assertUntouched()
      stats.put(k, stats.get(k) + 1); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }
}
