package io.tallyfast.runtime;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.WeakHashMap;

/**
 * Guarded maps in place of those that a method of a library has just made, and that nobody else
 * has. What turns out to be of another class than expected stays what it is. Stateless;
 * thread-safe.
 *
 * <p>The order of a {@code HashMap} depends on its capacity. So each method makes a map of the same
 * capacity.
 */
public final class GuardedCopies {
  private static final float LOAD_FACTOR = 0.75f;

  private GuardedCopies() {}

  /** For a {@code HashMap} that is empty, or was made from another map. */
  public static Object hashMap(Object made) {
    return isA(HashMap.class, made) ? new GuardedHashMap<>((Map<?, ?>) made) : made;
  }

  /** For a {@code HashMap} that grew as entries were put into it. */
  public static Object grownHashMap(Object made) {
    return isA(HashMap.class, made)
        ? filled(new GuardedHashMap<Object, Object>(), (Map<?, ?>) made)
        : made;
  }

  /** For a {@code HashMap} that was made for so many entries. */
  public static Object hashMap(int expected, Object made) {
    int capacity = (int) Math.ceil(expected / (double) LOAD_FACTOR);
    return isA(HashMap.class, made)
        ? filled(new GuardedHashMap<Object, Object>(capacity), (Map<?, ?>) made)
        : made;
  }

  /** For a {@code HashMap} that Kotlin made of so many pairs, with more room to spare. */
  public static Object hashMapOfPairs(int pairs, Object made) {
    int capacity = (int) (pairs / LOAD_FACTOR + 1);
    return isA(HashMap.class, made)
        ? filled(new GuardedHashMap<Object, Object>(capacity), (Map<?, ?>) made)
        : made;
  }

  /** For a {@code LinkedHashMap} in the order in which entries were put into it. */
  public static Object linkedHashMap(Object made) {
    return isA(LinkedHashMap.class, made) ? new GuardedLinkedHashMap<>((Map<?, ?>) made) : made;
  }

  /** For a {@code TreeMap}. */
  public static Object treeMap(Object made) {
    return isA(TreeMap.class, made) ? new GuardedTreeMap<>((SortedMap<?, ?>) made) : made;
  }

  /** For an {@code EnumMap}. */
  public static Object enumMap(Object made) {
    return isA(EnumMap.class, made) ? new GuardedEnumMap<>((EnumMap<?, ?>) made) : made;
  }

  /** For an {@code IdentityHashMap}. */
  public static Object identityHashMap(Object made) {
    return isA(IdentityHashMap.class, made) ? new GuardedIdentityHashMap<>((Map<?, ?>) made) : made;
  }

  /**
   * As {@link Collections#synchronizedMap}. What wraps a guarded map shows its iterators and copies
   * whole batches, for which the monitor of the wrapper is held.
   */
  public static <K, V> Map<K, V> synchronizedMap(Map<K, V> map) {
    // Keys that are compared otherwise, or vanish, need views of their own.
    return map instanceof GuardedMap
            && !(map instanceof IdentityHashMap)
            && !(map instanceof WeakHashMap)
        ? new GuardedSynchronizedMap<>((GuardedMap<K, V>) map)
        : Collections.synchronizedMap(map);
  }

  private static boolean isA(Class<?> type, Object made) {
    return made != null && made.getClass() == type;
  }

  private static Object filled(Map<Object, Object> map, Map<?, ?> made) {
    for (Map.Entry<?, ?> entry : made.entrySet()) {
      map.put(entry.getKey(), entry.getValue());
    }
    return map;
  }
}
