package io.tallyfast.runtime;

import java.util.AbstractCollection;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Spliterator;
import java.util.function.Consumer;
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

  /** Whether the order is that of the map, or the other way round. */
  boolean isBackwards() {
    return false;
  }

  private Object[] pairs() {
    Object[] pairs = Snapshots.pairs(lock, rawEntries);
    return isBackwards() ? Snapshots.reversed(pairs) : pairs;
  }

  /** In the order of streams, which is that of iterators in all maps but those with weak keys. */
  final Object[] elements() {
    synchronized (lock) {
      Snapshots.settle(lock);
      List<E> elements = new ArrayList<>(raw.size());
      raw.spliterator().forEachRemaining(new Adding<>(elements));
      return detached(elements.toArray(), elements.size());
    }
  }

  final void removeKey(Object key) {
    synchronized (lock) {
      Snapshots.settle(lock);
      map.remove(key);
    }
  }

  /** What the map holds, or else {@code seen}; for callers that hold the lock. */
  final V valueOf(K key, V seen) {
    Snapshots.settle(lock);
    return map.containsKey(key) ? map.peek(key) : seen;
  }

  /** Stores a value unless the key is gone; returns what was there, or else {@code seen}. */
  final V setValue(K key, V seen, V value) {
    synchronized (lock) {
      Snapshots.settle(lock);
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
      Snapshots.settle(lock);
      return raw.contains(element);
    }
  }

  @Override
  public final boolean remove(Object element) {
    synchronized (lock) {
      Snapshots.settle(lock);
      return isBackwards() ? super.remove(element) : raw.remove(element);
    }
  }

  /** The first or the last element; to remove it is one step with that. */
  final E end(boolean last, boolean remove) {
    synchronized (lock) {
      Snapshots.settle(lock);
      Object[] pairs = pairs();
      if (pairs.length == 0) {
        throw new NoSuchElementException();
      }
      int at = last ? pairs.length - 2 : 0;
      if (remove) {
        map.remove(pairs[at]);
      }
      return element(pairs, at);
    }
  }

  @Override
  public final void clear() {
    synchronized (lock) {
      Snapshots.settle(lock);
      raw.clear();
    }
  }

  @Override
  public final Iterator<E> iterator() {
    return new GuardedIterator<>(this, pairs());
  }

  @Override
  public final Spliterator<E> spliterator() {
    synchronized (lock) {
      Snapshots.settle(lock);
      Spliterator<E> original = raw.spliterator();
      boolean sorted = original.hasCharacteristics(Spliterator.SORTED);
      Comparator<? super E> comparator = sorted ? original.getComparator() : null;
      return new GuardedSpliterator<>(this, original.characteristics(), comparator);
    }
  }

  @Override
  public final Object[] toArray() {
    synchronized (lock) {
      Snapshots.settle(lock);
      return detached(raw.toArray(), raw.size());
    }
  }

  @Override
  public final <T> T[] toArray(T[] array) {
    synchronized (lock) {
      Snapshots.settle(lock);
      return detached(raw.toArray(array), raw.size());
    }
  }

  /** Replaces the map's own entries, which change with it. Some maps give copies at once. */
  @SuppressWarnings("unchecked") // An entry of this map.
  private <T> T[] detached(T[] array, int size) {
    if (isBackwards()) {
      Collections.reverse(Arrays.asList(array).subList(0, size));
    }
    for (int i = 0; kind == ENTRIES && i < array.length && array[i] instanceof Map.Entry; i++) {
      if (isLive(array[i])) {
        Map.Entry<K, V> entry = (Map.Entry<K, V>) array[i];
        array[i] = (T) new GuardedEntry<>(this, entry.getKey(), entry.getValue());
      }
    }
    return array;
  }

  private static boolean isLive(Object entry) {
    return entry.getClass() != AbstractMap.SimpleEntry.class
        && entry.getClass() != AbstractMap.SimpleImmutableEntry.class;
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
      Object[] pairs = pairs();
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
      Snapshots.settle(lock);
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

  private static final class Adding<E> implements Consumer<E> {
    private final List<E> list;

    Adding(List<E> list) {
      this.list = list;
    }

    @Override
    public void accept(E element) {
      list.add(element);
    }
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
