package io.tallyfast.runtime;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A {@link TreeMap} whose operations are each one step. As {@link GuardedMap} says. So are its
 * parts, which take its lock.
 */
public class GuardedTreeMap<K, V> extends TreeMap<K, V> implements GuardedMap<K, V> {
  private static final long serialVersionUID = 1L;

  /** What the JDK is copying just now; null when it never did. */
  private transient SortedCopies copies;

  /** As {@link TreeMap#TreeMap()}. */
  public GuardedTreeMap() {
    super();
  }

  /** As {@link TreeMap#TreeMap(Comparator)}. */
  public GuardedTreeMap(Comparator<? super K> comparator) {
    super(comparator);
  }

  /** As {@link TreeMap#TreeMap(Map)}. */
  public GuardedTreeMap(Map<? extends K, ? extends V> map) {
    super(Snapshots.plain(map));
  }

  /** As {@link TreeMap#TreeMap(SortedMap)}. */
  public GuardedTreeMap(SortedMap<K, ? extends V> map) {
    super(Snapshots.plain(map));
  }

  @Override
  public synchronized Map<K, V> plainCopy() {
    return new TreeMap<>((SortedMap<K, V>) this);
  }

  /** A function of the application runs under the lock only where it is held already. */
  private boolean isRunUnderLock() {
    return Thread.holdsLock(this) || getClass() != GuardedTreeMap.class;
  }

  @Override
  public synchronized int size() {
    return SortedCopies.size(copies, super.size());
  }

  @Override
  public synchronized boolean isEmpty() {
    return super.isEmpty();
  }

  @Override
  public synchronized V get(Object key) {
    return super.get(key);
  }

  @Override
  public synchronized V getOrDefault(Object key, V otherwise) {
    return super.getOrDefault(key, otherwise);
  }

  @Override
  public synchronized boolean containsKey(Object key) {
    return super.containsKey(key);
  }

  @Override
  public synchronized boolean containsValue(Object value) {
    return super.containsValue(value);
  }

  @Override
  public synchronized V put(K key, V value) {
    return super.put(key, value);
  }

  @Override
  public synchronized V putIfAbsent(K key, V value) {
    return super.putIfAbsent(key, value);
  }

  @Override
  public synchronized V remove(Object key) {
    return super.remove(key);
  }

  @Override
  public synchronized boolean remove(Object key, Object value) {
    return super.remove(key, value);
  }

  @Override
  public synchronized V replace(K key, V value) {
    return super.replace(key, value);
  }

  @Override
  public synchronized boolean replace(K key, V old, V value) {
    return super.replace(key, old, value);
  }

  @Override
  public synchronized void clear() {
    super.clear();
  }

  @Override
  public void putAll(Map<? extends K, ? extends V> map) {
    Map<? extends K, ? extends V> settled = Snapshots.settled(map);
    synchronized (this) {
      super.putAll(settled);
    }
  }

  @Override
  public V computeIfAbsent(K key, Function<? super K, ? extends V> function) {
    if (function == null || isRunUnderLock()) {
      synchronized (this) {
        return super.computeIfAbsent(key, function);
      }
    }
    return Optimistic.computeIfAbsent(this, this, key, function, Optimistic.NO_SITE);
  }

  @Override
  public V computeIfPresent(K key, BiFunction<? super K, ? super V, ? extends V> function) {
    if (function == null || isRunUnderLock()) {
      synchronized (this) {
        return super.computeIfPresent(key, function);
      }
    }
    return Optimistic.computeIfPresent(this, this, key, function, Optimistic.NO_SITE);
  }

  @Override
  public V compute(K key, BiFunction<? super K, ? super V, ? extends V> function) {
    if (function == null || isRunUnderLock()) {
      synchronized (this) {
        return super.compute(key, function);
      }
    }
    return Optimistic.compute(this, this, key, function, Optimistic.NO_SITE);
  }

  @Override
  public V merge(K key, V value, BiFunction<? super V, ? super V, ? extends V> function) {
    if (value == null || function == null || isRunUnderLock()) {
      synchronized (this) {
        return super.merge(key, value, function);
      }
    }
    return Optimistic.merge(this, this, key, value, function, Optimistic.NO_SITE);
  }

  @Override
  public void forEach(BiConsumer<? super K, ? super V> action) {
    Objects.requireNonNull(action);
    Snapshots.forEach(Snapshots.pairs(this, rawEntries()), action);
  }

  @Override
  public void replaceAll(BiFunction<? super K, ? super V, ? extends V> function) {
    Snapshots.replaceAll(this, rawEntries(), function);
  }

  private synchronized Set<Map.Entry<K, V>> rawEntries() {
    return super.entrySet();
  }

  @Override
  public synchronized Set<Map.Entry<K, V>> entrySet() {
    Set<Map.Entry<K, V>> copied = SortedCopies.end(copies);
    return copied == null ? GuardedViews.entries(this, super.entrySet()) : copied;
  }

  @Override
  public synchronized Collection<V> values() {
    return GuardedViews.values(this, super.values(), super.entrySet());
  }

  @Override
  public Comparator<? super K> comparator() {
    if (!Thread.holdsLock(this)) {
      StackWalker.StackFrame caller = SortedCopies.caller();
      if (SortedCopies.isAdding(caller)) {
        return SortedCopies.otherOrder();
      }
      if (SortedCopies.isConstructor(caller)) {
        beginCopy();
      }
    }
    return order();
  }

  private synchronized void beginCopy() {
    copies = SortedCopies.begin(copies, this);
  }

  /** The order of the keys, whoever asks; it never changes. */
  Comparator<? super K> order() {
    return super.comparator();
  }

  @Override
  public synchronized K firstKey() {
    return super.firstKey();
  }

  @Override
  public synchronized K lastKey() {
    return super.lastKey();
  }

  @Override
  public synchronized Map.Entry<K, V> firstEntry() {
    return super.firstEntry();
  }

  @Override
  public synchronized Map.Entry<K, V> lastEntry() {
    return super.lastEntry();
  }

  @Override
  public synchronized Map.Entry<K, V> pollFirstEntry() {
    return super.pollFirstEntry();
  }

  @Override
  public synchronized Map.Entry<K, V> pollLastEntry() {
    return super.pollLastEntry();
  }

  @Override
  public synchronized K lowerKey(K key) {
    return super.lowerKey(key);
  }

  @Override
  public synchronized Map.Entry<K, V> lowerEntry(K key) {
    return super.lowerEntry(key);
  }

  @Override
  public synchronized K floorKey(K key) {
    return super.floorKey(key);
  }

  @Override
  public synchronized Map.Entry<K, V> floorEntry(K key) {
    return super.floorEntry(key);
  }

  @Override
  public synchronized K ceilingKey(K key) {
    return super.ceilingKey(key);
  }

  @Override
  public synchronized Map.Entry<K, V> ceilingEntry(K key) {
    return super.ceilingEntry(key);
  }

  @Override
  public synchronized K higherKey(K key) {
    return super.higherKey(key);
  }

  @Override
  public synchronized Map.Entry<K, V> higherEntry(K key) {
    return super.higherEntry(key);
  }

  @Override
  public Set<K> keySet() {
    return navigableKeySet();
  }

  @Override
  public synchronized NavigableSet<K> navigableKeySet() {
    return GuardedNavigableSet.of(this, this, super.navigableKeySet(), super.entrySet());
  }

  @Override
  public NavigableSet<K> descendingKeySet() {
    return descendingMap().navigableKeySet();
  }

  @Override
  public synchronized NavigableMap<K, V> descendingMap() {
    return new GuardedSubMap<>(this, super.descendingMap());
  }

  @Override
  public synchronized NavigableMap<K, V> subMap(K from, boolean withFrom, K to, boolean withTo) {
    return new GuardedSubMap<>(this, super.subMap(from, withFrom, to, withTo));
  }

  @Override
  public synchronized NavigableMap<K, V> headMap(K to, boolean inclusive) {
    return new GuardedSubMap<>(this, super.headMap(to, inclusive));
  }

  @Override
  public synchronized NavigableMap<K, V> tailMap(K from, boolean inclusive) {
    return new GuardedSubMap<>(this, super.tailMap(from, inclusive));
  }

  @Override
  public SortedMap<K, V> subMap(K from, K to) {
    return subMap(from, true, to, false);
  }

  @Override
  public SortedMap<K, V> headMap(K to) {
    return headMap(to, false);
  }

  @Override
  public SortedMap<K, V> tailMap(K from) {
    return tailMap(from, true);
  }

  @Override
  public boolean equals(Object other) {
    return Snapshots.equal(this, other);
  }

  @Override
  public int hashCode() {
    return plainCopy().hashCode();
  }

  @Override
  public String toString() {
    return super.toString(); // Walks over a snapshot.
  }

  @Override
  public synchronized Object clone() {
    GuardedTreeMap<?, ?> clone = (GuardedTreeMap<?, ?>) super.clone();
    clone.copies = null;
    return clone;
  }

  private Object writeReplace() {
    return plainCopy();
  }
}
