package io.tallyfast.runtime;

import java.util.Map;
import java.util.concurrent.ConcurrentMap;

/**
 * Read, add and write as one step. Thread-safe; the monitor of the map is held, but for a {@link
 * ConcurrentMap}, which is asked to replace what it holds until it does. An entry that has no
 * value, or none of the type, is left alone; the caller then fails on the returned value as it
 * would have failed on what it had read.
 *
 * <p>A sum of whole numbers in a guarded map may be taken by an open {@link Cells cell}, without
 * the lock. What is returned is then some number of the entry's type: the caller looks at nothing
 * else.
 */
public final class Adds {
  private Adds() {}

  /** Whether an open cell of the map has taken the update. */
  private static boolean isCounted(Map<Object, Object> map, Object key, long delta, int site) {
    Cells cells = MapKinds.cellsOf(map);
    return cells != null && cells.count(key, delta, site);
  }

  private static void missed(
      Map<Object, Object> map, Object key, long delta, boolean wide, int site) {
    if (map instanceof GuardedMap) {
      Cells.missed((GuardedMap<Object, Object>) map, key, delta, wide, site);
    }
  }

  /**
   * Adds to an entry.
   *
   * @return what was there before
   */
  public static Object add(Map<Object, Object> map, Object key, int delta, int site) {
    if (isCounted(map, key, delta, site)) {
      return 0;
    }
    if (MapKinds.isConcurrent(map)) {
      return concurrent((ConcurrentMap<Object, Object>) map, key, null, delta, site);
    }
    Object old;
    long waited = SiteCounters.entering();
    synchronized (map) {
      waited = SiteCounters.entered(site, waited, map);
      old = Sums.add(map, key, delta);
    }
    SiteCounters.left(site, waited);
    missed(map, key, delta, false, site);
    return old;
  }

  /**
   * Adds to an entry, which counts as {@code otherwise} when there is none.
   *
   * @return what was there before, or {@code otherwise}
   */
  public static Object add(
      Map<Object, Object> map, Object key, int delta, int otherwise, int site) {
    if (isCounted(map, key, delta, site)) {
      return 0;
    }
    if (MapKinds.isConcurrent(map)) {
      return concurrent((ConcurrentMap<Object, Object>) map, key, otherwise, delta, site);
    }
    Object old;
    long waited = SiteCounters.entering();
    synchronized (map) {
      waited = SiteCounters.entered(site, waited, map);
      old = Sums.add(map, key, delta, otherwise);
    }
    SiteCounters.left(site, waited);
    missed(map, key, delta, false, site);
    return old;
  }

  /**
   * Adds to an entry.
   *
   * @return what was there before
   */
  public static Object add(Map<Object, Object> map, Object key, long delta, int site) {
    if (isCounted(map, key, delta, site)) {
      return 0L;
    }
    if (MapKinds.isConcurrent(map)) {
      return concurrent((ConcurrentMap<Object, Object>) map, key, null, delta, site);
    }
    Object old;
    long waited = SiteCounters.entering();
    synchronized (map) {
      waited = SiteCounters.entered(site, waited, map);
      old = Sums.add(map, key, delta);
    }
    SiteCounters.left(site, waited);
    missed(map, key, delta, true, site);
    return old;
  }

  /**
   * Adds to an entry, which counts as {@code otherwise} when there is none.
   *
   * @return what was there before, or {@code otherwise}
   */
  public static Object add(
      Map<Object, Object> map, Object key, long delta, long otherwise, int site) {
    if (isCounted(map, key, delta, site)) {
      return 0L;
    }
    if (MapKinds.isConcurrent(map)) {
      return concurrent((ConcurrentMap<Object, Object>) map, key, otherwise, delta, site);
    }
    Object old;
    long waited = SiteCounters.entering();
    synchronized (map) {
      waited = SiteCounters.entered(site, waited, map);
      old = Sums.add(map, key, delta, otherwise);
    }
    SiteCounters.left(site, waited);
    missed(map, key, delta, true, site);
    return old;
  }

  /**
   * Adds to an entry.
   *
   * @return what was there before
   */
  public static Object add(Map<Object, Object> map, Object key, float delta, int site) {
    if (MapKinds.isConcurrent(map)) {
      return concurrent((ConcurrentMap<Object, Object>) map, key, null, delta, site);
    }
    Object old;
    long waited = SiteCounters.entering();
    synchronized (map) {
      waited = SiteCounters.entered(site, waited, map);
      old = map.get(key);
      if (old instanceof Float n) {
        map.put(key, n + delta);
      }
    }
    SiteCounters.left(site, waited);
    return old;
  }

  /**
   * Adds to an entry, which counts as {@code otherwise} when there is none.
   *
   * @return what was there before, or {@code otherwise}
   */
  public static Object add(
      Map<Object, Object> map, Object key, float delta, float otherwise, int site) {
    if (MapKinds.isConcurrent(map)) {
      return concurrent((ConcurrentMap<Object, Object>) map, key, otherwise, delta, site);
    }
    Object old;
    long waited = SiteCounters.entering();
    synchronized (map) {
      waited = SiteCounters.entered(site, waited, map);
      old = map.getOrDefault(key, otherwise);
      if (old instanceof Float n) {
        map.put(key, n + delta);
      }
    }
    SiteCounters.left(site, waited);
    return old;
  }

  /**
   * Adds to an entry.
   *
   * @return what was there before
   */
  public static Object add(Map<Object, Object> map, Object key, double delta, int site) {
    if (MapKinds.isConcurrent(map)) {
      return concurrent((ConcurrentMap<Object, Object>) map, key, null, delta, site);
    }
    Object old;
    long waited = SiteCounters.entering();
    synchronized (map) {
      waited = SiteCounters.entered(site, waited, map);
      old = map.get(key);
      if (old instanceof Double n) {
        map.put(key, n + delta);
      }
    }
    SiteCounters.left(site, waited);
    return old;
  }

  /**
   * Adds to an entry, which counts as {@code otherwise} when there is none.
   *
   * @return what was there before, or {@code otherwise}
   */
  public static Object add(
      Map<Object, Object> map, Object key, double delta, double otherwise, int site) {
    if (MapKinds.isConcurrent(map)) {
      return concurrent((ConcurrentMap<Object, Object>) map, key, otherwise, delta, site);
    }
    Object old;
    long waited = SiteCounters.entering();
    synchronized (map) {
      waited = SiteCounters.entered(site, waited, map);
      old = map.getOrDefault(key, otherwise);
      if (old instanceof Double n) {
        map.put(key, n + delta);
      }
    }
    SiteCounters.left(site, waited);
    return old;
  }

  private static Object concurrent(
      ConcurrentMap<Object, Object> map, Object key, Object otherwise, Number delta, int site) {
    SiteCounters.hit(site);
    for (int refusals = 0; ; refusals++) {
      Object current = map.get(key);
      Object old = current == null ? otherwise : current;
      if (old == null || old.getClass() != delta.getClass()) {
        return old;
      }
      Object next = Merges.merge(How.OPERAND, old, null, null, delta, delta);
      if (Updates.swap(map, key, current, next, refusals)) {
        if (refusals > 0) {
          SiteCounters.prevented(site);
        }
        return old;
      }
    }
  }
}
