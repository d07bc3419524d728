package io.tallyfast.targets;

import io.tallyfast.testkit.InexactTarget;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Updates that throw. */
public class ExceptionTargets {
  private ExceptionTargets() {}

  /** The map is null. */
  public static class NullMap extends InexactTarget {
    private Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      stats = i % 3 == 2 ? null : zeros();
      stats.put("alpha", stats.get("alpha") + 1); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The map is null, with a default. */
  public static class NullMapDefault extends InexactTarget {
    private Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      stats = i % 3 == 2 ? null : zeros();
      stats.put("other", stats.getOrDefault("other", 0) + 1); // assertGuarded("getordefault-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The map is null, with {@code merge}. */
  public static class NullMapMerge extends InexactTarget {
    private Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      stats = i % 3 == 2 ? null : zeros();
      return stats.merge("other", 1, Integer::sum); // assertGuarded("merge")
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A value of another type than declared. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  public static class LongInIntegerMap extends InexactTarget {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      if (i % 10 == 9) {
        ((Map) stats).put(key(i), 5L); // assertUntouched()
      }
      stats.put(key(i), stats.get(key(i)) + 1); // assertGuarded()
      return key(i);
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The same in a raw map. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  public static class LongInRawMap extends InexactTarget {
    private final Map stats = zeros();

    @Override
    public Object hit(int i) {
      Object k = i % 5 == 4 ? "long" : key(i);
      stats.put(k, (Integer) stats.get(k) + 1); // assertGuarded("get-put")
      return null;
    }

    /** Puts the long. */
    public LongInRawMap() {
      stats.put("long", 5L);
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Text where a number is expected. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  public static class TextInIntegerMap extends InexactTarget {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = i % 5 == 4 ? "text" : key(i);
      Integer c = stats.get(k);
      stats.put(k, c == null ? 1 : c + 1); // assertGuarded("ternary-put")
      return null;
    }

    /** Puts the text. */
    public TextInIntegerMap() {
      ((Map) stats).put("text", "12");
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** An immutable map. */
  public static class Immutable extends InexactTarget {
    private final Map<String, Integer> stats = Map.of("alpha", 1);

    @Override
    public Object hit(int i) {
      stats.put("alpha", stats.get("alpha") + 1); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** An unmodifiable view, with a default. */
  public static class Unmodifiable extends InexactTarget {
    private final Map<String, Integer> stats = Collections.unmodifiableMap(zeros());

    @Override
    public Object hit(int i) {
      stats.put("other", stats.getOrDefault("other", 0) + 1); // assertGuarded("getordefault-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** An unmodifiable view, with {@code merge}. */
  public static class UnmodifiableMerge extends InexactTarget {
    private final Map<String, Integer> stats = Collections.unmodifiableMap(zeros());

    @Override
    public Object hit(int i) {
      return stats.merge("alpha", 1, Integer::sum); // assertGuarded("merge")
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** An immutable map does not even look for null. */
  public static class ImmutableNullKey extends InexactTarget {
    private final Map<String, Integer> stats = Map.of("alpha", 1);

    @Override
    public Object hit(int i) {
      String k = i % 2 == 0 ? null : "alpha";
      stats.put(k, stats.getOrDefault(k, 0) + 1); // assertGuarded("getordefault-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The empty map. */
  public static class EmptyMap extends InexactTarget {
    private final Map<String, Integer> stats = Collections.emptyMap();

    @Override
    public Object hit(int i) {
      Integer c = stats.get("x");
      stats.put("x", c == null ? 1 : c + 1); // assertGuarded("ternary-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A sorted map that takes no null. */
  public static class TreeMapNullKey extends InexactTarget {
    private final TreeMap<String, Integer> stats = new TreeMap<>(zeros());

    @Override
    public Object hit(int i) {
      String k = i % 4 == 3 ? null : key(i);
      stats.put(k, stats.get(k) + 1); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A sorted map, a key of another type. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  public static class TreeMapOtherKey extends InexactTarget {
    private final Map<Object, Integer> stats = new TreeMap<>(zeros());

    @Override
    public Object hit(int i) {
      Object k = i % 4 == 3 ? Integer.valueOf(i) : key(i);
      stats.put(k, stats.getOrDefault(k, 0) + 1); // assertGuarded("getordefault-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A concurrent map that takes no null. */
  public static class ConcurrentNullKey extends InexactTarget {
    private final ConcurrentHashMap<String, Integer> stats = new ConcurrentHashMap<>(zeros());

    @Override
    public Object hit(int i) {
      String k = i % 4 == 3 ? null : key(i);
      stats.put(k, stats.getOrDefault(k, 0) + 1); // assertGuarded("getordefault-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A hash table that takes no null. */
  public static class HashtableNullKey extends InexactTarget {
    private final Hashtable<String, Integer> stats = new Hashtable<>();

    @Override
    public Object hit(int i) {
      String k = i % 4 == 3 ? null : key(i);
      Integer c = stats.get(k);
      stats.put(k, c == null ? 1 : c + 1); // assertGuarded("ternary-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A map that checks what is put. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  public static class CheckedMap extends InexactTarget {
    private final Map stats = Collections.checkedMap(zeros(), String.class, Integer.class);

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

  /** A map whose {@code put} throws now and then. */
  public static class PutFails extends InexactTarget {
    private final Map<String, Integer> stats = new FailingMap();

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

  /** The same with code in between. */
  public static class PutFailsCodeBetween extends InexactTarget {
    private final Map<String, Integer> stats = new FailingMap();

    @Override
    public Object hit(int i) {
      String k = key(i);
      Integer c = stats.getOrDefault(k, 0);
      String text = "a" + i;
      stats.put(k, c + 1); // assertGuarded()
      return text;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A key whose {@code hashCode} throws. */
  public static class OddKey extends InexactTarget {
    private final Map<Object, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      Object k = i % 4 == 3 ? new Odd() : key(i);
      stats.put(k, stats.getOrDefault(k, 0) + 1); // assertGuarded("getordefault-put")
      return k;
    }

    private static final class Odd {
      @Override
      public int hashCode() {
        throw new UnsupportedOperationException("no hash");
      }

      @Override
      public boolean equals(Object other) {
        return this == other;
      }
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The delta throws; the key is not inserted. */
  public static class DivisionByZero extends InexactTarget {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = "k" + i % 8;
      stats.put(k, stats.getOrDefault(k, 0) + 10 / (i % 4)); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** One of the branches throws. */
  public static class DivisionInBranch extends InexactTarget {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = "k" + i % 6;
      Integer c = stats.get(k);
      if (c == null) {
        stats.put(k, 10 / (i % 2)); // assertSafe()
      } else {
        stats.put(k, c + 10 / (i % 3)); // assertGuarded()
      }
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A null operand of a decimal sum. */
  public static class NullDecimal extends InexactTarget {
    private final Map<String, BigDecimal> stats = fill(new HashMap<>(), BigDecimal.ONE);

    @Override
    public Object hit(int i) {
      BigDecimal amount = i % 3 == 2 ? null : BigDecimal.TEN;
      stats.put(key(i), stats.get(key(i)).add(amount)); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** {@code Math.addExact} beyond the largest int. */
  public static class ExactOverflow extends InexactTarget {
    private final Map<String, Integer> stats = fill(new HashMap<>(), Integer.MAX_VALUE - 10);

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, Math.addExact(stats.get(k), i % 3)); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** {@code Math.toIntExact} beyond the largest int. */
  public static class NarrowedExact extends InexactTarget {
    private final Map<String, Integer> stats = fill(new HashMap<>(), Integer.MAX_VALUE - 10);

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, Math.toIntExact(stats.get(k) + 1L)); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A map that fails now and then. */
  public static class FailingMap extends HashMap<String, Integer> {
    private static final long serialVersionUID = 1;
    private int calls;

    @Override
    public Integer put(String key, Integer value) {
      if (++calls % 7 == 6) { // assertGuarded("instance-field")
        throw new IllegalStateException("put " + key + " failed");
      }
      return super.put(key, value);
    }
  }
}
