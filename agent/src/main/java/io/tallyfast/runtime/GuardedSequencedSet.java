package io.tallyfast.runtime;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * The keys or entries of a guarded {@code LinkedHashMap}, in its order or backwards. Where there is
 * a {@code SequencedSet}, from JDK 21 on, it is one: the agent adds the interface and its {@code
 * reversed} when it defines this class. Thread-safe.
 */
class GuardedSequencedSet<K, V, E> extends GuardedSet<K, V, E> {
  private final boolean backwards;

  GuardedSequencedSet(
      GuardedMap<K, V> map,
      int kind,
      Collection<E> raw,
      Collection<Map.Entry<K, V>> rawEntries,
      boolean backwards) {
    super(map, map, kind, raw, rawEntries);
    this.backwards = backwards;
  }

  /** The same in the other direction. */
  final Set<E> turned() {
    return new GuardedSequencedSet<>(map, kind, raw, rawEntries, !backwards);
  }

  @Override
  final boolean isBackwards() {
    return backwards;
  }

  /** As {@code SequencedCollection.getFirst}. */
  public final E getFirst() {
    return end(false, false);
  }

  /** As {@code SequencedCollection.getLast}. */
  public final E getLast() {
    return end(true, false);
  }

  /** As {@code SequencedCollection.removeFirst}. */
  public final E removeFirst() {
    return end(false, true);
  }

  /** As {@code SequencedCollection.removeLast}. */
  public final E removeLast() {
    return end(true, true);
  }
}
