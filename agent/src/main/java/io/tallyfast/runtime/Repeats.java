package io.tallyfast.runtime;

import java.util.Map;
import java.util.concurrent.ConcurrentMap;

/**
 * The write of an update that cannot be added to what another thread stored meanwhile: it stores
 * only if the entry still holds what was read, and otherwise has the code that calls it calculate
 * again. Thread-safe; no lock is held but for the one comparison and store.
 */
public final class Repeats {
  /** The code goes on from an entry without a value as it does from one with a value. */
  public static final int FROM_NOTHING = 32;

  /** After so many tries the map answers at random, and is written as the application wrote it. */
  private static final int TRIES = 10_000;

  private Repeats() {}

  /** Tells that the entry holds something else, and what. */
  private static final class Changed {
    final Object now;

    Changed(Object now) {
      this.now = now;
    }
  }

  /**
   * Stores what was written if the entry still holds what was read. If not, one lost update
   * prevented is counted, at the first try, and nothing is stored; unless nothing could be
   * calculated of what is there: then the write does what it always did.
   *
   * @param written what the application stores
   * @param seen what it read
   * @param otherwise what its read gives when the entry has no value; null for null
   * @param readMap the map that it read
   * @param readKey the key that it read
   * @param how {@link How} bits, and {@link #FROM_NOTHING}
   * @param tries how often this update was tried before
   * @param site number of the site
   * @return what the map's own operation returns, or what {@link #isChanged} knows
   */
  public static Object put(
      Map<Object, Object> map,
      Object key,
      Object written,
      Object seen,
      Object otherwise,
      Object readMap,
      Object readKey,
      int how,
      int tries,
      int site) {
    boolean sameEntry = map == readMap && (key == readKey || key != null && key.equals(readKey));
    if (!sameEntry || tries >= TRIES) {
      return Updates.store(map, key, written, how);
    }
    if (MapKinds.isConcurrent(map)) {
      ConcurrentMap<Object, Object> own = (ConcurrentMap<Object, Object>) map;
      return concurrent(own, key, written, seen, otherwise, how, tries, site);
    }
    Object result;
    long waited = tries == 0 ? SiteCounters.entering() : 0;
    synchronized (map) {
      if (tries == 0) {
        waited = SiteCounters.entered(site, waited, map);
      }
      Object current = map.get(key);
      if ((how & How.REPLACE) != 0 && current == null) {
        return map.replace(key, written);
      }
      boolean stores = !mustRepeat(current, seen, otherwise, how);
      result = stores ? map.put(key, written) : new Changed(current == null ? otherwise : current);
    }
    SiteCounters.left(site, waited);
    if (tries == 0 && isChanged(result)) {
      SiteCounters.prevented(site);
    }
    return result;
  }

  private static Object concurrent(
      ConcurrentMap<Object, Object> map,
      Object key,
      Object written,
      Object seen,
      Object otherwise,
      int how,
      int tries,
      int site) {
    if (tries == 0) {
      SiteCounters.hit(site);
    }
    for (int refusals = 0; ; refusals++) {
      Object current = map.get(key);
      if ((how & How.REPLACE) != 0 && current == null) {
        return map.replace(key, written);
      }
      if (mustRepeat(current, seen, otherwise, how)) {
        if (tries == 0) {
          SiteCounters.prevented(site);
        }
        return new Changed(current == null ? otherwise : current);
      }
      if (Updates.swap(map, key, current, written, refusals)) {
        return current;
      }
    }
  }

  /**
   * Whether another thread came in between, and left something of which the code can calculate:
   * what it calculated of before, or a number of the same type.
   */
  private static boolean mustRepeat(Object current, Object seen, Object otherwise, int how) {
    boolean same =
        current == null && seen == null || Merges.same(current == null ? otherwise : current, seen);
    Object now = current == null ? otherwise : current;
    if (same || now == null || seen == null) {
      return !same && (how & FROM_NOTHING) != 0;
    }
    return now.getClass() == seen.getClass();
  }

  /** Whether {@link #put} stored nothing. */
  public static boolean isChanged(Object result) {
    return result instanceof Changed;
  }

  /** What the entry holds, or what a read of it gives, when {@link #put} stored nothing. */
  public static Object now(Object result) {
    return ((Changed) result).now;
  }
}
