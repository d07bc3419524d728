package io.tallyfast.runtime;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * {@code merge}, {@code compute} and their like with functions that may do anything: they run while
 * the lock is not held, and again when the entry has changed meanwhile, as {@code ConcurrentMap}
 * allows itself too. Thread-safe. Functions and, for merge, the value are not null.
 */
final class Optimistic {
  /** Stands for a call that has no number: it is not counted. */
  static final int NO_SITE = -1;

  private Optimistic() {}

  /** Inserts as merge does, which in a HashMap is another place than that of put. */
  private static final class Keep<V> implements BiFunction<V, V, V> {
    @Override
    public V apply(V old, V made) {
      return old;
    }
  }

  /** As {@link Map#merge}. */
  static <K, V> V merge(
      Object lock,
      Map<K, V> map,
      K key,
      V value,
      BiFunction<? super V, ? super V, ? extends V> function,
      int site) {
    while (true) {
      V old = peek(lock, map, key);
      V next = old == null ? value : function.apply(old, value);
      if (swap(lock, map, key, old, next, site)) {
        return next;
      }
    }
  }

  /** As {@link Map#compute}. */
  static <K, V> V compute(
      Object lock,
      Map<K, V> map,
      K key,
      BiFunction<? super K, ? super V, ? extends V> function,
      int site) {
    while (true) {
      V old = peek(lock, map, key);
      V next = function.apply(key, old);
      if (swap(lock, map, key, old, next, site)) {
        return next;
      }
    }
  }

  /** As {@link Map#computeIfPresent}. */
  static <K, V> V computeIfPresent(
      Object lock,
      Map<K, V> map,
      K key,
      BiFunction<? super K, ? super V, ? extends V> function,
      int site) {
    while (true) {
      V old = peek(lock, map, key);
      V next = old == null ? null : function.apply(key, old);
      if (old == null || swap(lock, map, key, old, next, site)) {
        return next;
      }
    }
  }

  /** As {@link Map#computeIfAbsent}. */
  static <K, V> V computeIfAbsent(
      Object lock, Map<K, V> map, K key, Function<? super K, ? extends V> function, int site) {
    if (peek(lock, map, key) != null) {
      V old = get(lock, map, key); // Which counts as an access.
      if (old != null) {
        return old;
      }
    }
    V made = function.apply(key);
    if (made == null) {
      return null;
    }
    V winner;
    synchronized (lock) {
      winner = map.merge(key, made, new Keep<>());
    }
    if (winner != made) {
      SiteCounters.prevented(site);
    }
    return winner;
  }

  private static <K, V> V peek(Object lock, Map<K, V> map, K key) {
    if (!(map instanceof GuardedMap)) {
      return get(lock, map, key);
    }
    synchronized (lock) {
      return ((GuardedMap<K, V>) map).peek(key);
    }
  }

  private static <K, V> V get(Object lock, Map<K, V> map, K key) {
    synchronized (lock) {
      return map.get(key);
    }
  }

  private static <K, V> boolean swap(Object lock, Map<K, V> map, K key, V old, V next, int site) {
    synchronized (lock) {
      if (map.get(key) == old) {
        store(map, key, old, next);
        return true;
      }
    }
    SiteCounters.prevented(site);
    return false;
  }

  private static <K, V> void store(Map<K, V> map, K key, V old, V next) {
    if (next != null && old == null) {
      map.merge(key, next, new Keep<>());
    } else if (next != null) {
      map.put(key, next);
    } else if (old != null || map.containsKey(key)) {
      map.remove(key);
    }
  }
}
