package io.tallyfast.runtime;

import java.util.Map;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Operations on one entry that rewritten code calls in place of the map's own. Thread-safe. Each
 * holds the map's monitor for one operation, so that it composes with {@code synchronized (map)}
 * and {@code Collections.synchronizedMap}; a {@link ConcurrentMap} is left to its own atomic
 * operations. Exceptions are those of the map.
 */
public final class Guard {
  private Guard() {}

  /**
   * What is to be copied: a map of the JDK's own class that holds one state of it, when it is a
   * guarded one, else itself. For what reads the fields of its argument past every lock.
   *
   * @param map may be null, and need not be a map
   */
  public static Object stateOf(Object map) {
    return map instanceof GuardedMap ? ((GuardedMap<?, ?>) map).plainCopy() : map;
  }

  /** As {@link Map#get}. */
  public static Object get(Map<Object, Object> map, Object key) {
    if (MapKinds.isConcurrent(map)) {
      return map.get(key);
    }
    synchronized (map) {
      return map.get(key);
    }
  }

  /** As {@link Map#getOrDefault}. */
  public static Object getOrDefault(Map<Object, Object> map, Object key, Object otherwise) {
    if (MapKinds.isConcurrent(map)) {
      return map.getOrDefault(key, otherwise);
    }
    synchronized (map) {
      return map.getOrDefault(key, otherwise);
    }
  }

  /** As {@link Map#containsKey}. */
  public static boolean containsKey(Map<Object, Object> map, Object key) {
    if (MapKinds.isConcurrent(map)) {
      return map.containsKey(key);
    }
    synchronized (map) {
      return map.containsKey(key);
    }
  }

  /** As {@link Map#put}. */
  public static Object put(Map<Object, Object> map, Object key, Object value) {
    if (MapKinds.isConcurrent(map)) {
      return map.put(key, value);
    }
    synchronized (map) {
      return map.put(key, value);
    }
  }

  /** As {@link Map#putIfAbsent}. */
  public static Object putIfAbsent(Map<Object, Object> map, Object key, Object value) {
    if (MapKinds.isConcurrent(map)) {
      return map.putIfAbsent(key, value);
    }
    synchronized (map) {
      return map.putIfAbsent(key, value);
    }
  }

  /** As {@link Map#remove(Object)}. */
  public static Object remove(Map<Object, Object> map, Object key) {
    if (MapKinds.isConcurrent(map)) {
      return map.remove(key);
    }
    synchronized (map) {
      return map.remove(key);
    }
  }

  /** As {@link Map#replace(Object, Object)}. */
  public static Object replace(Map<Object, Object> map, Object key, Object value) {
    if (MapKinds.isConcurrent(map)) {
      return map.replace(key, value);
    }
    synchronized (map) {
      return map.replace(key, value);
    }
  }

  /** As {@link Map#replace(Object, Object, Object)}. */
  public static boolean replaceIf(Map<Object, Object> map, Object key, Object old, Object value) {
    if (MapKinds.isConcurrent(map)) {
      return map.replace(key, old, value);
    }
    synchronized (map) {
      return map.replace(key, old, value);
    }
  }

  /** As {@link Map#merge}, with a function that does nothing but calculate. */
  public static Object merge(
      Map<Object, Object> map,
      Object key,
      Object value,
      BiFunction<Object, Object, Object> function) {
    if (MapKinds.isConcurrent(map)) {
      return map.merge(key, value, function);
    }
    synchronized (map) {
      return map.merge(key, value, function);
    }
  }

  /** As {@link Map#compute}, with a function that does nothing but calculate. */
  public static Object compute(
      Map<Object, Object> map, Object key, BiFunction<Object, Object, Object> function) {
    if (MapKinds.isConcurrent(map)) {
      return map.compute(key, function);
    }
    synchronized (map) {
      return map.compute(key, function);
    }
  }

  /** As {@link Map#computeIfPresent}, with a function that does nothing but calculate. */
  public static Object computeIfPresent(
      Map<Object, Object> map, Object key, BiFunction<Object, Object, Object> function) {
    if (MapKinds.isConcurrent(map)) {
      return map.computeIfPresent(key, function);
    }
    synchronized (map) {
      return map.computeIfPresent(key, function);
    }
  }

  /** As {@link Map#computeIfAbsent}, with a function that does nothing but calculate. */
  public static Object computeIfAbsent(
      Map<Object, Object> map, Object key, Function<Object, Object> function) {
    if (MapKinds.isConcurrent(map)) {
      return map.computeIfAbsent(key, function);
    }
    synchronized (map) {
      return map.computeIfAbsent(key, function);
    }
  }
}
