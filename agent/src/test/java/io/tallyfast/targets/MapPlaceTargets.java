package io.tallyfast.targets;

import io.tallyfast.testkit.InexactTarget;
import io.tallyfast.testkit.Racy;
import io.tallyfast.testkit.Target;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Where the map is found. */
public class MapPlaceTargets {
  private MapPlaceTargets() {}

  /** A static field. */
  @Racy
  public static class StaticField extends Target {
    private static final Map<String, Integer> STATS = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      STATS.put(k, STATS.getOrDefault(k, 0) + 1); // assertGuarded("getordefault-put")
      return null;
    }

    @Override
    public Object state() {
      return STATS;
    }
  }

  /** A static field of another class. */
  @Racy
  public static class StaticFieldOfOther extends Target {
    private final Object unused = null;

    @Override
    public Object hit(int i) {
      String k = key(i);
      // assertGuarded("getordefault-put")
      Holder.SHARED.put(k, Holder.SHARED.getOrDefault(k, 0) + 1);
      return unused;
    }

    @Override
    public Object state() {
      return Holder.SHARED;
    }
  }

  /** A volatile field. */
  @Racy
  public static class VolatileField extends Target {
    private volatile Map<String, Integer> stats = new HashMap<>();

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

  /** A field of another object. */
  @Racy
  public static class OtherObject extends Target {
    private final Holder holder = new Holder();

    @Override
    public Object hit(int i) {
      String k = key(i);
      holder.stats.put(k, holder.stats.getOrDefault(k, 0) + 1); // assertGuarded("getordefault-put")
      return null;
    }

    @Override
    public Object state() {
      return holder.stats;
    }
  }

  /** A field of an object in an array of another. */
  @Racy
  public static class ChainOfFields extends Target {
    private final Holder[] holders = {new Holder(), new Holder()};

    @Override
    public Object hit(int i) {
      String k = key(i);
      holders[1].stats.put(k, holders[1].stats.getOrDefault(k, 0) + 1); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return holders[1].stats;
    }
  }

  /** A getter, called twice. */
  @Racy
  public static class Getter extends Target {
    private final Holder holder = new Holder();

    @Override
    public Object hit(int i) {
      String k = key(i);
      holder.getStats().put(k, holder.getStats().getOrDefault(k, 0) + 1); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return holder.stats;
    }
  }

  /** A private getter, called twice. */
  @Racy
  public static class OwnGetter extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      getStats().put(k, getStats().getOrDefault(k, 0) + 1); // assertGuarded()
      return null;
    }

    private Map<String, Integer> getStats() {
      return stats;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A getter, called once. */
  @Racy
  public static class GetterInLocal extends Target {
    private final Holder holder = new Holder();

    @Override
    public Object hit(int i) {
      Map<String, Integer> m = holder.getStats();
      m.put(key(i), m.getOrDefault(key(i), 0) + 1); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return holder.stats;
    }
  }

  /** A parameter. */
  @Racy
  public static class Parameter extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      count(stats, key(i));
      return null;
    }

    private void count(Map<String, Integer> into, String k) {
      into.put(k, into.getOrDefault(k, 0) + 1); // assertGuarded("getordefault-put")
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A parameter of a static method. */
  @Racy
  public static class StaticMethodParameter extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      bump(stats, key(i), 2);
      return null;
    }

    private static int bump(Map<String, Integer> m, String k, int by) {
      int n = m.containsKey(k) ? m.get(k) + by : by;
      m.put(k, n); // assertGuarded()
      return n;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** An element of an array. */
  @Racy
  public static class ArrayElement extends Target {
    @SuppressWarnings({"unchecked", "rawtypes"})
    private final Map<String, Integer>[] shards = new Map[] {new HashMap<>(), new HashMap<>()};

    @Override
    public Object hit(int i) {
      String k = key(i);
      shards[i & 1].put(k, shards[i & 1].getOrDefault(k, 0) + 1); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return Arrays.asList(shards);
    }
  }

  /** An element of an array in a local variable. */
  @Racy
  public static class ArrayElementInLocal extends Target {
    @SuppressWarnings({"unchecked", "rawtypes"})
    private final Map<String, Integer>[] shards = new Map[] {new HashMap<>(), new HashMap<>()};

    @Override
    public Object hit(int i) {
      Map<String, Integer> shard = shards[i & 1];
      shard.merge(key(i), 1, Integer::sum); // assertGuarded("merge")
      return null;
    }

    @Override
    public Object state() {
      return Arrays.asList(shards);
    }
  }

  /** An element of a list. */
  @Racy
  public static class ListElement extends Target {
    private final List<Map<String, Integer>> shards = List.of(new HashMap<>(), new HashMap<>());

    @Override
    public Object hit(int i) {
      String k = key(i);
      shards.get(i & 1).put(k, shards.get(i & 1).getOrDefault(k, 0) + 1); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return shards;
    }
  }

  /** One map or the other. */
  @Racy
  public static class TernaryMap extends Target {
    private final Map<String, Integer> hits = new HashMap<>();
    private final Map<String, Integer> misses = new HashMap<>();

    @Override
    public Object hit(int i) {
      Map<String, Integer> m = i % 3 == 0 ? misses : hits;
      m.put(key(i), m.getOrDefault(key(i), 0) + 1); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return List.of(hits, misses);
    }
  }

  /** Two maps, the same key. */
  @Racy
  public static class TwoMaps extends Target {
    private final Map<String, Integer> hits = new HashMap<>();
    private final Map<String, Long> bytes = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      hits.put(k, hits.getOrDefault(k, 0) + 1); // assertGuarded("getordefault-put")
      bytes.put(k, bytes.getOrDefault(k, 0L) + i % 1000); // assertGuarded("getordefault-put")
      return null;
    }

    @Override
    public Object state() {
      return List.of(hits, bytes);
    }
  }

  /** The field of the outer instance. */
  @Racy
  public static class InnerClass extends Target {
    private final Map<String, Integer> stats = new HashMap<>();
    private final Counter counter = new Counter();

    @Override
    public Object hit(int i) {
      counter.count(key(i));
      return null;
    }

    private final class Counter {
      void count(String k) {
        stats.put(k, stats.getOrDefault(k, 0) + 1); // assertGuarded("getordefault-put")
      }
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The field of the outer instance, from an anonymous class. */
  @Racy
  public static class AnonymousClass extends Target {
    private final Map<String, Integer> stats = new HashMap<>();
    private final Consumer<String> counter =
        new Consumer<>() {
          @Override
          public void accept(String k) {
            stats.put(k, stats.getOrDefault(k, 0) + 1); // assertGuarded("getordefault-put")
          }
        };

    @Override
    public Object hit(int i) {
      counter.accept(key(i));
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A captured local variable, from an anonymous class. */
  @Racy
  public static class CapturedLocal extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      final Map<String, Integer> m = stats;
      final String k = key(i);
      new Object() {
        void count() {
          m.put(k, m.getOrDefault(k, 0) + 1); // assertGuarded("getordefault-put")
        }
      }.count();
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A nested class that keeps its owner. */
  @Racy
  public static class NestedWithReference extends Target {
    private final Map<String, Integer> stats = new HashMap<>();
    private final Helper helper = new Helper(this);

    @Override
    public Object hit(int i) {
      helper.count(key(i));
      return null;
    }

    private static final class Helper {
      private final NestedWithReference owner;

      Helper(NestedWithReference owner) {
        this.owner = owner;
      }

      void count(String k) {
        owner.stats.put(k, owner.stats.getOrDefault(k, 0) + 1); // assertGuarded()
      }
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Counted while objects are made. */
  @Racy
  public static class HelperOfConstructor extends Target {
    private static final Map<String, Integer> MADE = new HashMap<>();

    @Override
    public Object hit(int i) {
      return new Session(key(i)).name;
    }

    private static final class Session {
      private final String name;

      Session(String name) {
        this.name = name;
        register();
      }

      private void register() {
        MADE.put(name, MADE.getOrDefault(name, 0) + 1); // assertGuarded("getordefault-put")
      }
    }

    @Override
    public Object state() {
      return MADE;
    }
  }

  /** Counted by the constructor itself. */
  @Racy
  public static class InConstructor extends Target {
    private static final Map<String, Integer> MADE = new HashMap<>();

    @Override
    public Object hit(int i) {
      return new Session(key(i)).name;
    }

    private static final class Session {
      private final String name;

      Session(String name) {
        this.name = name;
        MADE.put(name, MADE.getOrDefault(name, 0) + 1); // assertGuarded("getordefault-put")
      }
    }

    @Override
    public Object state() {
      return MADE;
    }
  }

  /** A default method of an interface. */
  @Racy
  public static class InterfaceDefault extends Target {
    private final Map<String, Integer> stats = new HashMap<>();
    private final Counts counts = () -> stats;

    @Override
    public Object hit(int i) {
      counts.count(key(i));
      return null;
    }

    private interface Counts {
      Map<String, Integer> map();

      default void count(String k) {
        map().put(k, map().getOrDefault(k, 0) + 1); // assertGuarded()
      }
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The field gets another map now and then. */
  public static class FieldReplaced extends InexactTarget {
    private Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      if (i % 50 == 49) {
        stats = new HashMap<>();
      }
      stats.put(key(i), stats.getOrDefault(key(i), 0) + 1); // assertGuarded()
      return stats.size();
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The field gets another map between the read and the write. */
  public static class MapReplacedBetween extends InexactTarget {
    private Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      int c = stats.getOrDefault(key(i), 0);
      if (i % 50 == 49) {
        stats = new HashMap<>();
      }
      stats.put(key(i), c + 1); // assertSafe()
      return c;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Holds a map for others. */
  public static class Holder {
    final Map<String, Integer> stats = new HashMap<>();
    static final Map<String, Integer> SHARED = new HashMap<>();

    /** A getter. */
    public Map<String, Integer> getStats() {
      return stats;
    }
  }

  /** Has a map for its subclasses. */
  public abstract static class Base extends Target {
    protected final Map<String, Integer> stats = new HashMap<>();

    protected Map<String, Integer> stats() {
      return stats;
    }
  }
}
