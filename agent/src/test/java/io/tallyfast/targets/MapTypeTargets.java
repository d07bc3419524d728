package io.tallyfast.targets;

import io.tallyfast.testkit.InexactTarget;
import io.tallyfast.testkit.Racy;
import io.tallyfast.testkit.Target;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;

/** Maps declared as every type there is. */
public class MapTypeTargets {
  private MapTypeTargets() {}

  /** HashMap. */
  @Racy
  public static class DeclaredHashMap extends Target {
    private final HashMap<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.getOrDefault(k, 0) + 1); // assertGuarded("getordefault-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** LinkedHashMap. */
  @Racy
  public static class DeclaredLinkedHashMap extends Target {
    private final LinkedHashMap<String, Integer> stats = new LinkedHashMap<>(zeros());

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.get(k) + 1); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The order of first insertion stays. */
  public static class InsertionOrder extends InexactTarget {
    private final Map<String, Integer> stats = new LinkedHashMap<>();

    @Override
    public Object hit(int i) {
      String k = "k" + i * 7 % 23;
      stats.put(k, stats.getOrDefault(k, 0) + 1); // assertGuarded("getordefault-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A map that is ordered by access. */
  public static class AccessOrder extends InexactTarget {
    private final Map<String, Integer> stats = new LinkedHashMap<>(16, 0.75f, true);

    @Override
    public Object hit(int i) {
      String k = "k" + i * 7 % 23;
      stats.put(k, stats.getOrDefault(k, 0) + 1); // assertGuarded("getordefault-put")
      stats.get("k3");
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** TreeMap. */
  @Racy
  public static class DeclaredTreeMap extends Target {
    private final TreeMap<String, Integer> stats = new TreeMap<>(zeros());

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.get(k) + 1); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** SortedMap. */
  @Racy
  public static class SortedMaps extends Target {
    private final SortedMap<String, Integer> stats = new TreeMap<>(zeros());

    @Override
    public Object hit(int i) {
      String k = key(i);
      Integer c = stats.get(k);
      stats.put(k, c == null ? 1 : c + 1); // assertGuarded("ternary-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** NavigableMap, in reverse order. */
  @Racy
  public static class NavigableMaps extends Target {
    private final NavigableMap<Integer, Integer> stats =
        new TreeMap<>(Comparator.<Integer>reverseOrder());

    @Override
    public Object hit(int i) {
      int k = i % 3;
      stats.put(k, stats.getOrDefault(k, 0) + 1); // assertGuarded("getordefault-put")
      return null;
    }

    /** Puts the keys. */
    public NavigableMaps() {
      stats.putAll(Map.of(0, 0, 1, 0, 2, 0));
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A comparator for which other keys are equal. */
  @Racy
  public static class CaseInsensitive extends Target {
    private final Map<String, Integer> stats =
        fill(new TreeMap<>(String.CASE_INSENSITIVE_ORDER), 0);

    @Override
    public Object hit(int i) {
      String k = i % 2 == 0 ? "ALPHA" : "alpha";
      stats.put(k, stats.get(k) + 1); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** EnumMap. */
  @Racy
  public static class EnumMaps extends Target {
    private final EnumMap<TimeUnit, Integer> stats = new EnumMap<>(TimeUnit.class);

    @Override
    public Object hit(int i) {
      TimeUnit unit = TimeUnit.values()[i % 3];
      stats.put(unit, stats.getOrDefault(unit, 0) + 1); // assertGuarded("getordefault-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Hashtable: each call is synchronized. */
  @Racy
  public static class Hashtables extends Target {
    private final Hashtable<String, Integer> stats = new Hashtable<>(zeros());

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.get(k) + 1); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Properties that hold numbers. */
  @Racy
  public static class PropertiesOfNumbers extends Target {
    private final Properties stats = new Properties();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, (Integer) stats.get(k) + 1); // assertGuarded("get-put")
      return null;
    }

    /** Puts the keys. */
    public PropertiesOfNumbers() {
      stats.putAll(zeros());
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Collections.synchronizedMap. */
  @Racy
  public static class SynchronizedMaps extends Target {
    private final Map<String, Integer> stats = Collections.synchronizedMap(new HashMap<>());

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.getOrDefault(k, 0) + 1); // assertGuarded("getordefault-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** ConcurrentMap. */
  @Racy
  public static class ConcurrentMaps extends Target {
    private final ConcurrentMap<String, Integer> stats = new ConcurrentHashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.getOrDefault(k, 0) + 1); // assertGuarded("getordefault-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** ConcurrentHashMap, checked for null. */
  @Racy
  public static class ConcurrentHashMaps extends Target {
    private final ConcurrentHashMap<String, Long> stats = new ConcurrentHashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      Long c = stats.get(k);
      if (c == null) {
        stats.put(k, 1L); // assertGuarded("first-insert")
      } else {
        stats.put(k, c + 1); // assertGuarded()
      }
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A concurrent map that is declared as Map. */
  @Racy
  public static class ConcurrentDeclaredAsMap extends Target {
    private final Map<String, Integer> stats = new ConcurrentHashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      if (stats.containsKey(k)) {
        stats.put(k, stats.get(k) + 1); // assertGuarded()
      } else {
        stats.put(k, 1); // assertGuarded("first-insert")
      }
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** ConcurrentSkipListMap. */
  @Racy
  public static class SkipListMaps extends Target {
    private final ConcurrentSkipListMap<String, Integer> stats = new ConcurrentSkipListMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.getOrDefault(k, 0) + 1); // assertGuarded("getordefault-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** IdentityHashMap. */
  @Racy
  public static class IdentityMaps extends Target {
    private final IdentityHashMap<String, Integer> stats = new IdentityHashMap<>(zeros());

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.get(k) + 1); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** WeakHashMap. */
  @Racy
  public static class WeakMaps extends Target {
    private final WeakHashMap<String, Integer> stats = new WeakHashMap<>(zeros());

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.get(k) + 1); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** AbstractMap. */
  @Racy
  public static class AbstractMaps extends Target {
    private final AbstractMap<String, Integer> stats = new HashMap<>(zeros());

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.get(k) + 1); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A map of the application, declared as Map; it counts the calls of {@code put}. */
  @Racy
  public static class ApplicationMapAsMap extends Target {
    private final Map<String, Integer> stats = new CountingMap();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.getOrDefault(k, 0) + 1); // assertGuarded("getordefault-put")
      return null;
    }

    @Override
    public Object state() {
      return List.of(stats, ((CountingMap) stats).puts);
    }

    @Override
    public Object sum() {
      return stats;
    }
  }

  /** Declared as what it is: known only to those who resolve types. */
  public static class ApplicationMap extends InexactTarget {
    private final CountingMap stats = new CountingMap();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.getOrDefault(k, 0) + 1); // assertSafe()
      return null;
    }

    @Override
    public Object state() {
      return List.of(stats, stats.puts);
    }
  }

  /** A map of the application that counts in itself. */
  @Racy
  public static class ApplicationMapItself extends Target {
    private final Bag stats = new Bag();

    @Override
    public Object hit(int i) {
      stats.add(key(i));
      return null;
    }

    private static final class Bag extends HashMap<String, Integer> {
      private static final long serialVersionUID = 1;

      void add(String what) {
        put(what, getOrDefault(what, 0) + 1); // assertGuarded()
      }
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A subclass that counts by {@code super}. */
  public static class ApplicationMapSuper extends InexactTarget {
    private final Bag stats = new Bag();

    @Override
    public Object hit(int i) {
      stats.put(key(i), i % 5);
      return null;
    }

    private static final class Bag extends HashMap<String, Integer> {
      private static final long serialVersionUID = 1;

      @Override
      public Integer put(String what, Integer amount) {
        return super.put(what, super.getOrDefault(what, 0) + amount); // assertSafe()
      }
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Every writer holds the map's monitor already. */
  public static class LockedByItself extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      synchronized (stats) {
        stats.put(k, stats.getOrDefault(k, 0) + 1); // assertSafe()
      }
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A map of the application, which counts the calls of {@code put}. */
  public static class CountingMap extends HashMap<String, Integer> {
    private static final long serialVersionUID = 1;
    transient int puts;

    @Override
    public Integer put(String key, Integer value) {
      puts++; // assertGuarded("instance-field")
      return super.put(key, value);
    }
  }
}
