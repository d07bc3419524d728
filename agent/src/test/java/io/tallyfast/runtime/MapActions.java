package io.tallyfast.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;

/** Operations of maps that a test applies to two of them, each with the same random arguments. */
@SuppressWarnings({
  "StatementSwitchToExpressionSwitch", // One row for each action; some are statements.
  "UndefinedEquals", // What equals says is compared, whatever it says.
  "ModifyingCollectionWithItself" // A view is asked whether it holds itself.
})
final class MapActions {
  /** How many operations there are. */
  static final int COUNT = 46;

  private static final Integer[] VALUES = new Integer[20];

  static {
    for (int i = 0; i < VALUES.length; i++) {
      VALUES[i] = 1000 + i; // The same objects for both maps: some compare identity.
    }
  }

  private MapActions() {}

  /** The keys: each map takes them, and they are told apart by identity as by equality. */
  enum Key {
    A,
    B,
    C,
    D,
    E,
    F,
    G,
    H,
    I,
    J,
    K,
    L,
    M
  }

  /** What a failing function throws. */
  private static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** What the operation returned, or what it threw. */
  static String run(int action, Map<Object, Object> map, Random random) {
    try {
      return String.valueOf(action < 23 ? onMap(action, map, random) : other(action, map, random));
    } catch (RuntimeException e) {
      return e.getClass().getName();
    }
  }

  /** What can be seen of a map. */
  static String describe(Map<?, ?> map) {
    StringBuilder all = new StringBuilder().append(map.size()).append(map).append(map.hashCode());
    map.forEach((key, value) -> all.append(key).append(value));
    return all.append(map.keySet()).append(map.values()).append(map.entrySet()).toString();
  }

  private static Object key(Random random) {
    int all = Key.values().length;
    int index = random.nextInt(all + 1);
    return index == all ? null : Key.values()[index];
  }

  private static Integer value(Random random) {
    int index = random.nextInt(VALUES.length + 1);
    return index == VALUES.length ? null : VALUES[index];
  }

  private static Object calculated(Random random, Object a, Object b) {
    return switch (random.nextInt(6)) {
      case 0 -> null;
      case 1 -> throw new Failure();
      default -> VALUES[Math.floorMod(Objects.hashCode(String.valueOf(a) + b), VALUES.length)];
    };
  }

  private static Map<Object, Object> some(Random random) {
    Map<Object, Object> map = new HashMap<>();
    for (int i = random.nextInt(5); i >= 0; i--) {
      map.put(Key.values()[random.nextInt(Key.values().length)], value(random));
    }
    return map;
  }

  private static Object onMap(int action, Map<Object, Object> map, Random random) {
    Object key = action >= 14 && map instanceof NavigableMap ? Key.C : key(random);
    Integer value = value(random);
    Integer other = value(random);
    switch (action) {
      case 0, 1, 2, 3:
        return map.put(key, value);
      case 4:
        return map.get(key);
      case 5:
        return map.remove(key);
      case 6:
        return map.getOrDefault(key, value);
      case 7:
        return map.containsKey(key);
      case 8:
        return map.containsValue(value);
      case 9, 10:
        return map.putIfAbsent(key, value);
      case 11:
        return map.remove(key, value);
      case 12:
        return map.replace(key, value);
      case 13:
        return map.replace(key, value, other);
      // A sorted map that is empty runs the function before it looks at the key.
      case 14, 15:
        return map.merge(key, value, (a, b) -> calculated(random, a, b));
      case 16:
        return map.compute(key, (a, b) -> calculated(random, a, b));
      case 17:
        return map.computeIfAbsent(key, a -> calculated(random, a, a));
      case 18:
        return map.computeIfPresent(key, (a, b) -> calculated(random, a, b));
      case 19:
        map.putAll(some(random));
        return map.isEmpty();
      case 20:
        map.replaceAll((a, b) -> calculated(random, a, b));
        return null;
      case 21:
        return map.equals(some(random)) + " " + map.equals(new HashMap<>(map));
      default:
        if (random.nextInt(4) == 0) {
          map.clear();
        }
        return map.size();
    }
  }

  private static Object other(int action, Map<Object, Object> map, Random random) {
    if (action < 33) {
      return onView(action - 23, map.keySet(), random, key(random));
    }
    if (action < 38) {
      return onView(2 * (action - 33), map.values(), random, value(random));
    }
    if (action < 42) {
      Object entry = Map.entry(Key.values()[random.nextInt(13)], VALUES[random.nextInt(20)]);
      return onView(action - 38, map.entrySet(), random, entry);
    }
    return action < 44 ? setValues(map, random) : onPart(map, random);
  }

  private static Object onView(int action, Collection<?> view, Random random, Object element) {
    List<Object> others = new ArrayList<>(Arrays.asList(element, key(random), value(random)));
    others.removeIf(Objects::isNull);
    switch (action) {
      case 0:
        return view.contains(element) + " " + view.remove(element);
      case 1:
        return view.removeIf(any -> String.valueOf(any).hashCode() % 3 == others.size() % 3);
      case 2:
        return Arrays.toString(view.toArray()) + Arrays.toString(view.toArray(new Object[9]));
      case 3:
        return view.stream().map(String::valueOf).collect(Collectors.joining());
      case 4:
        return view.removeAll(others);
      case 5:
        return random.nextInt(3) == 0 && view.retainAll(others);
      case 6:
        return removeSome(view, random);
      case 7:
        return view.containsAll(others) + " " + view.containsAll(view);
      case 8:
        return view.spliterator().hasCharacteristics(java.util.Spliterator.DISTINCT)
            + " "
            + view.parallelStream().count();
      default:
        return view.equals(new java.util.HashSet<>(view)) + " " + view.isEmpty();
    }
  }

  /** Sorted: an IdentityHashMap moves what it has not yet shown when it removes. */
  private static Object removeSome(Collection<?> view, Random random) {
    List<String> seen = new ArrayList<>();
    Iterator<?> iterator = view.iterator();
    int doomed = random.nextInt(3);
    while (iterator.hasNext()) {
      String element = String.valueOf(iterator.next());
      seen.add(element);
      if (element.hashCode() % 3 == doomed) {
        iterator.remove();
      }
    }
    seen.sort(null);
    return seen;
  }

  private static Object setValues(Map<Object, Object> map, Random random) {
    StringBuilder seen = new StringBuilder();
    for (Map.Entry<Object, Object> entry : map.entrySet()) {
      if (random.nextBoolean()) {
        seen.append(entry.setValue(VALUES[random.nextInt(20)])).append(entry);
      }
    }
    return seen;
  }

  private static Object onPart(Map<Object, Object> map, Random random) {
    if (!(map instanceof NavigableMap)) {
      return null;
    }
    NavigableMap<Object, Object> tree = (NavigableMap<Object, Object>) map;
    Object key = Key.values()[random.nextInt(13)];
    NavigableMap<Object, Object> part =
        switch (random.nextInt(5)) {
          case 0 -> tree.descendingMap();
          case 1 -> tree.headMap(key, random.nextBoolean());
          case 2 -> tree.tailMap(key, random.nextBoolean());
          case 3 -> tree.subMap(Key.B, true, Key.K, false);
          default -> tree;
        };
    if (random.nextInt(3) == 0) {
      part = part.descendingMap();
    }
    return onPart(part, key, random)
        + run(random.nextInt(23), part, random)
        + describe(part)
        + onView(random.nextInt(10), part.navigableKeySet(), random, key(random));
  }

  private static String onPart(NavigableMap<Object, Object> part, Object key, Random random) {
    String keys =
        ""
            + part.ceilingKey(key)
            + part.floorKey(key)
            + part.higherEntry(key)
            + part.lowerEntry(key)
            + part.firstEntry()
            + part.lastEntry();
    String sets =
        ""
            + part.descendingKeySet()
            + part.navigableKeySet().headSet(Key.D)
            + part.navigableKeySet().ceiling(Key.E);
    return keys + sets + (random.nextInt(4) == 0 ? part.pollFirstEntry() : part.comparator());
  }
}
