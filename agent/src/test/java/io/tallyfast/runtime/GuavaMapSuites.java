package io.tallyfast.runtime;

import com.google.common.collect.testing.AnEnum;
import com.google.common.collect.testing.MapTestSuiteBuilder;
import com.google.common.collect.testing.NavigableMapTestSuiteBuilder;
import com.google.common.collect.testing.SortedMapTestSuiteBuilder;
import com.google.common.collect.testing.TestEnumMapGenerator;
import com.google.common.collect.testing.TestStringMapGenerator;
import com.google.common.collect.testing.TestStringSortedMapGenerator;
import com.google.common.collect.testing.features.CollectionFeature;
import com.google.common.collect.testing.features.CollectionSize;
import com.google.common.collect.testing.features.Feature;
import com.google.common.collect.testing.features.MapFeature;
import com.google.common.collect.testing.testers.CollectionIteratorTester;
import com.google.common.collect.testing.testers.MapHashCodeTester;
import com.google.common.collect.testing.testers.MapMergeTester;
import com.google.common.collect.testing.testers.SetHashCodeTester;
import java.io.Serializable;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import junit.framework.Test;
import junit.framework.TestSuite;

/**
 * Guava's tests of maps pass for each guarded type with the features of the JDK's class that it
 * stands for, which is tried by the same tests beside it. One feature is left out: the iterators of
 * guarded maps do not fail when the map is changed.
 */
final class GuavaMapSuites {
  private static final List<Feature<?>> GENERAL =
      List.of(
          MapFeature.GENERAL_PURPOSE,
          CollectionFeature.SUPPORTS_ITERATOR_REMOVE,
          CollectionSize.ANY);

  private static final List<Feature<?>> NULLS =
      List.of(
          MapFeature.ALLOWS_NULL_KEYS,
          MapFeature.ALLOWS_NULL_VALUES,
          MapFeature.ALLOWS_ANY_NULL_QUERIES);

  private static final Comparator<String> NULLS_AMONG = new NullsAmong();

  /**
   * A Hashtable merges null with null; an iterator of a WeakHashMap removes no entry it is past.
   */
  private static final Set<String> EXCEPTIONS =
      Set.of("testMergeNullValue", "testIterator_unknownOrderRemoveSupported");

  private GuavaMapSuites() {}

  /** The tests of one type, of the JDK or guarded. */
  static Test suite(String name, boolean guarded) {
    return switch (name) {
      case "HashMap" -> strings(name, guarded, NULLS, serializable());
      case "LinkedHashMap" -> linked(guarded);
      case "TreeMap" -> trees(guarded);
      case "EnumMap" -> enums(guarded);
      case "Hashtable" -> strings(name, guarded, restricted(), serializable());
      case "Properties" -> strings(name, guarded, restricted(), serializable());
      case "IdentityHashMap", "WeakHashMap" -> strings(name, guarded, NULLS);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Test linked(boolean guarded) {
    TestSuite both = new TestSuite();
    both.addTest(strings("LinkedHashMap", guarded, NULLS, serializable(), order()));
    both.addTest(accessOrder(guarded));
    return both;
  }

  private static Test trees(boolean guarded) {
    TestSuite all = new TestSuite();
    all.addTest(sorted(guarded, null));
    all.addTest(navigable(guarded, null));
    all.addTest(navigable(guarded, NULLS_AMONG));
    return all;
  }

  /** What the JDK's own class does otherwise than Guava's tests expect of each map. */
  private static Set<Method> exceptions(String name) {
    Set<Method> methods = new HashSet<>();
    Class<?> tester =
        switch (name) {
          case "Hashtable" -> MapMergeTester.class;
          case "WeakHashMap" -> CollectionIteratorTester.class;
          default -> null;
        };
    if (name.equals("IdentityHashMap")) {
      methods.addAll(List.of(MapHashCodeTester.class.getMethods()));
      methods.addAll(List.of(SetHashCodeTester.class.getMethods()));
    } else if (tester != null) {
      for (Method method : tester.getMethods()) {
        if (EXCEPTIONS.contains(method.getName())) {
          methods.add(method);
        }
      }
    }
    return methods;
  }

  private static List<Feature<?>> serializable() {
    return List.of(CollectionFeature.SERIALIZABLE);
  }

  private static List<Feature<?>> order() {
    return List.of(CollectionFeature.KNOWN_ORDER);
  }

  private static List<Feature<?>> restricted() {
    return List.of(MapFeature.RESTRICTS_KEYS, MapFeature.RESTRICTS_VALUES);
  }

  @SafeVarargs
  private static List<Feature<?>> features(String name, boolean guarded, List<Feature<?>>... more) {
    List<Feature<?>> features = new ArrayList<>(GENERAL);
    for (List<Feature<?>> some : more) {
      features.addAll(some);
    }
    if (!guarded && !List.of("Properties", "EnumMap").contains(name)) {
      features.add(MapFeature.FAILS_FAST_ON_CONCURRENT_MODIFICATION);
    }
    return features;
  }

  private static String label(String name, boolean guarded) {
    return guarded ? "guarded " + name : name;
  }

  @SafeVarargs
  private static Test strings(String name, boolean guarded, List<Feature<?>>... more) {
    return MapTestSuiteBuilder.using(
            new TestStringMapGenerator() {
              @Override
              protected Map<String, String> create(Map.Entry<String, String>[] entries) {
                return filled(GuardedTypes.create(name, guarded, null), entries);
              }
            })
        .named(label(name, guarded))
        .withFeatures(features(name, guarded, more))
        .suppressing(exceptions(name))
        .createTestSuite();
  }

  private static Test accessOrder(boolean guarded) {
    Class<?>[] parameters = {int.class, float.class, boolean.class};
    return MapTestSuiteBuilder.using(
            new TestStringMapGenerator() {
              @Override
              protected Map<String, String> create(Map.Entry<String, String>[] entries) {
                return filled(
                    GuardedTypes.create("LinkedHashMap", guarded, parameters, 4, 0.75f, true),
                    entries);
              }
            })
        .named(label("LinkedHashMap in order of access", guarded))
        .withFeatures(features("LinkedHashMap", guarded, NULLS, serializable()))
        .createTestSuite();
  }

  private static Test enums(boolean guarded) {
    return MapTestSuiteBuilder.using(
            new TestEnumMapGenerator() {
              @Override
              protected Map<AnEnum, String> create(Map.Entry<AnEnum, String>[] entries) {
                return filled(GuardedTypes.create("EnumMap", guarded, AnEnum.class), entries);
              }
            })
        .named(label("EnumMap", guarded))
        .withFeatures(
            features(
                "EnumMap",
                guarded,
                serializable(),
                order(),
                List.of(
                    MapFeature.ALLOWS_NULL_VALUES,
                    MapFeature.ALLOWS_ANY_NULL_QUERIES,
                    MapFeature.RESTRICTS_KEYS)))
        .createTestSuite();
  }

  private static List<Feature<?>> ofTree(boolean guarded, Comparator<String> comparator) {
    List<Feature<?>> nulls = comparator == null ? List.of(MapFeature.ALLOWS_NULL_VALUES) : NULLS;
    return features("TreeMap", guarded, nulls, serializable(), order());
  }

  private static NavigableMap<String, String> tree(
      boolean guarded, Comparator<String> comparator, Map.Entry<String, String>[] entries) {
    Class<?>[] parameters = {Comparator.class};
    Map<String, String> map = GuardedTypes.create("TreeMap", guarded, parameters, comparator);
    return (NavigableMap<String, String>) filled(map, entries);
  }

  private static Test sorted(boolean guarded, Comparator<String> comparator) {
    return SortedMapTestSuiteBuilder.using(
            new TestStringSortedMapGenerator() {
              @Override
              protected SortedMap<String, String> create(Map.Entry<String, String>[] entries) {
                return tree(guarded, comparator, entries);
              }
            })
        .named(label("TreeMap, sorted, " + comparator, guarded))
        .withFeatures(ofTree(guarded, comparator))
        .createTestSuite();
  }

  private static Test navigable(boolean guarded, Comparator<String> comparator) {
    return NavigableMapTestSuiteBuilder.using(
            new TestStringSortedMapGenerator() {
              @Override
              protected SortedMap<String, String> create(Map.Entry<String, String>[] entries) {
                return tree(guarded, comparator, entries);
              }
            })
        .named(label("TreeMap, navigable, " + comparator, guarded))
        .withFeatures(ofTree(guarded, comparator))
        .createTestSuite();
  }

  private static <K, V> Map<K, V> filled(Map<K, V> map, Map.Entry<K, V>[] entries) {
    for (Map.Entry<K, V> entry : entries) {
      map.put(entry.getKey(), entry.getValue());
    }
    return map;
  }

  /** Null as a text, so that it lies within the parts of maps that the tests look at. */
  private static final class NullsAmong implements Comparator<String>, Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public int compare(String left, String right) {
      return String.valueOf(left).compareTo(String.valueOf(right));
    }

    @Override
    public String toString() {
      return "with nulls";
    }
  }
}
