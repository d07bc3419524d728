package io.tallyfast.targets;

import io.tallyfast.testkit.Racy;
import io.tallyfast.testkit.Target;
import java.util.HashMap;
import java.util.Map;

/** Values that are not declared as what they are. */
public class ObjectTypedTargets {
  private ObjectTypedTargets() {}

  /** Cast to the box. */
  @Racy
  public static class CastInteger extends Target {
    private final Map<String, Object> stats = fill(new HashMap<>(), 0);

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, (Integer) stats.get(k) + 1); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Cast to the primitive type. */
  @Racy
  public static class CastInt extends Target {
    private final Map<String, Object> stats = fill(new HashMap<>(), 0);

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, (int) stats.get(k) + 1); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Cast to long. */
  @Racy
  public static class CastLong extends Target {
    private final Map<String, Object> stats = fill(new HashMap<>(), 0L);

    @Override
    public Object hit(int i) {
      String k = key(i);
      long n = (Long) stats.get(k);
      stats.put(k, n + 1); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Any number; a long goes back. */
  @Racy
  public static class CastNumber extends Target {
    private final Map<String, Object> stats = fill(new HashMap<>(), 0L);

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, ((Number) stats.get(k)).longValue() + 1); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Any number; the int that is there becomes a long. */
  @Racy
  public static class CastNumberChangesType extends Target {
    private final Map<String, Object> stats = fill(new HashMap<>(), 0);

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, ((Number) stats.get(k)).longValue() + 1); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Declared as Number. */
  @Racy
  public static class Numbers extends Target {
    private final Map<String, Number> stats = fill(new HashMap<>(), 0);

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.get(k).intValue() + 1); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Declared as Number, counted as double. */
  @Racy
  public static class NumbersAsDouble extends Target {
    private final Map<String, Number> stats = fill(new HashMap<>(), 0.0);

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.get(k).doubleValue() + 0.5); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Counters beside text. */
  @Racy
  public static class MixedValues extends Target {
    private final Map<String, Object> stats = fill(new HashMap<>(), 0);

    @Override
    public Object hit(int i) {
      String k = i % 20 == 19 ? "name" : key(i);
      stats.put(k, (Integer) stats.get(k) + 1); // assertGuarded("get-put")
      return k;
    }

    /** Adds the text. */
    public MixedValues() {
      stats.put("name", "server");
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Checked for null, then cast. */
  @Racy
  public static class ObjectNullChecked extends Target {
    private final Map<String, Object> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      Object old = stats.get(k);
      if (old == null) {
        stats.put(k, 1); // assertGuarded("first-insert")
      } else {
        stats.put(k, (Integer) old + 1); // assertGuarded()
      }
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Counts what is an integer. */
  @Racy
  public static class InstanceOfChecked extends Target {
    private final Map<String, Object> stats = fill(new HashMap<>(), 0);

    @Override
    public Object hit(int i) {
      String k = i % 20 == 19 ? "name" : key(i);
      Object old = stats.get(k);
      if (old instanceof Integer) {
        stats.put(k, (Integer) old + 1); // assertGuarded()
      }
      return k;
    }

    /** Adds the text. */
    public InstanceOfChecked() {
      stats.put("name", "server");
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Counts what matches a pattern. */
  @Racy
  public static class PatternMatched extends Target {
    private final Map<String, Object> stats = fill(new HashMap<>(), 0);

    @Override
    public Object hit(int i) {
      String k = key(i);
      if (stats.get(k) instanceof Integer n) {
        stats.put(k, n + 1); // assertGuarded()
      }
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A raw map. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  @Racy
  public static class RawMap extends Target {
    private final Map stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, (Integer) stats.get(k) + 1); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A raw map with temporaries. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  @Racy
  public static class RawTemporaries extends Target {
    private final HashMap stats = new HashMap(zeros());

    @Override
    public Object hit(int i) {
      Object k = key(i);
      Integer v = (Integer) stats.get(k);
      int n = v.intValue();
      n = n + 1;
      stats.put(k, Integer.valueOf(n)); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Boxed as before Java 5. */
  @SuppressWarnings({"deprecation", "removal", "unchecked", "rawtypes"})
  @Racy
  public static class OldBoxing extends Target {
    private final Map stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      // assertGuarded("get-put")
      stats.put(k, new Integer(((Integer) stats.get(k)).intValue() + 1));
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The same with a check. */
  @SuppressWarnings({"deprecation", "removal", "unchecked", "rawtypes"})
  @Racy
  public static class OldBoxingNullChecked extends Target {
    private final Map stats = new HashMap();

    @Override
    public Object hit(int i) {
      String k = key(i);
      Integer count = (Integer) stats.get(k);
      if (count == null) {
        stats.put(k, new Integer(1)); // assertGuarded("first-insert")
      } else {
        stats.put(k, new Integer(count.intValue() + 1)); // assertGuarded()
      }
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A long boxed by its constructor. */
  @SuppressWarnings({"deprecation", "removal"})
  @Racy
  public static class OldLongBoxing extends Target {
    private final Map<String, Long> stats = fill(new HashMap<>(), 0L);

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, new Long(stats.get(k).longValue() + 1)); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** In a generic method. */
  @Racy
  public static class GenericMethod extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      increment(stats, key(i));
      return null;
    }

    private static <K> void increment(Map<K, Integer> map, K k) {
      map.put(k, map.get(k) + 1); // assertGuarded("get-put")
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** An int counter read as long. */
  @Racy
  public static class IntValueOfLong extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      long wide = stats.get(k).longValue() + 1;
      stats.put(k, (int) wide); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }
}
