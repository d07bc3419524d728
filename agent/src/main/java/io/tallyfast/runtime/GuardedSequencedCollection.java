package io.tallyfast.runtime;

import java.util.Collection;
import java.util.Map;

/**
 * The values of a guarded {@code LinkedHashMap}, in its order or backwards. Where there is a {@code
 * SequencedCollection}, from JDK 21 on, it is one: the agent adds the interface and its {@code
 * reversed} when it defines this class. Thread-safe.
 */
class GuardedSequencedCollection<K, V, E> extends GuardedCollection<K, V, E> {
  private final boolean backwards;

  GuardedSequencedCollection(
      GuardedMap<K, V> map,
      int kind,
      Collection<E> raw,
      Collection<Map.Entry<K, V>> rawEntries,
      boolean backwards) {
    super(map, map, kind, raw, rawEntries);
    this.backwards = backwards;
  }

  /** The same in the other direction. */
  final Collection<E> turned() {
    return new GuardedSequencedCollection<>(map, kind, raw, rawEntries, !backwards);
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
