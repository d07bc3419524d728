package io.tallyfast.runtime;

import java.util.Map;
import java.util.function.BiFunction;

/**
 * A map of the JDK's whose every operation is one step: it takes a monitor, that of the map itself
 * or, for a part of a {@code TreeMap}, that of the whole. Thread-safe.
 *
 * <p>Functions of the application, and methods of other maps and collections that it passes, run
 * while the monitor is not held; but for those of {@code Hashtable} and {@code Properties}, which
 * hold it themselves.
 */
interface GuardedMap<K, V> extends Map<K, V> {
  /** A map of the JDK's own class that holds what this one holds now; nobody else has it. */
  Map<K, V> plainCopy();

  /**
   * Stores a value in an entry that exists, where the order of access must not change. The monitor
   * is held.
   *
   * @return what was there before
   */
  default V overwrite(K key, V value) {
    return replace(key, value);
  }

  /** As {@code get}, where the order of access must not change. The monitor is held. */
  default V peek(K key) {
    return get(key);
  }

  /** Stores in the entries what cells have counted, and closes them. The monitor is held. */
  default void settle() {}

  /** As {@code get}, but what open cells have counted is missing. The monitor is held. */
  default V raw(Object key) {
    return get(key);
  }

  /**
   * As {@code computeIfPresent} with a function that adds, which leaves cells open. The monitor is
   * held.
   *
   * @return whether the map can do that
   */
  default boolean sum(K key, BiFunction<? super K, ? super V, ? extends V> function) {
    return false;
  }

  /** Notes updates under the lock; the cells, or null when there are none, or not yet. */
  default Cells cellsWhenBusy() {
    return null;
  }
}
