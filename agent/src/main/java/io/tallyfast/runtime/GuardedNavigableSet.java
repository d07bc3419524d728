package io.tallyfast.runtime;

import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.SortedSet;

/** The keys of a guarded {@code TreeMap}, or of a part of one. Thread-safe. */
final class GuardedNavigableSet<K, V> extends GuardedSet<K, V, K> implements NavigableSet<K> {
  private final NavigableMap<K, V> sorted;

  private GuardedNavigableSet(
      Object lock,
      GuardedMap<K, V> map,
      NavigableMap<K, V> sorted,
      Collection<K> raw,
      Collection<Map.Entry<K, V>> rawEntries) {
    super(lock, map, KEYS, raw, rawEntries);
    this.sorted = sorted;
  }

  /** The keys of a map, given its lock and the JDK's own views of it. */
  static <K, V, M extends GuardedMap<K, V> & NavigableMap<K, V>> NavigableSet<K> of(
      Object lock, M map, Collection<K> raw, Collection<Map.Entry<K, V>> rawEntries) {
    return new GuardedNavigableSet<>(lock, map, map, raw, rawEntries);
  }

  @Override
  public Comparator<? super K> comparator() {
    if (!Thread.holdsLock(lock) && SortedCopies.isAdding(SortedCopies.caller())) {
      return SortedCopies.otherOrder();
    }
    return sorted instanceof GuardedTreeMap
        ? ((GuardedTreeMap<K, V>) sorted).order()
        : ((GuardedSubMap<K, V>) sorted).order();
  }

  @Override
  public K first() {
    return sorted.firstKey();
  }

  @Override
  public K last() {
    return sorted.lastKey();
  }

  @Override
  public K lower(K key) {
    return sorted.lowerKey(key);
  }

  @Override
  public K floor(K key) {
    return sorted.floorKey(key);
  }

  @Override
  public K ceiling(K key) {
    return sorted.ceilingKey(key);
  }

  @Override
  public K higher(K key) {
    return sorted.higherKey(key);
  }

  @Override
  public K pollFirst() {
    Map.Entry<K, V> entry = sorted.pollFirstEntry();
    return entry == null ? null : entry.getKey();
  }

  @Override
  public K pollLast() {
    Map.Entry<K, V> entry = sorted.pollLastEntry();
    return entry == null ? null : entry.getKey();
  }

  @Override
  public NavigableSet<K> descendingSet() {
    return sorted.descendingMap().navigableKeySet();
  }

  @Override
  public Iterator<K> descendingIterator() {
    return descendingSet().iterator();
  }

  @Override
  public NavigableSet<K> subSet(K from, boolean withFrom, K to, boolean withTo) {
    return sorted.subMap(from, withFrom, to, withTo).navigableKeySet();
  }

  @Override
  public NavigableSet<K> headSet(K to, boolean inclusive) {
    return sorted.headMap(to, inclusive).navigableKeySet();
  }

  @Override
  public NavigableSet<K> tailSet(K from, boolean inclusive) {
    return sorted.tailMap(from, inclusive).navigableKeySet();
  }

  @Override
  public SortedSet<K> subSet(K from, K to) {
    return subSet(from, true, to, false);
  }

  @Override
  public SortedSet<K> headSet(K to) {
    return headSet(to, false);
  }

  @Override
  public SortedSet<K> tailSet(K from) {
    return tailSet(from, true);
  }
}
