package io.tallyfast.runtime;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Read, add and write of one entry, for callers that hold the lock of the map. An entry without a
 * value, or of another type, is left alone. Not thread-safe by itself.
 *
 * <p>A {@link HashMap} itself, and no subclass, is asked to do it in one look-up; what the lock is
 * held for is then as short as in {@code ConcurrentHashMap.merge}.
 */
final class Sums {
  private Sums() {}

  /** Adds to an entry; returns what was there. */
  static Object add(Map<Object, Object> map, Object key, int delta) {
    if (map.getClass() == HashMap.class) {
      IntSum sum = new IntSum(delta);
      map.computeIfPresent(key, sum);
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
    if (map.getClass() == HashMap.class) {
      LongSum sum = new LongSum(delta);
      map.computeIfPresent(key, sum);
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
    if (map.getClass() == HashMap.class) {
      Object present = add(map, key, delta);
      if (present != null) {
        return present;
      }
    }
    Object old = map.getOrDefault(key, otherwise);
    if (old instanceof Integer n) {
      map.put(key, n + delta);
    }
    return old;
  }

  /** Adds to an entry; returns what was there, or {@code otherwise}. */
  static Object add(Map<Object, Object> map, Object key, long delta, long otherwise) {
    if (map.getClass() == HashMap.class) {
      Object present = add(map, key, delta);
      if (present != null) {
        return present;
      }
    }
    Object old = map.getOrDefault(key, otherwise);
    if (old instanceof Long n) {
      map.put(key, n + delta);
    }
    return old;
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
