package io.tallyfast.runtime;

import java.util.HashMap;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Tells kinds of maps apart. Stateless; thread-safe. */
final class MapKinds {
  /** Whether guarded maps of the two kinds that can have cells exist; their classes say so. */
  private static boolean hasHashMaps;

  private static boolean hasLinkedMaps;

  private MapKinds() {}

  static void hasHashMaps() {
    hasHashMaps = true;
  }

  static void hasLinkedMaps() {
    hasLinkedMaps = true;
  }

  /**
   * The cells of a map; null when it has none. The classes of guarded maps are defined on demand,
   * so none is named here before it is there.
   */
  static Cells cellsOf(Object map) {
    if (hasHashMaps && map instanceof GuardedHashMap<?, ?> guarded) {
      return guarded.cells;
    }
    return hasLinkedMaps && map instanceof GuardedLinkedHashMap<?, ?> guarded
        ? guarded.cells
        : null;
  }

  /**
   * Whether a map is asked rather than locked. Also true for null, on which the caller fails as the
   * application would have failed.
   *
   * <p>The usual classes first: whether a class does not implement an interface takes the JVM as
   * long as the lock itself.
   */
  static boolean isConcurrent(Object map) {
    if (map == null) {
      return true;
    }
    Class<?> type = map.getClass();
    if (type == HashMap.class || type == LinkedHashMap.class || type == TreeMap.class) {
      return false;
    }
    return type == ConcurrentHashMap.class
        || !(map instanceof GuardedMap) && map instanceof ConcurrentMap;
  }

  /**
   * Whether a map does nothing for those who read it without a lock: it neither is a guarded one
   * nor, as far as can be told from its class, keeps threads apart by itself. False for null.
   */
  static boolean isPlain(Object map) {
    return map != null
        && !isConcurrent(map)
        && !(map instanceof GuardedMap)
        && !(map instanceof Hashtable)
        && !map.getClass().getName().startsWith("java.util.Collections$Synchronized");
  }
}
