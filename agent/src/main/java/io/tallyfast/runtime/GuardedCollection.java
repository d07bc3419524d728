package io.tallyfast.runtime;

import java.util.AbstractCollection;
import java.util.AbstractMap;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Spliterator;
import java.util.function.Predicate;

/**
 * The keys, values or entries of a guarded map: live, and written through. Each operation holds the
 * map's lock; iterators, spliterators and arrays are snapshots. Thread-safe.
 */
class GuardedCollection<K, V, E> extends AbstractCollection<E> {
  static final int KEYS = 0;
  static final int VALUES = 1;
  static final int ENTRIES = 2;

  final Object lock;
  final GuardedMap<K, V> map;
  final int kind;

  /** The JDK's own view, and that of the entries; used only while the lock is held. */
  final Collection<E> raw;

  final Collection<Map.Entry<K, V>> rawEntries;

  GuardedCollection(
      Object lock,
      GuardedMap<K, V> map,
      int kind,
      Collection<E> raw,
      Collection<Map.Entry<K, V>> rawEntries) {
    this.lock = lock;
    this.map = map;
    this.kind = kind;
    this.raw = raw;
    this.rawEntries = rawEntries;
  }

  final boolean comparesIdentity() {
    return lock instanceof IdentityHashMap;
  }

  @SuppressWarnings("unchecked") // The kind says which of them E is.
  final E element(Object[] pairs, int at) {
    if (kind == ENTRIES) {
      return (E) new GuardedEntry<>(this, (K) pairs[at], (V) pairs[at + 1]);
    }
    return (E) pairs[at + kind];
  }

  final Object[] elements() {
    Object[] pairs = Snapshots.pairs(lock, rawEntries);
    Object[] elements = new Object[pairs.length / 2];
    for (int i = 0; i < elements.length; i++) {
      elements[i] = element(pairs, 2 * i);
    }
    return elements;
  }

  final void removeKey(Object key) {
    synchronized (lock) {
      map.remove(key);
    }
  }

  /** Stores a value unless the key is gone; returns what was there, or else {@code seen}. */
  final V setValue(K key, V seen, V value) {
    synchronized (lock) {
      return map.containsKey(key) ? map.overwrite(key, value) : seen;
    }
  }

  /** The same view of a copy that nobody else has. */
  @SuppressWarnings("unchecked") // The kind says which of them E is.
  final Collection<E> settled() {
    Map<K, V> copy = map.plainCopy();
    Object view = kind == KEYS ? copy.keySet() : kind == VALUES ? copy.values() : copy.entrySet();
    return (Collection<E>) view;
  }

  @Override
  public final int size() {
    synchronized (lock) {
      return raw.size();
    }
  }

  @Override
  public final boolean isEmpty() {
    synchronized (lock) {
      return raw.isEmpty();
    }
  }

  @Override
  public final boolean contains(Object element) {
    synchronized (lock) {
      return raw.contains(element);
    }
  }

  @Override
  public final boolean remove(Object element) {
    synchronized (lock) {
      return raw.remove(element);
    }
  }

  @Override
  public final void clear() {
    synchronized (lock) {
      raw.clear();
    }
  }

  @Override
  public final Iterator<E> iterator() {
    return new GuardedIterator<>(this, Snapshots.pairs(lock, rawEntries));
  }

  @Override
  public final Spliterator<E> spliterator() {
    synchronized (lock) {
      Spliterator<E> original = raw.spliterator();
      boolean sorted = original.hasCharacteristics(Spliterator.SORTED);
      Comparator<? super E> comparator = sorted ? original.getComparator() : null;
      return new GuardedSpliterator<>(this, original.characteristics(), comparator);
    }
  }

  @Override
  public final Object[] toArray() {
    synchronized (lock) {
      return detached(raw.toArray());
    }
  }

  @Override
  public final <T> T[] toArray(T[] array) {
    synchronized (lock) {
      return detached(raw.toArray(array));
    }
  }

  /** Replaces the map's own entries, which change with it. Some maps give copies at once. */
  @SuppressWarnings("unchecked") // An entry of this map.
  private <T> T[] detached(T[] array) {
    for (int i = 0; kind == ENTRIES && i < array.length && array[i] instanceof Map.Entry; i++) {
      if (array[i].getClass() != AbstractMap.SimpleEntry.class) {
        Map.Entry<K, V> entry = (Map.Entry<K, V>) array[i];
        array[i] = (T) new GuardedEntry<>(this, entry.getKey(), entry.getValue());
      }
    }
    return array;
  }

  @Override
  public final boolean removeAll(Collection<?> others) {
    Objects.requireNonNull(others);
    // The JDK's sets do so too, and who may call contains of the other can tell.
    if (kind != VALUES && !comparesIdentity() && size() > others.size()) {
      boolean changed = false;
      for (Object other : others) {
        changed |= remove(other);
      }
      return changed;
    }
    return removeIf(new In(others, true));
  }

  @Override
  public final boolean retainAll(Collection<?> others) {
    return removeIf(new In(Objects.requireNonNull(others), false));
  }

  /** As declared; an entry that changes while the filter looks at it is looked at again. */
  @Override
  public final boolean removeIf(Predicate<? super E> filter) {
    Objects.requireNonNull(filter);
    boolean changed = false;
    IdentityHashMap<Object, Object> open = null;
    do {
      Object[] pairs = Snapshots.pairs(lock, rawEntries);
      IdentityHashMap<Object, Object> condemned = new IdentityHashMap<>();
      for (int i = 0; i < pairs.length; i += 2) {
        if ((open == null || open.containsKey(pairs[i])) && filter.test(element(pairs, i))) {
          condemned.put(pairs[i], pairs[i + 1]);
        }
      }
      open = new IdentityHashMap<>();
      changed |= removeUnchanged(condemned, open);
    } while (!open.isEmpty());
    return changed;
  }

  private boolean removeUnchanged(
      IdentityHashMap<Object, Object> condemned, IdentityHashMap<Object, Object> changed) {
    if (condemned.isEmpty()) {
      return false;
    }
    boolean removed = false;
    synchronized (lock) {
      Iterator<Map.Entry<K, V>> entries = rawEntries.iterator();
      while (entries.hasNext()) {
        Map.Entry<K, V> entry = entries.next();
        K key = entry.getKey();
        if (condemned.containsKey(key)) {
          if (kind == KEYS || condemned.get(key) == entry.getValue()) {
            entries.remove();
            removed = true;
          } else {
            changed.put(key, key);
          }
        }
      }
    }
    return removed;
  }

  private static final class In implements Predicate<Object> {
    private final Collection<?> others;
    private final boolean expected;

    In(Collection<?> others, boolean expected) {
      this.others = others;
      this.expected = expected;
    }

    @Override
    public boolean test(Object element) {
      return others.contains(element) == expected;
    }
  }
}
