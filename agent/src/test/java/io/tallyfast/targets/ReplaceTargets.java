package io.tallyfast.targets;

import io.tallyfast.testkit.Racy;
import io.tallyfast.testkit.Target;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** {@code replace} in the place of {@code put}. */
public class ReplaceTargets {
  private ReplaceTargets() {}

  /** One statement. */
  @Racy
  public static class OneStatement extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.replace(k, stats.get(k) + 1); // assertGuarded("replace")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The result is used. */
  @Racy
  public static class ResultUsed extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      Integer old = stats.replace(k, stats.get(k) + 1); // assertGuarded("replace")
      return old;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** An absent key is not inserted. */
  @Racy
  public static class AbsentKey extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = i % 4 == 3 ? "absent" : key(i);
      return stats.replace(k, stats.getOrDefault(k, 0) + 1); // assertGuarded("replace")
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Checked for null first. */
  @Racy
  public static class NullChecked extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = i % 4 == 3 ? "absent" : key(i);
      Integer c = stats.get(k);
      if (c != null) {
        stats.replace(k, c + 1); // assertGuarded("replace")
      }
      return c;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Compares, and does not look whether it worked. */
  @Racy
  public static class ComparedResultIgnored extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      Integer c = stats.get(k);
      stats.replace(k, c, c + 1); // assertGuarded("replace")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The same on a concurrent map. */
  @Racy
  public static class ComparedOnConcurrentMap extends Target {
    private final ConcurrentMap<String, Integer> stats = new ConcurrentHashMap<>(zeros());

    @Override
    public Object hit(int i) {
      String k = key(i);
      Integer c = stats.get(k);
      stats.replace(k, c, c + 1); // assertGuarded("replace")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Two arguments on a concurrent map. */
  @Racy
  public static class PlainOnConcurrentMap extends Target {
    private final ConcurrentMap<String, Integer> stats = new ConcurrentHashMap<>(zeros());

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.replace(k, stats.get(k) + 1); // assertGuarded("replace")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }
}
