package io.tallyfast.runtime;

import java.util.Map;

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
}
