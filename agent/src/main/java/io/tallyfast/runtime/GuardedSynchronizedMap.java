package io.tallyfast.runtime;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What {@link Collections#synchronizedMap} makes of a map, around a guarded one: its monitor is the
 * lock, and functions run under it, as they do there. Iterators and copies take it too. It is
 * written as the JDK's. Thread-safe.
 */
final class GuardedSynchronizedMap<K, V> extends GuardedMapView<K, V, GuardedMap<K, V>>
    implements java.io.Serializable {
  private static final long serialVersionUID = 1L;

  GuardedSynchronizedMap(GuardedMap<K, V> map) {
    super(map);
  }

  @Override
  public synchronized Map<K, V> plainCopy() {
    return raw.plainCopy();
  }

  @Override
  public V overwrite(K key, V value) {
    return raw.overwrite(key, value);
  }

  @Override
  public V peek(K key) {
    return raw.peek(key);
  }

  @Override
  public Set<K> keySet() {
    return new GuardedSet<>(lock, this, GuardedCollection.KEYS, raw.keySet(), raw.entrySet());
  }

  @Override
  public synchronized V computeIfAbsent(K key, Function<? super K, ? extends V> function) {
    return super.computeIfAbsent(key, function);
  }

  @Override
  public synchronized V computeIfPresent(
      K key, BiFunction<? super K, ? super V, ? extends V> function) {
    return super.computeIfPresent(key, function);
  }

  @Override
  public synchronized V compute(K key, BiFunction<? super K, ? super V, ? extends V> function) {
    return super.compute(key, function);
  }

  @Override
  public synchronized V merge(
      K key, V value, BiFunction<? super V, ? super V, ? extends V> function) {
    return super.merge(key, value, function);
  }

  @Override
  public synchronized void forEach(BiConsumer<? super K, ? super V> action) {
    super.forEach(action);
  }

  @Override
  public synchronized void replaceAll(BiFunction<? super K, ? super V, ? extends V> function) {
    super.replaceAll(function);
  }

  private Object writeReplace() {
    return Collections.synchronizedMap(plainCopy());
  }
}
