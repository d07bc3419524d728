package io.tallyfast.runtime;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Read, add and write of one entry, for callers that hold the lock of the map. An entry without a
 * value, or of another type, is left alone. Not thread-safe by itself.
 *
 * <p>A {@link HashMap} itself, and no subclass of the application's, is asked to do it in one
 * look-up; what the lock is held for is then as short as in {@code ConcurrentHashMap.merge}. In a
 * guarded one cells stay open, since it makes no difference in which order sums are made; what was
 * there is then told without what they have counted.
 */
final class Sums {
  private Sums() {}

  /** Adds to an entry; returns what was there. */
  static Object add(Map<Object, Object> map, Object key, int delta) {
    IntSum sum = new IntSum(delta);
    if (isSummed(map, key, sum)) {
      return sum.old;
    }
    Object old = map.get(key);
    if (old instanceof Integer n) {
      map.put(key, n + delta);
    }
    return old;
  }

  /** Adds to an entry; returns what was there. */
  static Object add(Map<Object, Object> map, Object key, long delta) {
    LongSum sum = new LongSum(delta);
    if (isSummed(map, key, sum)) {
      return sum.old;
    }
    Object old = map.get(key);
    if (old instanceof Long n) {
      map.put(key, n + delta);
    }
    return old;
  }

  /** Adds to an entry; returns what was there, or {@code otherwise}. */
  static Object add(Map<Object, Object> map, Object key, int delta, int otherwise) {
    IntSum sum = new IntSum(delta);
    if (isSummed(map, key, sum) && sum.old != null) {
      return sum.old;
    }
    Object old = map.getOrDefault(key, otherwise);
    if (old instanceof Integer n) {
      map.put(key, n + delta);
    }
    return old;
  }

  /** Adds to an entry; returns what was there, or {@code otherwise}. */
  static Object add(Map<Object, Object> map, Object key, long delta, long otherwise) {
    LongSum sum = new LongSum(delta);
    if (isSummed(map, key, sum) && sum.old != null) {
      return sum.old;
    }
    Object old = map.getOrDefault(key, otherwise);
    if (old instanceof Long n) {
      map.put(key, n + delta);
    }
    return old;
  }

  private static boolean isSummed(
      Map<Object, Object> map, Object key, BiFunction<Object, Object, Object> sum) {
    if (map.getClass() == HashMap.class) {
      map.computeIfPresent(key, sum);
      return true;
    }
    return map instanceof GuardedMap && ((GuardedMap<Object, Object>) map).sum(key, sum);
  }

  /** What adds to a value of the type. */
  static BiFunction<Object, Object, Object> of(long delta, boolean wide) {
    return wide ? new LongSum(delta) : new IntSum((int) delta);
  }

  private static final class IntSum implements BiFunction<Object, Object, Object> {
    private final int delta;
    private Object old;

    IntSum(int delta) {
      this.delta = delta;
    }

    @Override
    public Object apply(Object key, Object value) {
      old = value;
      return value instanceof Integer n ? (Object) (n + delta) : value;
    }
  }

  private static final class LongSum implements BiFunction<Object, Object, Object> {
    private final long delta;
    private Object old;

    LongSum(long delta) {
      this.delta = delta;
    }

    @Override
    public Object apply(Object key, Object value) {
      old = value;
      return value instanceof Long n ? (Object) (n + delta) : value;
    }
  }
}
