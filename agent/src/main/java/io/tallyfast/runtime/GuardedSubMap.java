package io.tallyfast.runtime;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A part of a guarded {@code TreeMap}, or the whole of it backwards. Thread-safe. */
final class GuardedSubMap<K, V> extends GuardedMapView<K, V, NavigableMap<K, V>>
    implements NavigableMap<K, V>, Serializable {
  private static final long serialVersionUID = 1L;

  /** What the JDK is copying just now; null when it never did. */
  private transient SortedCopies copies;

  GuardedSubMap(Object lock, NavigableMap<K, V> raw) {
    super(lock, raw);
  }

  @Override
  public Map<K, V> plainCopy() {
    synchronized (lock) {
      return new TreeMap<>((SortedMap<K, V>) raw);
    }
  }

  @Override
  public Comparator<? super K> comparator() {
    if (!Thread.holdsLock(lock)) {
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

  /** The order of the keys, whoever asks; it never changes. */
  Comparator<? super K> order() {
    return raw.comparator();
  }

  private void beginCopy() {
    synchronized (lock) {
      copies = SortedCopies.begin(copies, this);
    }
  }

  @Override
  public int size() {
    synchronized (lock) {
      return SortedCopies.size(copies, raw.size());
    }
  }

  @Override
  public Set<Map.Entry<K, V>> entrySet() {
    synchronized (lock) {
      Set<Map.Entry<K, V>> copied = SortedCopies.end(copies);
      return copied == null ? super.entrySet() : copied;
    }
  }

  @Override
  public K firstKey() {
    synchronized (lock) {
      return raw.firstKey();
    }
  }

  @Override
  public K lastKey() {
    synchronized (lock) {
      return raw.lastKey();
    }
  }

  @Override
  public Map.Entry<K, V> firstEntry() {
    synchronized (lock) {
      return raw.firstEntry();
    }
  }

  @Override
  public Map.Entry<K, V> lastEntry() {
    synchronized (lock) {
      return raw.lastEntry();
    }
  }

  @Override
  public Map.Entry<K, V> pollFirstEntry() {
    synchronized (lock) {
      return raw.pollFirstEntry();
    }
  }

  @Override
  public Map.Entry<K, V> pollLastEntry() {
    synchronized (lock) {
      return raw.pollLastEntry();
    }
  }

  @Override
  public K lowerKey(K key) {
    synchronized (lock) {
      return raw.lowerKey(key);
    }
  }

  @Override
  public Map.Entry<K, V> lowerEntry(K key) {
    synchronized (lock) {
      return raw.lowerEntry(key);
    }
  }

  @Override
  public K floorKey(K key) {
    synchronized (lock) {
      return raw.floorKey(key);
    }
  }

  @Override
  public Map.Entry<K, V> floorEntry(K key) {
    synchronized (lock) {
      return raw.floorEntry(key);
    }
  }

  @Override
  public K ceilingKey(K key) {
    synchronized (lock) {
      return raw.ceilingKey(key);
    }
  }

  @Override
  public Map.Entry<K, V> ceilingEntry(K key) {
    synchronized (lock) {
      return raw.ceilingEntry(key);
    }
  }

  @Override
  public K higherKey(K key) {
    synchronized (lock) {
      return raw.higherKey(key);
    }
  }

  @Override
  public Map.Entry<K, V> higherEntry(K key) {
    synchronized (lock) {
      return raw.higherEntry(key);
    }
  }

  @Override
  public NavigableMap<K, V> descendingMap() {
    return new GuardedSubMap<>(lock, raw.descendingMap());
  }

  @Override
  public NavigableMap<K, V> subMap(K from, boolean withFrom, K to, boolean withTo) {
    return new GuardedSubMap<>(lock, raw.subMap(from, withFrom, to, withTo));
  }

  @Override
  public NavigableMap<K, V> headMap(K to, boolean inclusive) {
    return new GuardedSubMap<>(lock, raw.headMap(to, inclusive));
  }

  @Override
  public NavigableMap<K, V> tailMap(K from, boolean inclusive) {
    return new GuardedSubMap<>(lock, raw.tailMap(from, inclusive));
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
  public Set<K> keySet() {
    return navigableKeySet();
  }

  @Override
  public NavigableSet<K> navigableKeySet() {
    return GuardedNavigableSet.of(lock, this, raw.navigableKeySet(), raw.entrySet());
  }

  @Override
  public NavigableSet<K> descendingKeySet() {
    return descendingMap().navigableKeySet();
  }

  /** The JDK's own view, whose map in turn is written as one of the JDK's. */
  private Object writeReplace() {
    return raw;
  }
}
