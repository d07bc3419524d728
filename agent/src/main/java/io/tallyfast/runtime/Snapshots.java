package io.tallyfast.runtime;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/**
 * Copies of one state of a guarded map, and what walks over them. A snapshot is an array in which
 * each key is followed by its value, in the order of the map. Thread-safe.
 */
final class Snapshots {
  private Snapshots() {}

  /** Has a map store what its cells have counted. Its lock is held. */
  static void settle(Object lock) {
    if (lock instanceof GuardedMap) {
      ((GuardedMap<?, ?>) lock).settle();
    }
  }

  /** What a map holds now, given its lock and the JDK's view of its entries. */
  static <K, V> Object[] pairs(Object lock, Collection<Map.Entry<K, V>> entries) {
    synchronized (lock) {
      settle(lock);
      Object[] pairs = new Object[2 * entries.size()];
      int filled = 0;
      Iterator<Map.Entry<K, V>> iterator = entries.iterator();
      // A map with weak keys may have fewer entries than it said.
      while (filled < pairs.length && iterator.hasNext()) {
        Map.Entry<K, V> entry = iterator.next();
        pairs[filled++] = entry.getKey();
        pairs[filled++] = entry.getValue();
      }
      return filled == pairs.length ? pairs : Arrays.copyOf(pairs, filled);
    }
  }

  /** Collects pairs, under the lock, in the order of the map's own forEach. */
  static final class Collected<K, V> implements BiConsumer<K, V> {
    private Object[] pairs;
    private int filled;

    Collected(int size) {
      pairs = new Object[2 * size];
    }

    @Override
    public void accept(K key, V value) {
      if (filled == pairs.length) {
        pairs = Arrays.copyOf(pairs, 2 * filled + 2);
      }
      pairs[filled++] = key;
      pairs[filled++] = value;
    }

    Object[] pairs() {
      return filled == pairs.length ? pairs : Arrays.copyOf(pairs, filled);
    }
  }

  /** The same pairs in the opposite order. */
  static Object[] reversed(Object[] pairs) {
    Object[] reversed = new Object[pairs.length];
    for (int i = 0; i < pairs.length; i += 2) {
      reversed[pairs.length - 2 - i] = pairs[i];
      reversed[pairs.length - 1 - i] = pairs[i + 1];
    }
    return reversed;
  }

  /** As {@link Map#forEach}; no lock is held. */
  @SuppressWarnings("unchecked") // Each key is followed by its value.
  static <K, V> void forEach(Object[] pairs, BiConsumer<? super K, ? super V> action) {
    for (int i = 0; i < pairs.length; i += 2) {
      action.accept((K) pairs[i], (V) pairs[i + 1]);
    }
  }

  /**
   * As {@link Map#replaceAll}. The function sees one state of the map and runs while the lock is
   * not held. All that it made is stored in one step, but for entries that have changed meanwhile:
   * for these it runs again.
   */
  static <K, V> void replaceAll(
      Object lock,
      Collection<Map.Entry<K, V>> entries,
      BiFunction<? super K, ? super V, ? extends V> function) {
    replaceAll(lock, pairs(lock, entries), entries, function);
  }

  /** The same over a snapshot in whose order the function is to run. */
  static <K, V> void replaceAll(
      Object lock,
      Object[] pairs,
      Collection<Map.Entry<K, V>> entries,
      BiFunction<? super K, ? super V, ? extends V> function) {
    Objects.requireNonNull(function);
    Replacement<K, V> replacement = new Replacement<>(pairs);
    do {
      try {
        replacement.make(function);
      } finally {
        // Also when the function failed: then the entries before are replaced, and no others.
        synchronized (lock) {
          settle(lock);
          replacement.store(entries);
        }
      }
    } while (replacement.isUnfinished());
  }

  /**
   * A map like the argument of {@code putAll}, such that reading it takes no other lock. Call it
   * without holding one.
   *
   * @param map may be null, and then is the result
   */
  @SuppressWarnings("unchecked") // A copy of a map that is only read.
  static <K, V> Map<? extends K, ? extends V> settled(Map<? extends K, ? extends V> map) {
    if (map instanceof GuardedMap) {
      return ((GuardedMap<K, V>) map).plainCopy();
    }
    if (map == null || map instanceof EnumMap) {
      return map;
    }
    if (map instanceof SortedMap) {
      return new TreeMap<>((SortedMap<K, V>) map);
    }
    return new ListedMap<>(map);
  }

  /** The argument, or a copy of one state of it when it is a guarded map. */
  @SuppressWarnings("unchecked") // A copy of a guarded map is of the class that it extends.
  static <T> T plain(T other) {
    return other instanceof GuardedMap ? (T) ((GuardedMap<?, ?>) other).plainCopy() : other;
  }

  /** Whether a map equals another object; no lock is held while they are compared. */
  static boolean equal(GuardedMap<?, ?> map, Object other) {
    return map == other || other instanceof Map && map.plainCopy().equals(plain(other));
  }

  /** The values that a function makes of a snapshot's. Confined to one thread. */
  private static final class Replacement<K, V> {
    private final Object[] pairs;
    private final Object[] made;

    /** Where the entry of each key object stands, while its value is not yet stored. */
    private final IdentityHashMap<Object, Integer> open = new IdentityHashMap<>();

    private int next;

    Replacement(Object[] pairs) {
      this.pairs = pairs;
      this.made = new Object[pairs.length];
      for (int i = 0; i < pairs.length; i += 2) {
        open.put(pairs[i], i);
      }
    }

    @SuppressWarnings("unchecked") // Each key is followed by its value.
    void make(BiFunction<? super K, ? super V, ? extends V> function) {
      for (next = 0; next < pairs.length; next += 2) {
        if (open.containsKey(pairs[next])) {
          made[next] = function.apply((K) pairs[next], (V) pairs[next + 1]);
        }
      }
    }

    @SuppressWarnings("unchecked") // The function made a value.
    void store(Collection<Map.Entry<K, V>> entries) {
      IdentityHashMap<Object, Integer> changed = new IdentityHashMap<>();
      for (Map.Entry<K, V> entry : entries) {
        Integer at = open.get(entry.getKey());
        if (at != null && at < next) {
          if (entry.getValue() == pairs[at + 1]) {
            entry.setValue((V) made[at]);
          } else {
            pairs[at + 1] = entry.getValue();
            changed.put(entry.getKey(), at);
          }
        }
      }
      open.clear();
      open.putAll(changed);
    }

    boolean isUnfinished() {
      return !open.isEmpty();
    }
  }
}
