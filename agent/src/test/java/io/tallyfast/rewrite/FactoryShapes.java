package io.tallyfast.rewrite;

import com.google.common.collect.Maps;
import io.tallyfast.rewrite.kotlin.collections.MapsKt;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Maps that a library makes, which is not rewritten. Those in fields whose names begin with {@code
 * plain} must stay what they are, others must be made guarded.
 */
@SuppressWarnings({"IdentityHashMapUsage", "NonApiType"}) // That is what servers have.
public class FactoryShapes {
  static final String[] KEYS = "a b c d e f g h i j k l".split(" ");

  final Map<String, Integer> simple = Maps.newHashMap();
  final Map<String, Integer> sized = Maps.newHashMapWithExpectedSize(100);
  final Map<String, Integer> linked = Maps.newLinkedHashMap();
  final Map<String, Integer> linkedSized = Maps.newLinkedHashMapWithExpectedSize(7);
  final TreeMap<String, Integer> tree = Maps.newTreeMap(Collections.reverseOrder());
  final EnumMap<TimeUnit, Integer> enums = Maps.newEnumMap(TimeUnit.class);
  final Map<String, Integer> identity = Maps.newIdentityHashMap();
  final Map<String, Integer> copied = Maps.newHashMap(Map.of("first", 1));
  final Map<String, Integer> pairs = MapsKt.hashMapOf(pairs());
  final Map<String, Integer> ordered = MapsKt.mutableMapOf(Map.entry("z", 0), Map.entry("y", 0));
  final Map<String, Integer> shaded = io.tallyfast.rewrite.shaded.common.collect.Maps.newHashMap();
  final Map<String, Integer> collected =
      Stream.of(KEYS).collect(Collectors.toMap(Function.identity(), k -> 0));
  final Map<String, Integer> supplied =
      Stream.of(KEYS).collect(Collectors.toMap(k -> k, k -> 0, (a, b) -> a, LinkedHashMap::new));
  final Map<String, Integer> filled = filled(Maps.newHashMap());
  final Map<String, Integer> locked = Collections.synchronizedMap(new HashMap<>());
  final Map<String, Integer> plainOfLibrary =
      io.tallyfast.rewrite.shaded.common.collect.Maps.newHashMapWithExpectedSize(1);
  final Map<String, Integer> plainLocked;

  /** Takes one map from outside. */
  public FactoryShapes(Map<String, Integer> given) {
    plainLocked = Collections.synchronizedMap(given);
  }

  private static Map.Entry<?, ?>[] pairs() {
    Map.Entry<?, ?>[] pairs = new Map.Entry<?, ?>[KEYS.length];
    for (int i = 0; i < KEYS.length; i++) {
      pairs[i] = Map.entry(KEYS[i], 0);
    }
    return pairs;
  }

  private static Map<String, Integer> filled(Map<String, Integer> map) {
    map.put("hits", 0);
    return map;
  }

  /** Fails as the library does. */
  public void refuse() {
    sizedAnew = Maps.newHashMapWithExpectedSize(-1);
  }

  private Map<String, Integer> sizedAnew = Maps.newHashMap();

  /** Counts in each map. */
  public void count() {
    for (String key : KEYS) {
      simple.put(key, simple.getOrDefault(key, 0) + 1);
      sized.put(key, sized.getOrDefault(key, 0) + 1);
      linked.put(key, linked.getOrDefault(key, 0) + 1);
      linkedSized.put(key, linkedSized.getOrDefault(key, 0) + 1);
      tree.put(key, tree.getOrDefault(key, 0) + 1);
      identity.put(key, identity.getOrDefault(key, 0) + 1);
      copied.put(key, copied.getOrDefault(key, 0) + 1);
      pairs.put(key, pairs.getOrDefault(key, 0) + 1);
      ordered.put(key, ordered.getOrDefault(key, 0) + 1);
      shaded.put(key, shaded.getOrDefault(key, 0) + 1);
      collected.put(key, collected.getOrDefault(key, 0) + 1);
      supplied.put(key, supplied.getOrDefault(key, 0) + 1);
      filled.put(key, filled.getOrDefault(key, 0) + 1);
      locked.put(key, locked.getOrDefault(key, 0) + 1);
      plainOfLibrary.put(key, plainOfLibrary.getOrDefault(key, 0) + 1);
      plainLocked.put(key, plainLocked.getOrDefault(key, 0) + 1);
      sizedAnew.put(key, sizedAnew.getOrDefault(key, 0) + 1);
    }
    enums.put(TimeUnit.DAYS, enums.getOrDefault(TimeUnit.DAYS, 0) + 1);
  }
}
