package io.tallyfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The methods that maps have from JDK 21 on, called by name: the tests are compiled for an older
 * one. They need the maps as defined by the agent.
 */
class SequencedMapsTest {
  private static final String SEQUENCED = "java.util.Sequenced";

  @BeforeEach
  void needSequencedMaps() {
    Assumptions.assumeTrue(Runtime.version().feature() >= 21);
    Assumptions.assumeTrue(System.getProperty(GuardedTypes.PREFIX_PROPERTY) != null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"LinkedHashMap", "TreeMap"})
  void doAsThePlainOnesDo(String name) throws ReflectiveOperationException {
    Object guarded = filled(name, true);
    Object plain = filled(name, false);
    for (String method :
        List.of(
            "firstEntry",
            "lastEntry",
            "reversed",
            "sequencedKeySet",
            "sequencedValues",
            "sequencedEntrySet",
            "pollFirstEntry",
            "pollLastEntry")) {
      for (boolean backwards : new boolean[] {false, true}) {
        Object expected = onMap(backwards ? onMap(plain, "reversed") : plain, method);
        Object found = onMap(backwards ? onMap(guarded, "reversed") : guarded, method);
        assertThat(found).as(method).hasToString(String.valueOf(expected));
        if (expected instanceof Collection) {
          compareEnds((Collection<?>) found, (Collection<?>) expected);
        }
        assertThat(guarded).hasToString(plain.toString());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"putFirst", "putLast"})
  void putAtBothEnds(String method) throws ReflectiveOperationException {
    for (boolean backwards : new boolean[] {false, true}) {
      Object guarded = filled("LinkedHashMap", true);
      Object plain = filled("LinkedHashMap", false);
      put(backwards ? onMap(guarded, "reversed") : guarded, method);
      put(backwards ? onMap(plain, "reversed") : plain, method);
      assertThat(guarded).hasToString(plain.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "firstEntry",
        "lastEntry",
        "reversed",
        "sequencedValues",
        "sequencedEntrySet",
        "pollFirstEntry",
        "pollLastEntry"
      })
  void seeWhatCellsHaveCounted(String method) throws ReflectiveOperationException {
    Map<Object, Object> guarded = filled("LinkedHashMap", true);
    Map<Object, Object> plain = filled("LinkedHashMap", false);
    countOften(guarded, plain);
    assertThat(onMap(guarded, method)).hasToString(onMap(plain, method).toString());
    assertThat(guarded).hasToString(plain.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"putFirst", "putLast"})
  void replaceWhatCellsHaveCounted(String method) throws ReflectiveOperationException {
    Map<Object, Object> guarded = filled("LinkedHashMap", true);
    Map<Object, Object> plain = filled("LinkedHashMap", false);
    countOften(guarded, plain);
    put(guarded, method);
    put(plain, method);
    assertThat(guarded).hasToString(plain.toString());
    countOften(guarded, plain);
    assertThat(guarded).hasToString(plain.toString());
  }

  /** By the helper as the agent has defined it, until cells are open, and once more. */
  private static void countOften(Map<Object, Object> guarded, Map<Object, Object> plain)
      throws ReflectiveOperationException {
    String adds = System.getProperty(GuardedTypes.PREFIX_PROPERTY) + "Adds";
    Method add =
        Class.forName(adds).getMethod("add", Map.class, Object.class, int.class, int.class);
    for (Object key : List.of("key 0", "key 9", "key 33")) {
      for (int i = 0; i < 2000; i++) {
        add.invoke(null, guarded, key, 1, 902_000);
        plain.put(key, (Integer) plain.get(key) + 1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"keySet", "values", "entrySet"})
  void viewsOfALinkedMapAreSequencedAndGuarded(String view) throws ReflectiveOperationException {
    Map<Object, Object> map = filled("LinkedHashMap", true);
    Object keys = Map.class.getMethod(view).invoke(map);
    assertThat(Class.forName(SEQUENCED + "Collection")).isAssignableFrom(keys.getClass());
    for (Object walked : List.of(keys, call(keys, "Collection", "reversed"))) {
      for (Object element : (Collection<?>) walked) {
        map.put("new " + element, 1); // A plain map's iterator fails then.
      }
    }
    Object reversed = onMap(map, "reversed");
    ((Map<?, ?>) reversed).forEach((key, value) -> map.remove(key));
    assertThat(map).isEmpty();
  }

  private static void compareEnds(Collection<?> found, Collection<?> expected)
      throws ReflectiveOperationException {
    for (String method : List.of("getFirst", "getLast", "reversed", "removeFirst", "removeLast")) {
      assertThat(call(found, "Collection", method))
          .as(method)
          .hasToString(String.valueOf(call(expected, "Collection", method)));
    }
  }

  private static Map<Object, Object> filled(String name, boolean guarded) {
    Map<Object, Object> map = GuardedTypes.create(name, guarded, null);
    for (int i = 0; i < 40; i++) {
      map.put("key " + i * 7 % 40, i);
    }
    return map;
  }

  private static Object onMap(Object map, String method) throws ReflectiveOperationException {
    return call(map, "Map", method);
  }

  private static Object call(Object receiver, String type, String method)
      throws ReflectiveOperationException {
    return Class.forName(SEQUENCED + type).getMethod(method).invoke(receiver);
  }

  private static void put(Object map, String method)
      throws ClassNotFoundException,
          NoSuchMethodException,
          IllegalAccessException,
          InvocationTargetException {
    Class<?> type = Class.forName(SEQUENCED + "Map");
    type.getMethod(method, Object.class, Object.class).invoke(map, "key 9", 99);
  }
}
