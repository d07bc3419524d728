package io.tallyfast.runtime;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A {@link LinkedHashMap} whose operations are each one step. As {@link GuardedMap} says. */
public class GuardedLinkedHashMap<K, V> extends LinkedHashMap<K, V> implements GuardedMap<K, V> {
  private static final long serialVersionUID = 1L;

  static {
    MapKinds.hasLinkedMaps();
  }

  /** Null until the map is busy. */
  transient volatile Cells cells;

  private transient int updates;

  /** Whether an access moves an entry to the end. */
  private boolean accessOrder;

  /** As {@link LinkedHashMap#LinkedHashMap()}. */
  public GuardedLinkedHashMap() {
    super();
  }

  /** As {@link LinkedHashMap#LinkedHashMap(int)}. */
  public GuardedLinkedHashMap(int capacity) {
    super(capacity);
  }

  /** As {@link LinkedHashMap#LinkedHashMap(int, float)}. */
  public GuardedLinkedHashMap(int capacity, float loadFactor) {
    super(capacity, loadFactor);
  }

  /** As {@link LinkedHashMap#LinkedHashMap(int, float, boolean)}. */
  public GuardedLinkedHashMap(int capacity, float loadFactor, boolean accessOrder) {
    super(capacity, loadFactor, accessOrder);
    this.accessOrder = accessOrder;
  }

  /** As {@link LinkedHashMap#LinkedHashMap(Map)}. */
  public GuardedLinkedHashMap(Map<? extends K, ? extends V> map) {
    super(map);
  }

  @Override
  public synchronized Map<K, V> plainCopy() {
    Map<K, V> copy = new LinkedHashMap<>(16, 0.75f, accessOrder);
    copy.putAll(this);
    return copy;
  }

  /** Where access counts, every way to an entry by its key counts; so it is searched for. */
  @Override
  public V overwrite(K key, V value) {
    if (!accessOrder) {
      return replace(key, value);
    }
    for (Map.Entry<K, V> entry : rawEntries()) {
      if (entry.getKey() == key) {
        return entry.setValue(value);
      }
    }
    return null;
  }

  @Override
  public V peek(K key) {
    if (!accessOrder) {
      return get(key);
    }
    for (Map.Entry<K, V> entry : rawEntries()) {
      if (Objects.equals(key, entry.getKey())) {
        return entry.getValue();
      }
    }
    return null;
  }

  @Override
  public void settle() {
    if (cells != null) {
      cells.settle(this);
    }
  }

  private <T> T settled(T key) {
    if (cells != null) {
      cells.settle(this, key);
    }
    return key;
  }

  @Override
  public V raw(Object key) {
    return super.get(key);
  }

  @Override
  public boolean sum(K key, BiFunction<? super K, ? super V, ? extends V> function) {
    boolean plain = !accessOrder && getClass() == GuardedLinkedHashMap.class;
    if (plain) {
      super.computeIfPresent(key, function);
    }
    return plain;
  }

  @Override
  public Cells cellsWhenBusy() {
    if (cells == null
        && !accessOrder
        && getClass() == GuardedLinkedHashMap.class
        && ++updates > Cells.BUSY) {
      synchronized (this) {
        cells = cells == null ? new Cells() : cells;
      }
    }
    return cells;
  }

  /** A function of the application runs under the lock only where it is held already. */
  private boolean isRunUnderLock() {
    return Thread.holdsLock(this) || getClass() != GuardedLinkedHashMap.class;
  }

  @Override
  public synchronized int size() {
    return super.size();
  }

  @Override
  public synchronized boolean isEmpty() {
    return super.isEmpty();
  }

  @Override
  public synchronized V get(Object key) {
    return super.get(settled(key));
  }

  @Override
  public synchronized V getOrDefault(Object key, V otherwise) {
    return super.getOrDefault(settled(key), otherwise);
  }

  @Override
  public synchronized boolean containsKey(Object key) {
    return super.containsKey(key);
  }

  @Override
  public synchronized boolean containsValue(Object value) {
    settle();
    return super.containsValue(value);
  }

  @Override
  public synchronized V put(K key, V value) {
    return super.put(settled(key), value);
  }

  @Override
  public synchronized V putIfAbsent(K key, V value) {
    return super.putIfAbsent(settled(key), value);
  }

  @Override
  public synchronized V remove(Object key) {
    return super.remove(settled(key));
  }

  @Override
  public synchronized boolean remove(Object key, Object value) {
    return super.remove(settled(key), value);
  }

  @Override
  public synchronized V replace(K key, V value) {
    return super.replace(settled(key), value);
  }

  @Override
  public synchronized boolean replace(K key, V old, V value) {
    return super.replace(settled(key), old, value);
  }

  @Override
  public synchronized void clear() {
    settle();
    super.clear();
  }

  @Override
  public void putAll(Map<? extends K, ? extends V> map) {
    Map<? extends K, ? extends V> settled = Snapshots.settled(map);
    synchronized (this) {
      settle();
      super.putAll(settled);
    }
  }

  @Override
  public V computeIfAbsent(K key, Function<? super K, ? extends V> function) {
    if (function == null || isRunUnderLock()) {
      synchronized (this) {
        return super.computeIfAbsent(settled(key), function);
      }
    }
    return Optimistic.computeIfAbsent(this, this, key, function, Optimistic.NO_SITE);
  }

  @Override
  public V computeIfPresent(K key, BiFunction<? super K, ? super V, ? extends V> function) {
    if (function == null || isRunUnderLock()) {
      synchronized (this) {
        return super.computeIfPresent(settled(key), function);
      }
    }
    return Optimistic.computeIfPresent(this, this, key, function, Optimistic.NO_SITE);
  }

  @Override
  public V compute(K key, BiFunction<? super K, ? super V, ? extends V> function) {
    if (function == null || isRunUnderLock()) {
      synchronized (this) {
        return super.compute(settled(key), function);
      }
    }
    return Optimistic.compute(this, this, key, function, Optimistic.NO_SITE);
  }

  @Override
  public V merge(K key, V value, BiFunction<? super V, ? super V, ? extends V> function) {
    if (value == null || function == null || isRunUnderLock()) {
      synchronized (this) {
        return super.merge(settled(key), value, function);
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
    return GuardedViews.raw(super.entrySet());
  }

  @Override
  public synchronized Set<Map.Entry<K, V>> entrySet() {
    return GuardedViews.entries(this, super.entrySet());
  }

  @Override
  public synchronized Set<K> keySet() {
    return GuardedViews.keys(this, super.keySet(), super.entrySet());
  }

  @Override
  public synchronized Collection<V> values() {
    return GuardedViews.values(this, super.values(), super.entrySet());
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
  @SuppressWarnings("unchecked") // A clone is of the same class.
  public synchronized Object clone() {
    GuardedLinkedHashMap<K, V> clone = (GuardedLinkedHashMap<K, V>) super.clone();
    clone.cells = null;
    return clone;
  }

  private Object writeReplace() {
    return plainCopy();
  }
}
