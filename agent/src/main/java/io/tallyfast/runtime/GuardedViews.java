package io.tallyfast.runtime;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Makes guarded views of the JDK's own. Stateless. */
@SuppressWarnings(
    "NonApiType") // What only a LinkedHashMap has on newer JDKs, no interface of 17 has.
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

  /** What a view guards, or itself where it guards nothing. */
  @SuppressWarnings("unchecked") // A set guards a set.
  static <E> Set<E> raw(Set<E> view) {
    return view instanceof GuardedSet ? (Set<E>) ((GuardedSet<?, ?, E>) view).raw : view;
  }

  /** Guards the keys in their order, as a {@code SequencedSet}. */
  static <K, V, M extends LinkedHashMap<K, V> & GuardedMap<K, V>> Object sequencedKeys(
      M map, Collection<K> raw, Collection<Map.Entry<K, V>> entries) {
    return new GuardedSequencedSet<>(map, GuardedCollection.KEYS, raw, entries, false);
  }

  /** Guards the values in their order, as a {@code SequencedCollection}. */
  static <K, V, M extends LinkedHashMap<K, V> & GuardedMap<K, V>> Object sequencedValues(
      M map, Collection<V> raw, Collection<Map.Entry<K, V>> entries) {
    return new GuardedSequencedCollection<>(map, GuardedCollection.VALUES, raw, entries, false);
  }

  /** Guards the entries in their order, as a {@code SequencedSet}. */
  static <K, V, M extends LinkedHashMap<K, V> & GuardedMap<K, V>> Object sequencedEntries(
      M map, Collection<Map.Entry<K, V>> raw, Collection<Map.Entry<K, V>> entries) {
    return new GuardedSequencedSet<>(map, GuardedCollection.ENTRIES, raw, entries, false);
  }

  /** A map backwards, as a {@code SequencedMap}. */
  static <K, V, M extends LinkedHashMap<K, V> & GuardedMap<K, V>> Object reversed(M map) {
    return new GuardedReversedMap<>(map);
  }

  /** Guards the set of the entries. */
  static <K, V> Set<Map.Entry<K, V>> entries(GuardedMap<K, V> map, Set<Map.Entry<K, V>> raw) {
    return raw instanceof GuardedSet
        ? raw
        : new GuardedSet<>(map, map, GuardedCollection.ENTRIES, raw, raw);
  }
}
