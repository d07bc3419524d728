package io.tallyfast.runtime;

import java.util.Map;
import java.util.Objects;

/**
 * An entry of a snapshot. It keeps the value of that moment; a value set here is stored in the map,
 * if the map still has the key. Not thread-safe itself.
 */
final class GuardedEntry<K, V> implements Map.Entry<K, V>, MergedEntry {
  private final GuardedCollection<K, V, ?> view;
  private final K key;
  private V value;

  GuardedEntry(GuardedCollection<K, V, ?> view, K key, V value) {
    this.view = view;
    this.key = key;
    this.value = value;
  }

  @Override
  public K getKey() {
    return key;
  }

  @Override
  public V getValue() {
    return value;
  }

  @Override
  public V setValue(V newValue) {
    V old = view.setValue(key, value, newValue);
    value = newValue;
    return old;
  }

  @Override
  @SuppressWarnings("unchecked") // What is merged is of the type of what was there.
  public Object merge(Object written, Object seen, Object operand, int how, int site) {
    synchronized (view.lock) {
      V now = view.valueOf(key, value);
      return setValue((V) Held.next(now, written, seen, operand, how, site));
    }
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof Map.Entry)) {
      return false;
    }
    Map.Entry<?, ?> entry = (Map.Entry<?, ?>) other;
    return view.comparesIdentity()
        ? key == entry.getKey() && value == entry.getValue()
        : Objects.equals(key, entry.getKey()) && Objects.equals(value, entry.getValue());
  }

  @Override
  public int hashCode() {
    return view.comparesIdentity()
        ? System.identityHashCode(key) ^ System.identityHashCode(value)
        : Objects.hashCode(key) ^ Objects.hashCode(value);
  }

  @Override
  public String toString() {
    return key + "=" + value;
  }
}
