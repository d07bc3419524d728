package io.tallyfast.runtime;

import java.util.Map;
import java.util.concurrent.ConcurrentMap;

/**
 * The write of a read-modify-write whose read came earlier, with code of the application in
 * between. Thread-safe; no lock is held but for the one comparison and store.
 */
public final class Updates {
  /** So often a map may refuse to replace a value that it still holds, before we stop asking. */
  private static final int REFUSALS = 100;

  private Updates() {}

  /** What a way without a read passes for what it saw. */
  public static Object unseen() {
    return Seen.NOTHING;
  }

  /** Remembers what was seen of an entry, for {@link #update}. */
  public static Object seen(Object map, Object key, Object value) {
    return new Seen(map, key, value);
  }

  /**
   * Stores what was written if the entry still holds what was read; otherwise repeats the update on
   * what it holds now, and counts one lost update prevented.
   *
   * @param written what the application stores
   * @param seen what it read: the value, or what {@link #seen} returned
   * @param base what an entry without a value counts as; null for zero
   * @param operand what is added, for {@link How#OPERAND}; else null
   * @param how {@link How} bits
   * @param site number of the site
   * @return what the map's own operation returns: the previous value
   */
  public static Object update(
      Map<Object, Object> map,
      Object key,
      Object written,
      Object seen,
      Object base,
      Object operand,
      int how,
      int site) {
    Seen token = seen instanceof Seen s ? s : null;
    if (token != null && (token == Seen.NOTHING || !token.isOf(map, key))) {
      return store(map, key, written, how);
    }
    Object believed = token != null ? token.value : seen;
    if (MapKinds.isConcurrent(map)) {
      return concurrent(
          (ConcurrentMap<Object, Object>) map,
          key,
          written,
          token,
          believed,
          base,
          operand,
          how,
          site);
    }
    Object result;
    boolean same;
    long waited = SiteCounters.entering();
    synchronized (map) {
      waited = SiteCounters.entered(site, waited, map);
      Object current = map.get(key);
      if (current == null && (how & How.REPLACE) != 0) {
        return map.replace(key, written);
      }
      same = holds(current, believed, base);
      Object next = same ? written : Merges.merge(how, current, believed, base, operand, written);
      if (token != null) {
        token.became(current, next, written, !same);
      }
      boolean keep = !same && (how & How.MERGE) == How.KEEP && current != null;
      result = keep ? current : map.put(key, next);
    }
    SiteCounters.left(site, waited);
    if (!same) {
      SiteCounters.prevented(site);
    }
    return result;
  }

  /** An entry without a value is as good as one that holds the base, in whichever type. */
  static boolean holds(Object current, Object believed, Object base) {
    if (Merges.same(current, believed)) {
      return true;
    }
    if (current != null || believed == null) {
      return false;
    }
    return believed instanceof Number n
        ? n.doubleValue() == Merges.number(base).doubleValue()
        : Merges.same(base, believed);
  }

  static Object store(Map<Object, Object> map, Object key, Object written, int how) {
    return (how & How.REPLACE) != 0
        ? Guard.replace(map, key, written)
        : Guard.put(map, key, written);
  }

  private static Object concurrent(
      ConcurrentMap<Object, Object> map,
      Object key,
      Object written,
      Seen token,
      Object believed,
      Object base,
      Object operand,
      int how,
      int site) {
    SiteCounters.hit(site);
    for (int refusals = 0; ; refusals++) {
      Object current = map.get(key);
      if (current == null && (how & How.REPLACE) != 0) {
        return map.replace(key, written);
      }
      boolean same = holds(current, believed, base);
      Object next = same ? written : Merges.merge(how, current, believed, base, operand, written);
      if (next == current || swap(map, key, current, next, refusals)) {
        if (!same) {
          SiteCounters.prevented(site);
        }
        if (token != null) {
          token.became(current, next, written, !same);
        }
        return current;
      }
    }
  }

  /** Stores atomically; a map that cannot, or will not, is written as the application wrote it. */
  static boolean swap(
      ConcurrentMap<Object, Object> map, Object key, Object current, Object next, int refusals) {
    try {
      boolean stored =
          current == null ? map.putIfAbsent(key, next) == null : map.replace(key, current, next);
      if (stored || refusals < REFUSALS || map.get(key) != current) {
        return stored;
      }
    } catch (UnsupportedOperationException e) {
      // put, below, throws it again where the map is immutable.
      map.put(key, next);
      return true;
    }
    map.put(key, next);
    return true;
  }

  /** Remembers what the method itself made of the entry after it had read; null for nothing. */
  public static Object wrote(Object seen, Object value) {
    Seen token = (Seen) seen;
    return token == Seen.NOTHING ? token : new Seen(token.map, token.key, value);
  }

  /**
   * The value a local variable should have after the update: what it has, unless another thread
   * came in between.
   *
   * @param seen what {@link #seen} returned
   * @param stored whether the variable holds the new value, not the old one
   * @param mine what the variable has
   */
  public static Object refreshed(Object seen, boolean stored, Object mine) {
    Seen token = (Seen) seen;
    Object value = stored ? token.stored : token.previous;
    return token.merged && value != null ? value : mine;
  }

  /** As {@link #refreshed(Object, boolean, Object)}. */
  public static int refreshed(Object seen, boolean stored, int mine) {
    Object value = refreshed(seen, stored, (Object) null);
    return value instanceof Number n ? n.intValue() : mine;
  }

  /** As {@link #refreshed(Object, boolean, Object)}. */
  public static long refreshed(Object seen, boolean stored, long mine) {
    Object value = refreshed(seen, stored, (Object) null);
    return value instanceof Number n ? n.longValue() : mine;
  }

  /** As {@link #refreshed(Object, boolean, Object)}. */
  public static float refreshed(Object seen, boolean stored, float mine) {
    Object value = refreshed(seen, stored, (Object) null);
    return value instanceof Number n ? n.floatValue() : mine;
  }

  /** As {@link #refreshed(Object, boolean, Object)}. */
  public static double refreshed(Object seen, boolean stored, double mine) {
    Object value = refreshed(seen, stored, (Object) null);
    return value instanceof Number n ? n.doubleValue() : mine;
  }
}
