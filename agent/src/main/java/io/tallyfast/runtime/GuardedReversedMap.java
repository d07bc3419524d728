package io.tallyfast.runtime;

import java.util.AbstractMap;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/**
 * A guarded {@code LinkedHashMap} backwards. It is used from JDK 21 on, where the agent makes it a
 * {@code SequencedMap} when it defines this class. Thread-safe.
 */
// The views of the map that is seen backwards are these; no interface of 17 is what is seen
// backwards.
@SuppressWarnings({"unchecked", "NonApiType"})
final class GuardedReversedMap<K, V> extends GuardedMapView<K, V, LinkedHashMap<K, V>> {
  GuardedReversedMap(LinkedHashMap<K, V> map) {
    super(map, map);
  }

  @Override
  public Map<K, V> plainCopy() {
    synchronized (lock) {
      return new LinkedHashMap<>(this);
    }
  }

  @Override
  public Set<K> keySet() {
    return ((GuardedSequencedSet<K, V, K>) raw.keySet()).turned();
  }

  @Override
  public Collection<V> values() {
    return ((GuardedSequencedCollection<K, V, V>) raw.values()).turned();
  }

  @Override
  public Set<Map.Entry<K, V>> entrySet() {
    return ((GuardedSequencedSet<K, V, Map.Entry<K, V>>) raw.entrySet()).turned();
  }

  @Override
  public void forEach(BiConsumer<? super K, ? super V> action) {
    Objects.requireNonNull(action);
    Snapshots.forEach(Snapshots.pairs(lock, entrySet()), action);
  }

  @Override
  public void replaceAll(BiFunction<? super K, ? super V, ? extends V> function) {
    Snapshots.replaceAll(lock, entrySet(), function);
  }

  /** As {@code SequencedMap.pollFirstEntry}. */
  public Map.Entry<K, V> pollFirstEntry() {
    return poll(false);
  }

  /** As {@code SequencedMap.pollLastEntry}. */
  public Map.Entry<K, V> pollLastEntry() {
    return poll(true);
  }

  private Map.Entry<K, V> poll(boolean last) {
    GuardedSequencedSet<K, V, Map.Entry<K, V>> entries =
        (GuardedSequencedSet<K, V, Map.Entry<K, V>>) entrySet();
    synchronized (lock) {
      return entries.isEmpty()
          ? null
          : new AbstractMap.SimpleImmutableEntry<>(entries.end(last, true));
    }
  }
}
