package io.tallyfast.targets;

import io.tallyfast.testkit.Racy;
import io.tallyfast.testkit.Target;
import java.util.HashMap;
import java.util.Map;

/** {@code put(k, get(k) + n)}: the plain form, on keys that are there. */
public class GetPutTargets {
  private GetPutTargets() {}

  /** One statement. */
  @Racy
  public static class OneStatement extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.get(k) + 1); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** With {@code this}. */
  @Racy
  public static class ExplicitThis extends Target {
    private Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String name = key(i);
      this.stats.put(name, this.stats.get(name) + 1); // assertGuarded("get-put")
      return this.stats.size();
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The map in a local variable. */
  @Racy
  public static class LocalAlias extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      final Map<String, Integer> m = stats;
      final String k = key(i);
      m.put(k, m.get(k) + 1); // assertGuarded("get-put")
      return m.containsKey(k);
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Read through the field, written through a local variable that holds the same map. */
  @Racy
  public static class MixedAlias extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      Map<String, Integer> m = this.stats;
      String k = key(i);
      m.put(k, stats.get(k) + 1); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** An absent key throws, and nothing is written. */
  public static class AbsentKeyThrows extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = i % 10 == 9 ? "missing" : key(i);
      stats.put(k, stats.get(k) + 1); // assertGuarded("get-put")
      return k;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A null value throws, and stays. */
  public static class NullValueThrows extends Target {
    private final Map<String, Integer> stats = new HashMap<>(zeros());

    /** Puts the null. */
    public NullValueThrows() {
      stats.put("void", null);
    }

    @Override
    public Object hit(int i) {
      String k = i % 10 == 9 ? "void" : key(i);
      stats.put(k, stats.get(k) + 1); // assertGuarded("get-put")
      return k;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Unboxed and boxed by hand. */
  @Racy
  public static class ByHand extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, Integer.valueOf(stats.get(k).intValue() + 1)); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Two counters one after the other. */
  @Racy
  public static class TwoInARow extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.get(k) + 1); // assertGuarded("get-put")
      stats.put("alpha", stats.get("alpha") + 2); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** In a method of its own, which takes the key. */
  @Racy
  public static class OwnMethod extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      count(key(i));
      return null;
    }

    private void count(String what) {
      stats.put(what, stats.get(what) + 1); // assertGuarded("get-put")
    }

    @Override
    public Object state() {
      return stats;
    }
  }
}
