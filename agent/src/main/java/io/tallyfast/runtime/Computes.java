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
  /** Inserts as merge does, which in a HashMap is another place than that of put. */
  private static final Keep KEEP = new Keep();

  private Computes() {}

  private static final class Keep implements BiFunction<Object, Object, Object> {
    @Override
    public Object apply(Object old, Object made) {
      return old;
    }
  }

  private static boolean isLeftAlone(Map<Object, Object> map, Object function) {
    if (map == null || function == null) {
      return true;
    }
    Class<?> type = map.getClass();
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
    if (isLeftAlone(map, function) || value == null) {
      return map.merge(key, value, function);
    }
    while (true) {
      Object old = Guard.get(map, key);
      Object next = old == null ? value : function.apply(old, value);
      if (swap(map, key, old, next, site)) {
        return next;
      }
    }
  }

  /** As {@link Map#compute}. */
  public static Object compute(
      Map<Object, Object> map, Object key, BiFunction<Object, Object, Object> function, int site) {
    SiteCounters.hit(site);
    if (isLeftAlone(map, function)) {
      return map.compute(key, function);
    }
    while (true) {
      Object old = Guard.get(map, key);
      Object next = function.apply(key, old);
      if (swap(map, key, old, next, site)) {
        return next;
      }
    }
  }

  /** As {@link Map#computeIfPresent}. */
  public static Object computeIfPresent(
      Map<Object, Object> map, Object key, BiFunction<Object, Object, Object> function, int site) {
    SiteCounters.hit(site);
    if (isLeftAlone(map, function)) {
      return map.computeIfPresent(key, function);
    }
    while (true) {
      Object old = Guard.get(map, key);
      Object next = old == null ? null : function.apply(key, old);
      if (old == null || swap(map, key, old, next, site)) {
        return next;
      }
    }
  }

  /** As {@link Map#computeIfAbsent}. */
  public static Object computeIfAbsent(
      Map<Object, Object> map, Object key, Function<Object, Object> function, int site) {
    SiteCounters.hit(site);
    if (isLeftAlone(map, function)) {
      return map.computeIfAbsent(key, function);
    }
    Object old = Guard.get(map, key);
    if (old != null) {
      return old;
    }
    Object made = function.apply(key);
    if (made == null) {
      return null;
    }
    Object winner;
    synchronized (map) {
      winner = map.merge(key, made, KEEP);
    }
    if (winner != made) {
      SiteCounters.prevented(site);
    }
    return winner;
  }

  private static boolean swap(
      Map<Object, Object> map, Object key, Object old, Object next, int site) {
    synchronized (map) {
      if (map.get(key) != old) {
        SiteCounters.prevented(site);
        return false;
      }
      if (next != null && old == null) {
        map.merge(key, next, KEEP);
      } else if (next != null) {
        map.put(key, next);
      } else if (old != null || map.containsKey(key)) {
        map.remove(key);
      }
      return true;
    }
  }
}
