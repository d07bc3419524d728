package io.tallyfast.runtime;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * {@code merge}, {@code compute} and their like with functions that may do anything: they run while
 * no lock is held, and again when the entry has changed meanwhile, as {@link ConcurrentMap} allows
 * itself too. Maps that run them atomically by themselves, that are immutable, or whose class is
 * not the JDK's and may override these methods, are left to their own. Thread-safe.
 */
public final class Computes {
  private Computes() {}

  private static boolean isLeftAlone(Map<Object, Object> map, Object function) {
    if (map == null || function == null) {
      return true;
    }
    Class<?> type = map.getClass();
    if (map instanceof GuardedMap) {
      type = type.getSuperclass();
    }
    return type != HashMap.class
        && type != LinkedHashMap.class
        && type != TreeMap.class
        && type != EnumMap.class
        && type != IdentityHashMap.class
        && type != WeakHashMap.class;
  }

  /** As {@link Map#merge}. */
  public static Object merge(
      Map<Object, Object> map,
      Object key,
      Object value,
      BiFunction<Object, Object, Object> function,
      int site) {
    SiteCounters.hit(site);
    SiteCounters.met(site, map);
    if (isLeftAlone(map, function) || value == null) {
      return map.merge(key, value, function);
    }
    return Optimistic.merge(map, map, key, value, function, site);
  }

  /** As {@link Map#compute}. */
  public static Object compute(
      Map<Object, Object> map, Object key, BiFunction<Object, Object, Object> function, int site) {
    SiteCounters.hit(site);
    SiteCounters.met(site, map);
    if (isLeftAlone(map, function)) {
      return map.compute(key, function);
    }
    return Optimistic.compute(map, map, key, function, site);
  }

  /** As {@link Map#computeIfPresent}. */
  public static Object computeIfPresent(
      Map<Object, Object> map, Object key, BiFunction<Object, Object, Object> function, int site) {
    SiteCounters.hit(site);
    SiteCounters.met(site, map);
    if (isLeftAlone(map, function)) {
      return map.computeIfPresent(key, function);
    }
    return Optimistic.computeIfPresent(map, map, key, function, site);
  }

  /** As {@link Map#computeIfAbsent}. */
  public static Object computeIfAbsent(
      Map<Object, Object> map, Object key, Function<Object, Object> function, int site) {
    SiteCounters.hit(site);
    SiteCounters.met(site, map);
    if (isLeftAlone(map, function)) {
      return map.computeIfAbsent(key, function);
    }
    return Optimistic.computeIfAbsent(map, map, key, function, site);
  }
}
