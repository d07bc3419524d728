package io.tallyfast.runtime;

import java.util.Collection;
import java.util.Enumeration;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * {@link Properties} that are walked over by snapshots, as {@link GuardedHashtable} is. The
 * defaults stay as they were given.
 */
// The class that it stands for; and no foreign code may run under the lock.
@SuppressWarnings({"JdkObsolete", "UnsynchronizedOverridesSynchronized"})
public class GuardedProperties extends Properties implements GuardedMap<Object, Object> {
  private static final long serialVersionUID = 1L;

  /** As {@link Properties#Properties()}. */
  public GuardedProperties() {}

  /** As {@link Properties#Properties(int)}. */
  public GuardedProperties(int capacity) {
    super(capacity);
  }

  /** As {@link Properties#Properties(Properties)}. */
  public GuardedProperties(Properties defaults) {
    super(defaults);
  }

  @Override
  public synchronized Map<Object, Object> plainCopy() {
    Properties copy = new Properties(defaults);
    copy.putAll(this);
    return copy;
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
  public synchronized Object get(Object key) {
    return super.get(key);
  }

  @Override
  public synchronized Object getOrDefault(Object key, Object otherwise) {
    return super.getOrDefault(key, otherwise);
  }

  @Override
  public synchronized boolean contains(Object value) {
    return super.containsValue(value); // The same.
  }

  @Override
  public synchronized boolean containsValue(Object value) {
    return super.containsValue(value);
  }

  @Override
  public synchronized boolean containsKey(Object key) {
    return super.containsKey(key);
  }

  @Override
  public void putAll(Map<?, ?> map) {
    Map<?, ?> settled = Snapshots.settled(map);
    synchronized (this) {
      super.putAll(settled);
    }
  }

  @Override
  public void forEach(BiConsumer<? super Object, ? super Object> action) {
    Objects.requireNonNull(action);
    Snapshots.forEach(Snapshots.pairs(this, rawEntries()), action);
  }

  private synchronized Set<Map.Entry<Object, Object>> rawEntries() {
    return super.entrySet();
  }

  @Override
  public synchronized Set<Map.Entry<Object, Object>> entrySet() {
    return GuardedViews.entries(this, super.entrySet());
  }

  @Override
  public synchronized Set<Object> keySet() {
    return GuardedViews.keys(this, super.keySet(), super.entrySet());
  }

  @Override
  public synchronized Collection<Object> values() {
    return GuardedViews.values(this, super.values(), super.entrySet());
  }

  @Override
  public synchronized Enumeration<Object> keys() {
    return (GuardedIterator<Object>) keySet().iterator();
  }

  @Override
  public synchronized Enumeration<Object> elements() {
    return (GuardedIterator<Object>) values().iterator();
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
