package io.tallyfast.rewrite.kotlin.collections;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes maps as Kotlin's library does, moved into another package. */
@SuppressWarnings("NonApiType") // As in the library.
public final class MapsKt {
  private MapsKt() {}

  /** With room for so many pairs. */
  public static HashMap<String, Integer> hashMapOf(Map.Entry<?, ?>... pairs) {
    HashMap<String, Integer> map = new HashMap<>((int) (pairs.length / 0.75f + 1));
    for (Map.Entry<?, ?> pair : pairs) {
      map.put((String) pair.getKey(), (Integer) pair.getValue());
    }
    return map;
  }

  /** In the order of the pairs. */
  public static Map<String, Integer> mutableMapOf(Map.Entry<?, ?>... pairs) {
    return new LinkedHashMap<>(hashMapOf(pairs));
  }
}
