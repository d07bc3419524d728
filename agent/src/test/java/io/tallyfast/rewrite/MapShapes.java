package io.tallyfast.rewrite;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Ways in which maps get into fields. Those in fields whose names begin with {@code guarded} must
 * be made guarded ones, others must stay what they are.
 */
@SuppressWarnings("JdkObsolete") // That is what servers have.
public class MapShapes {
  static final Map<String, Integer> GUARDED_STATIC;

  static {
    Map<String, Integer> made = new TreeMap<>(Collections.reverseOrder());
    made.put("hits", 0);
    GUARDED_STATIC = made;
  }

  final Map<String, Integer> guardedPlain = new HashMap<>();
  final LinkedHashMap<String, Integer> guardedLinked = new LinkedHashMap<>(8, 0.75f, true);
  final EnumMap<TimeUnit, Integer> guardedEnum = new EnumMap<>(TimeUnit.class);
  final Hashtable<String, Integer> guardedTable = new Hashtable<>();
  final Properties guardedProperties = new Properties();
  final IdentityHashMap<String, Integer> guardedIdentity = new IdentityHashMap<>();
  final Map<String, Integer> guardedWeak = new WeakHashMap<>();
  final Map<String, Integer> guardedByFactory = zeros();
  final Map<String, Integer> guardedInside = Collections.synchronizedMap(new HashMap<>());
  final Map<String, Integer> guardedNotNull = notNull(new HashMap<>());
  final Map<String, Integer> guardedBranch;
  final Map<String, Integer> guardedByOtherConstructor;
  final Map<String, Integer> guardedAlias;
  final Map<String, Map<String, Integer>> guardedOuter = new HashMap<>();
  final Map<String, Map<String, Integer>> guardedMakers = new HashMap<>();
  final Map<String, Integer> guardedInNest = new HashMap<>();
  final Map<String, Count> guardedOfObjects = new HashMap<>();
  final Map<String, int[]> guardedOfArrays = new LinkedHashMap<>();
  final Map<String, Integer> statsByName = new HashMap<>();

  final Map<String, Integer> plainNotCounted = new HashMap<>();
  final Map<String, Count> plainObjectsNotCounted = new HashMap<>();
  final Map<String, Integer> plainConcurrent = new ConcurrentHashMap<>();
  final Map<String, Integer> plainOwn = new OwnMap();
  final Map<String, Integer> plainGiven;
  final Map<String, StringBuilder> statsOfTexts = new HashMap<>();

  /** Delegates. */
  public MapShapes(boolean branch) {
    this(branch, new HashMap<>());
  }

  private MapShapes(boolean branch, Map<String, Integer> made) {
    guardedBranch = branch ? new HashMap<>() : new TreeMap<>();
    guardedByOtherConstructor = made;
    guardedAlias = guardedPlain;
    plainGiven = Map.of();
  }

  private static Map<String, Integer> notNull(Map<String, Integer> map) {
    return Objects.requireNonNull(map, "map");
  }

  private static Map<String, Integer> zeros() {
    Map<String, Integer> zeros = new HashMap<>();
    return filled(zeros);
  }

  private static Map<String, Integer> filled(Map<String, Integer> map) {
    map.put("hits", 0);
    return map;
  }

  /** Counts in each map. */
  public void count() {
    add(GUARDED_STATIC.getOrDefault("hits", 0));
    GUARDED_STATIC.put("hits", GUARDED_STATIC.getOrDefault("hits", 0) + 1);
    guardedPlain.put("hits", guardedPlain.getOrDefault("hits", 0) + 1);
    guardedLinked.put("hits", guardedLinked.getOrDefault("hits", 0) + 1);
    guardedEnum.put(TimeUnit.DAYS, guardedEnum.getOrDefault(TimeUnit.DAYS, 0) + 1);
    guardedTable.put("hits", guardedTable.getOrDefault("hits", 0) + 1);
    String old = guardedProperties.getProperty("hits", "0");
    guardedProperties.put("hits", (Integer) guardedProperties.getOrDefault("hits", 0) + 1);
    guardedIdentity.put(old, guardedIdentity.getOrDefault(old, 0) + 1);
    guardedWeak.put("hits", guardedWeak.getOrDefault("hits", 0) + 1);
    guardedByFactory.put("hits", guardedByFactory.getOrDefault("hits", 0) + 1);
    guardedInside.put("hits", guardedInside.getOrDefault("hits", 0) + 1);
    guardedNotNull.put("hits", guardedNotNull.getOrDefault("hits", 0) + 1);
    guardedBranch.put("hits", guardedBranch.getOrDefault("hits", 0) + 1);
    guardedByOtherConstructor.put("a", guardedByOtherConstructor.getOrDefault("a", 0) + 1);
    guardedAlias.put("b", guardedAlias.getOrDefault("b", 0) + 1);
    Map<String, Integer> inner = guardedOuter.get("x");
    if (inner == null) {
      inner = new LinkedHashMap<>();
      guardedOuter.put("x", inner);
    }
    inner.put("hits", inner.getOrDefault("hits", 0) + 1);
    guardedMakers.computeIfAbsent("y", k -> new TreeMap<>()).merge("hits", 1, Integer::sum);
    new Counting().run();
    Count count = guardedOfObjects.get("hits");
    if (count == null) {
      count = new Count();
      guardedOfObjects.put("hits", count);
    }
    count.hits++;
    guardedOfArrays.computeIfAbsent("hits", k -> new int[1])[0]++;
    plainObjectsNotCounted.put("hits", count);
    plainConcurrent.put("hits", plainConcurrent.getOrDefault("hits", 0) + 1);
    plainOwn.put("hits", plainOwn.getOrDefault("hits", 0) + 1);
  }

  private void add(int n) {
    plainNotCounted.put("last", n);
  }

  /** Counts by itself. */
  static final class Count {
    int hits;
  }

  /** Counts in a map of the class around it. */
  private final class Counting implements Runnable {
    @Override
    public void run() {
      guardedInNest.put("hits", guardedInNest.getOrDefault("hits", 0) + 1);
    }
  }

  /** A map that says itself what its methods do. */
  private static final class OwnMap extends HashMap<String, Integer> {
    private static final long serialVersionUID = 1L;
  }
}
