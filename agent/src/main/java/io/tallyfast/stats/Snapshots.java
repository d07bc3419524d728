package io.tallyfast.stats;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentMap;

/** Copies maps. Stateless; thread-safe. */
final class Snapshots {
  private Snapshots() {}

  static <K, V> Map<K, V> of(Map<K, V> map) {
    Map<K, V> copy;
    if (map instanceof ConcurrentMap) {
      copy = copy(map);
    } else {
      synchronized (map) {
        copy = copy(map);
      }
    }
    // Only now, with no lock held: maps that are values have locks of their own.
    copy.replaceAll((key, value) -> own(value));
    return copy;
  }

  @SuppressWarnings("unchecked") // The copy of a map is put where the map was.
  private static <V> V own(V value) {
    return value instanceof Map<?, ?> map ? (V) of(map) : value;
  }

  private static <K, V> Map<K, V> copy(Map<K, V> map) {
    if (map instanceof EnumMap<?, ?>) {
      return copyOfEnumMap(map);
    }
    return map instanceof SortedMap<K, V> sorted ? new TreeMap<>(sorted) : new LinkedHashMap<>(map);
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // An EnumMap's keys are enums.
  private static <K, V> Map<K, V> copyOfEnumMap(Map<K, V> map) {
    return new EnumMap((EnumMap) map);
  }
}
