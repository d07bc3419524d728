package io.tallyfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a cell has counted is in the map, however one looks at it. */
class CellsTest {
  private static final int SITE = 900_001;
  private static final int OTHER_SITE = 900_002;

  /** More updates than it takes to open a cell. */
  private static final int MANY = 2000;

  private static final List<MapActions.Key> KEYS =
      List.of(MapActions.Key.A, MapActions.Key.B, MapActions.Key.C);

  /** Ways to look at a map, or to change it, each with a result that tells what was there. */
  private static final Map<String, Function<Map<Object, Object>, Object>> WAYS = new TreeMap<>();

  static {
    WAYS.put("get", map -> map.get("a"));
    WAYS.put("getOrDefault", map -> map.getOrDefault("a", 7));
    WAYS.put("get by a key of the application's", map -> map.get(new Alias("a")));
    WAYS.put("containsValue", map -> map.containsValue(MANY + 1));
    WAYS.put("put", map -> map.put("a", 5));
    WAYS.put("putIfAbsent", map -> map.putIfAbsent("a", 5));
    WAYS.put("putAll", CellsTest::putAll);
    WAYS.put("remove", map -> map.remove("a"));
    WAYS.put("remove if", map -> map.remove("a", MANY + 1));
    WAYS.put("replace", map -> map.replace("a", 5));
    WAYS.put("replace if", map -> map.replace("a", MANY + 1, 5));
    WAYS.put("clear", CellsTest::clear);
    WAYS.put("compute", map -> map.compute("a", (key, old) -> (Integer) old * 2));
    WAYS.put("computeIfPresent", map -> map.computeIfPresent("a", (key, old) -> null));
    WAYS.put("computeIfAbsent", map -> map.computeIfAbsent("a", key -> 5));
    WAYS.put("merge", map -> map.merge("a", 5, (old, value) -> (Integer) old + (Integer) value));
    WAYS.put("forEach", CellsTest::forEach);
    WAYS.put("replaceAll", CellsTest::replaceAll);
    WAYS.put("copy", HashMap::new);
    WAYS.put("copyOf", Map::copyOf);
    WAYS.put("putAll of another", CellsTest::copied);
    WAYS.put("clone", CellsTest::clone);
    WAYS.put("toString", Object::toString);
    WAYS.put("hashCode", Object::hashCode);
    WAYS.put("equals", map -> map.equals(Map.of("a", MANY + 1, "b", 1)));
    WAYS.put("equals of another", map -> Map.of("a", MANY + 1, "b", 1).equals(map));
    WAYS.put("values", map -> new ArrayList<>(map.values()));
    WAYS.put("values contain", map -> map.values().contains(MANY + 1));
    WAYS.put("values remove", map -> map.values().remove(MANY + 1));
    WAYS.put("values to an array", map -> List.of(map.values().toArray()));
    WAYS.put("values in a stream", map -> map.values().stream().toList());
    WAYS.put("values retain", map -> map.values().retainAll(List.of(1)));
    WAYS.put("values removeIf", map -> map.values().removeIf(value -> (Integer) value > MANY));
    WAYS.put("keys clear", CellsTest::clearKeys);
    WAYS.put("keys remove", map -> map.keySet().remove("a"));
    WAYS.put("iterator removes", CellsTest::removeFirst);
    WAYS.put("entries", map -> map.entrySet().toString());
    WAYS.put("entries contain", map -> map.entrySet().contains(Map.entry("a", MANY + 1)));
    WAYS.put("entries remove", map -> map.entrySet().remove(Map.entry("a", MANY + 1)));
    WAYS.put("entry set", map -> map.entrySet().iterator().next().setValue(5));
    WAYS.put("unmodifiable", map -> Collections.unmodifiableMap(map).get("a"));
  }

  /** Equal to a text, from one side. */
  private record Alias(String text) {
    @Override
    public int hashCode() {
      return text.hashCode();
    }

    @Override
    public boolean equals(Object other) {
      return text.equals(other) || other instanceof Alias alias && alias.text.equals(text);
    }
  }

  private static Object putAll(Map<Object, Object> map) {
    map.putAll(Map.of("a", 3));
    return map.get("a");
  }

  private static Object clear(Map<Object, Object> map) {
    map.clear();
    map.put("a", 0);
    return map.get("a");
  }

  private static Object clearKeys(Map<Object, Object> map) {
    map.keySet().clear();
    map.put("a", 0);
    return map.get("a");
  }

  private static Object forEach(Map<Object, Object> map) {
    List<Object> seen = new ArrayList<>();
    map.forEach((key, value) -> seen.add(value));
    return seen;
  }

  private static Object replaceAll(Map<Object, Object> map) {
    map.replaceAll((key, value) -> (Integer) value * 2);
    return map.get("a");
  }

  private static Object copied(Map<Object, Object> map) {
    Map<Object, Object> copy = new TreeMap<>();
    copy.putAll(map);
    return copy;
  }

  /** The clone has what was counted, and is not counted in. */
  @SuppressWarnings("unchecked") // A clone of a map.
  private static Object clone(Map<Object, Object> map) {
    Map<Object, Object> clone =
        (Map<Object, Object>)
            (map instanceof LinkedHashMap<?, ?> linked
                ? linked.clone()
                : ((HashMap<?, ?>) map).clone());
    if (map instanceof GuardedMap) {
      Adds.add(map, "a", 1, SITE);
      Adds.add(clone, "a", 5, SITE);
    } else {
      map.merge("a", 1, CellsTest::plus);
      clone.merge("a", 5, CellsTest::plus);
    }
    return clone;
  }

  private static Object removeFirst(Map<Object, Object> map) {
    var iterator = map.entrySet().iterator();
    Object first = iterator.next().getValue();
    iterator.remove();
    return first;
  }

  private static Object plus(Object old, Object value) {
    return (Integer) old + (Integer) value;
  }

  private static Map<Object, Object> guarded(String name) {
    Map<Object, Object> map = GuardedTypes.create(name, true, null);
    map.put("a", 1);
    map.put("b", 1);
    for (int i = 0; i < MANY - 1; i++) {
      Adds.add(map, "a", 1, SITE);
    }
    assertThat(MapKinds.cellsOf(map).count("a", 1, SITE)).as("a cell is open").isTrue();
    return map;
  }

  private static Map<Object, Object> plain(String name) {
    Map<Object, Object> map = GuardedTypes.create(name, false, null);
    map.put("a", 1 + MANY);
    map.put("b", 1);
    return map;
  }

  @ParameterizedTest
  @ValueSource(strings = {"HashMap", "LinkedHashMap"})
  void eachWayToLookSeesWhatWasCounted(String name) {
    WAYS.forEach(
        (way, look) -> {
          Map<Object, Object> plain = plain(name);
          Map<Object, Object> guarded = guarded(name);
          assertThat(look.apply(guarded)).as(way).isEqualTo(look.apply(plain));
          assertThat(Map.copyOf(guarded)).as("after %s", way).isEqualTo(plain);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"HashMap", "LinkedHashMap"})
  void whatIsAddedAfterwardsCountsFromWhatIsThere(String name) {
    WAYS.forEach(
        (way, look) -> {
          Map<Object, Object> plain = plain(name);
          Map<Object, Object> guarded = guarded(name);
          assertThat(look.apply(guarded)).as(way).isEqualTo(look.apply(plain));
          for (int i = 0; i < 2 * MANY; i++) {
            plain.computeIfPresent("a", (key, old) -> (Integer) old + 3);
            plain.merge("b", -1, CellsTest::plus);
            Adds.add(guarded, "a", 3, OTHER_SITE);
            Adds.add(guarded, "b", -1, 0, SITE);
          }
          assertThat(Map.copyOf(guarded)).as("after %s", way).isEqualTo(plain);
        });
  }

  @Test
  void randomUpdatesAndActionsDoWhatTheyDoToAPlainMap() {
    for (int seed = 0; seed < 60; seed++) {
      String name = seed % 2 == 0 ? "HashMap" : "LinkedHashMap";
      Map<Object, Object> plain = GuardedTypes.create(name, false, null);
      Map<Object, Object> guarded = GuardedTypes.create(name, true, null);
      Random random = new Random(seed);
      for (int step = 0; step < 60; step++) {
        Object key = KEYS.get(random.nextInt(KEYS.size()));
        int delta = random.nextInt(3) - 1;
        int times = random.nextInt(3 * MANY / 2);
        for (int i = 0; i < times; i++) {
          add(plain, key, delta);
          Adds.add(guarded, key, delta, 1000, OTHER_SITE + delta);
        }
        int action = random.nextInt(MapActions.COUNT);
        long arguments = random.nextLong();
        String expected = MapActions.run(action, plain, new Random(arguments));
        assertThat(MapActions.run(action, guarded, new Random(arguments)))
            .as("seed %s, step %s, action %s", seed, step, action)
            .isEqualTo(expected);
      }
      assertThat(MapActions.describe(guarded)).isEqualTo(MapActions.describe(plain));
    }
  }

  private static void add(Map<Object, Object> map, Object key, int delta) {
    Object old = map.getOrDefault(key, 1000);
    if (old instanceof Integer n) {
      map.put(key, n + delta);
    }
  }

  @Test
  void sumsWrapAroundAsTheyDid() {
    Map<Object, Object> map = new GuardedHashMap<>();
    map.put("int", Integer.MAX_VALUE - 5);
    map.put("long", Long.MAX_VALUE - 5);
    int expectedInt = Integer.MAX_VALUE - 5;
    long expectedLong = Long.MAX_VALUE - 5;
    for (int i = 0; i < MANY; i++) {
      Adds.add(map, "int", 1 << 30, SITE);
      Adds.add(map, "long", 1L << 61, OTHER_SITE);
      expectedInt += 1 << 30;
      expectedLong += 1L << 61;
    }
    assertThat(map).containsEntry("int", expectedInt).containsEntry("long", expectedLong);
  }

  @Test
  void noCellIsOpenedWhereTheApplicationHoldsTheLock() {
    Map<Object, Object> map = new GuardedHashMap<>();
    map.put("a", 1);
    synchronized (map) {
      for (int i = 0; i < MANY; i++) {
        Adds.add(map, "a", 1, SITE);
      }
      assertThat(MapKinds.cellsOf(map).count("a", 1, SITE)).isFalse();
    }
    assertThat(map).containsEntry("a", 1 + MANY);
  }

  @Test
  void mapsThatAreReadAsOftenAsWrittenOpenFewCells() {
    Map<Object, Object> map = guarded("HashMap");
    int expected = 1 + MANY;
    int opened = 0;
    int rounds = 200;
    for (int i = 0; i < rounds; i++) {
      for (int n = 0; n < 10; n++) {
        Adds.add(map, "a", 1, SITE);
      }
      boolean open = MapKinds.cellsOf(map).count("a", 1, SITE);
      opened += open ? 1 : 0;
      expected += open ? 11 : 10;
      assertThat(map.get("a")).isEqualTo(expected);
    }
    assertThat(opened).isLessThan(rounds / 10);
  }

  @Test
  void othersHaveNoCells() {
    List<Map<Object, Object>> maps =
        List.of(
            new GuardedLinkedHashMap<>(16, 0.75f, true),
            new GuardedHashMap<>() {
              private static final long serialVersionUID = 1L;
            },
            new GuardedTreeMap<>(),
            new HashMap<>());
    for (Map<Object, Object> map : maps) {
      map.put("a", 1);
      for (int i = 0; i < MANY; i++) {
        Adds.add(map, "a", 1, SITE);
      }
      assertThat(MapKinds.cellsOf(map)).isNull();
      assertThat(map).containsEntry("a", 1 + MANY);
    }
  }
}
