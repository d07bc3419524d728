package io.tallyfast.runtime;

import java.util.Collection;
import java.util.Enumeration;
import java.util.Hashtable;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * A {@link Hashtable} that is walked over by snapshots, and takes no other map's monitor while it
 * holds its own. It takes its own by itself, so the rest is as it was; functions of the application
 * run under it, as they always did, but for {@code forEach}.
 */
// The class that it stands for; and no foreign code may run under the lock.
@SuppressWarnings({"JdkObsolete", "UnsynchronizedOverridesSynchronized"})
public class GuardedHashtable<K, V> extends Hashtable<K, V> implements GuardedMap<K, V> {
  private static final long serialVersionUID = 1L;

  /** As {@link Hashtable#Hashtable()}. */
  public GuardedHashtable() {}

  /** As {@link Hashtable#Hashtable(int)}. */
  public GuardedHashtable(int capacity) {
    super(capacity);
  }

  /** As {@link Hashtable#Hashtable(int, float)}. */
  public GuardedHashtable(int capacity, float loadFactor) {
    super(capacity, loadFactor);
  }

  /** As {@link Hashtable#Hashtable(Map)}. */
  public GuardedHashtable(Map<? extends K, ? extends V> map) {
    super(map);
  }

  @Override
  public synchronized Map<K, V> plainCopy() {
    return new Hashtable<>(this);
  }

  @Override
  public synchronized boolean containsValue(Object value) {
    return super.containsValue(value);
  }

  @Override
  public void putAll(Map<? extends K, ? extends V> map) {
    Map<? extends K, ? extends V> settled = Snapshots.settled(map);
    synchronized (this) {
      super.putAll(settled);
    }
  }

  @Override
  public void forEach(BiConsumer<? super K, ? super V> action) {
    Objects.requireNonNull(action);
    Snapshots.forEach(pairs(), action);
  }

  /** In the order of {@code forEach}, which is not that of iterators. */
  private synchronized Object[] pairs() {
    Snapshots.Collected<K, V> collected = new Snapshots.Collected<>(super.size());
    super.forEach(collected);
    return collected.pairs();
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
  public synchronized Enumeration<K> keys() {
    return (GuardedIterator<K>) keySet().iterator();
  }

  @Override
  public synchronized Enumeration<V> elements() {
    return (GuardedIterator<V>) values().iterator();
  }

  @Override
  public boolean equals(Object other) {
    return Snapshots.equal(this, other);
  }

  @Override
  public synchronized int hashCode() {
    return super.hashCode();
  }

  private Object writeReplace() {
    return plainCopy();
  }
}
