package io.tallyfast.runtime;

import java.util.AbstractMap;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Another map's entries, or some of them: live, and written through, under the lock of that map.
 * Thread-safe.
 *
 * @param <M> what the JDK's own view is
 */
abstract class GuardedMapView<K, V, M extends Map<K, V>> extends AbstractMap<K, V>
    implements GuardedMap<K, V> {
  final Object lock;

  /** The JDK's own view; used only while the lock is held, but to get views of it. */
  final M raw;

  GuardedMapView(Object lock, M raw) {
    this.lock = lock;
    this.raw = raw;
  }

  /** Creates a view that is its own lock. */
  GuardedMapView(M raw) {
    this.lock = this;
    this.raw = raw;
  }

  @Override
  public int size() {
    synchronized (lock) {
      return raw.size();
    }
  }

  @Override
  public boolean isEmpty() {
    synchronized (lock) {
      return raw.isEmpty();
    }
  }

  @Override
  public V get(Object key) {
    synchronized (lock) {
      return raw.get(key);
    }
  }

  @Override
  public V getOrDefault(Object key, V otherwise) {
    synchronized (lock) {
      return raw.getOrDefault(key, otherwise);
    }
  }

  @Override
  public boolean containsKey(Object key) {
    synchronized (lock) {
      return raw.containsKey(key);
    }
  }

  @Override
  public boolean containsValue(Object value) {
    synchronized (lock) {
      return raw.containsValue(value);
    }
  }

  @Override
  public V put(K key, V value) {
    synchronized (lock) {
      return raw.put(key, value);
    }
  }

  @Override
  public V putIfAbsent(K key, V value) {
    synchronized (lock) {
      return raw.putIfAbsent(key, value);
    }
  }

  @Override
  public V remove(Object key) {
    synchronized (lock) {
      return raw.remove(key);
    }
  }

  @Override
  public boolean remove(Object key, Object value) {
    synchronized (lock) {
      return raw.remove(key, value);
    }
  }

  @Override
  public V replace(K key, V value) {
    synchronized (lock) {
      return raw.replace(key, value);
    }
  }

  @Override
  public boolean replace(K key, V old, V value) {
    synchronized (lock) {
      return raw.replace(key, old, value);
    }
  }

  @Override
  public void clear() {
    synchronized (lock) {
      raw.clear();
    }
  }

  @Override
  public void putAll(Map<? extends K, ? extends V> map) {
    Map<? extends K, ? extends V> settled = Snapshots.settled(map);
    synchronized (lock) {
      raw.putAll(settled);
    }
  }

  @Override
  public V computeIfAbsent(K key, Function<? super K, ? extends V> function) {
    if (function == null || Thread.holdsLock(lock)) {
      synchronized (lock) {
        return raw.computeIfAbsent(key, function);
      }
    }
    return Optimistic.computeIfAbsent(lock, this, key, function, Optimistic.NO_SITE);
  }

  @Override
  public V computeIfPresent(K key, BiFunction<? super K, ? super V, ? extends V> function) {
    if (function == null || Thread.holdsLock(lock)) {
      synchronized (lock) {
        return raw.computeIfPresent(key, function);
      }
    }
    return Optimistic.computeIfPresent(lock, this, key, function, Optimistic.NO_SITE);
  }

  @Override
  public V compute(K key, BiFunction<? super K, ? super V, ? extends V> function) {
    if (function == null || Thread.holdsLock(lock)) {
      synchronized (lock) {
        return raw.compute(key, function);
      }
    }
    return Optimistic.compute(lock, this, key, function, Optimistic.NO_SITE);
  }

  @Override
  public V merge(K key, V value, BiFunction<? super V, ? super V, ? extends V> function) {
    if (value == null || function == null || Thread.holdsLock(lock)) {
      synchronized (lock) {
        return raw.merge(key, value, function);
      }
    }
    return Optimistic.merge(lock, this, key, value, function, Optimistic.NO_SITE);
  }

  @Override
  public void forEach(BiConsumer<? super K, ? super V> action) {
    Objects.requireNonNull(action);
    Snapshots.forEach(Snapshots.pairs(lock, raw.entrySet()), action);
  }

  @Override
  public void replaceAll(BiFunction<? super K, ? super V, ? extends V> function) {
    Snapshots.replaceAll(lock, raw.entrySet(), function);
  }

  @Override
  public Set<Map.Entry<K, V>> entrySet() {
    Set<Map.Entry<K, V>> entries = raw.entrySet();
    return new GuardedSet<>(lock, this, GuardedCollection.ENTRIES, entries, entries);
  }

  @Override
  public Collection<V> values() {
    return new GuardedCollection<>(
        lock, this, GuardedCollection.VALUES, raw.values(), raw.entrySet());
  }

  @Override
  public boolean equals(Object other) {
    return Snapshots.equal(this, other);
  }

  @Override
  public int hashCode() {
    return plainCopy().hashCode();
  }
}
