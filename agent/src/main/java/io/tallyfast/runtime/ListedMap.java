package io.tallyfast.runtime;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/** A copy of any map's entries, in its order, to put them all into another. Not thread-safe. */
final class ListedMap<K, V> extends AbstractMap<K, V> {
  private final Map.Entry<K, V>[] entries;

  @SuppressWarnings("unchecked") // An array of a generic type.
  ListedMap(Map<? extends K, ? extends V> map) {
    Map.Entry<K, V>[] copied = (Map.Entry<K, V>[]) new Map.Entry<?, ?>[map.size()];
    int count = 0;
    for (Map.Entry<? extends K, ? extends V> entry : map.entrySet()) {
      if (count == copied.length) {
        copied = Arrays.copyOf(copied, count + 8 + count / 2);
      }
      copied[count++] = new SimpleImmutableEntry<>(entry.getKey(), entry.getValue());
    }
    entries = count == copied.length ? copied : Arrays.copyOf(copied, count);
  }

  @Override
  public Set<Map.Entry<K, V>> entrySet() {
    return new Entries();
  }

  private final class Entries extends AbstractSet<Map.Entry<K, V>> {
    @Override
    public int size() {
      return entries.length;
    }

    @Override
    public Iterator<Map.Entry<K, V>> iterator() {
      return Arrays.asList(entries).iterator();
    }
  }
}
