package io.tallyfast.runtime;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Makes guarded views of the JDK's own. Stateless. */
final class GuardedViews {
  private GuardedViews() {}

  /** Guards the set of the keys. */
  static <K, V> Set<K> keys(GuardedMap<K, V> map, Set<K> raw, Set<Map.Entry<K, V>> entries) {
    return raw instanceof GuardedSet
        ? raw
        : new GuardedSet<>(map, map, GuardedCollection.KEYS, raw, entries);
  }

  /** Guards the collection of the values. */
  static <K, V> Collection<V> values(
      GuardedMap<K, V> map, Collection<V> raw, Set<Map.Entry<K, V>> entries) {
    return raw instanceof GuardedCollection
        ? raw
        : new GuardedCollection<>(map, map, GuardedCollection.VALUES, raw, entries);
  }

  /** Guards the set of the entries. */
  static <K, V> Set<Map.Entry<K, V>> entries(GuardedMap<K, V> map, Set<Map.Entry<K, V>> raw) {
    return raw instanceof GuardedSet
        ? raw
        : new GuardedSet<>(map, map, GuardedCollection.ENTRIES, raw, raw);
  }
}
