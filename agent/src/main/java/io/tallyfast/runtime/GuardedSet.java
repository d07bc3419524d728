package io.tallyfast.runtime;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** The keys or entries of a guarded map. Thread-safe. */
class GuardedSet<K, V, E> extends GuardedCollection<K, V, E> implements Set<E> {
  GuardedSet(
      Object lock,
      GuardedMap<K, V> map,
      int kind,
      Collection<E> raw,
      Collection<Map.Entry<K, V>> rawEntries) {
    super(lock, map, kind, raw, rawEntries);
  }

  @Override
  public final boolean equals(Object other) {
    if (this == other || !(other instanceof Set)) {
      return this == other;
    }
    Object mine = settled(); // A set, whose equality is defined.
    return mine.equals(
        other instanceof GuardedSet ? ((GuardedSet<?, ?, ?>) other).settled() : other);
  }

  @Override
  public final int hashCode() {
    return settled().hashCode();
  }
}
