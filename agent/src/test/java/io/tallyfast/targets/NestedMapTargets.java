package io.tallyfast.targets;

import io.tallyfast.testkit.InexactTarget;
import io.tallyfast.testkit.Racy;
import io.tallyfast.testkit.Target;
import java.util.HashMap;
import java.util.Map;

/** Maps of maps. */
public class NestedMapTargets {
  private NestedMapTargets() {}

  /** The inner map is looked up twice. */
  @Racy
  public static class OneStatement extends Target {
    private final Map<String, Map<String, Integer>> stats =
        new HashMap<>(Map.of("get", zeros(), "post", zeros()));

    @Override
    public Object hit(int i) {
      String group = i % 2 == 0 ? "get" : "post";
      String k = key(i);
      stats.get(group).put(k, stats.get(group).get(k) + 1); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The same with a default. */
  @Racy
  public static class OneStatementDefault extends Target {
    private final Map<String, Map<String, Integer>> stats =
        new HashMap<>(Map.of("get", new HashMap<>(), "post", new HashMap<>()));

    @Override
    public Object hit(int i) {
      String group = i % 2 == 0 ? "get" : "post";
      String k = key(i);
      stats.get(group).put(k, stats.get(group).getOrDefault(k, 0) + 1); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The inner map in a local variable. */
  @Racy
  public static class InnerInLocal extends Target {
    private final Map<String, Map<String, Integer>> stats = new HashMap<>(Map.of("get", zeros()));

    @Override
    public Object hit(int i) {
      Map<String, Integer> inner = stats.get("get");
      String k = key(i);
      inner.put(k, inner.get(k) + 1); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The inner map is made by {@code computeIfAbsent}. */
  @Racy
  public static class LazyComputeIfAbsent extends Target {
    private final Map<String, Map<String, Integer>> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String group = "g" + i / 64 % 4;
      stats
          .computeIfAbsent(group, g -> new HashMap<>()) // assertGuarded("computeifabsent")
          .merge(key(i), 1, Integer::sum); // assertGuarded("merge")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The same, in two statements. */
  @Racy
  public static class LazyComputeIfAbsentLocal extends Target {
    private final Map<String, Map<String, Integer>> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      // assertGuarded("computeifabsent")
      Map<String, Integer> inner = stats.computeIfAbsent("g" + i / 64 % 4, g -> new HashMap<>());
      inner.put(k, inner.getOrDefault(k, 0) + 1); // assertGuarded("getordefault-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The inner map is put where there is none, and read again. */
  @Racy
  public static class LazyContainsKey extends Target {
    private final Map<String, Map<String, Integer>> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String group = "g" + i / 64 % 4;
      String k = key(i);
      if (!stats.containsKey(group)) {
        stats.put(group, new HashMap<>()); // assertGuarded("default-put")
      }
      stats.get(group).put(k, stats.get(group).getOrDefault(k, 0) + 1); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The inner map is put by {@code putIfAbsent}. */
  @Racy
  public static class LazyPutIfAbsent extends Target {
    private final Map<String, Map<String, Integer>> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String group = "g" + i / 64 % 4;
      String k = key(i);
      stats.putIfAbsent(group, new HashMap<>()); // assertSafe()
      Map<String, Integer> inner = stats.get(group);
      inner.put(k, inner.getOrDefault(k, 0) + 1); // assertGuarded("getordefault-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The new inner map goes on in the local variable, even if another won. */
  public static class LazyLocalGoesOn extends InexactTarget {
    private final Map<String, Map<String, Integer>> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      Map<String, Integer> inner = stats.get("g" + i % 4);
      if (inner == null) {
        inner = new HashMap<>();
        stats.put("g" + i % 4, inner); // assertSafe()
      }
      inner.put(key(i), inner.getOrDefault(key(i), 0) + 1); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Three maps deep. */
  @Racy
  public static class ThreeDeep extends Target {
    private final Map<String, Map<String, Map<Integer, Long>>> stats =
        new HashMap<>(Map.of("a", new HashMap<>(Map.of("b", new HashMap<>(Map.of(1, 0L))))));

    @Override
    public Object hit(int i) {
      stats.get("a").get("b").put(1, stats.get("a").get("b").get(1) + 1); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A group that is not there throws. */
  @Racy
  public static class MissingGroupThrows extends Target {
    private final Map<String, Map<String, Integer>> stats = new HashMap<>(Map.of("get", zeros()));

    @Override
    public Object hit(int i) {
      String group = i % 5 == 4 ? "none" : "get";
      stats.get(group).put("alpha", stats.get(group).get("alpha") + 1); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The map in a field of a value. */
  @Racy
  public static class MapInValueObject extends Target {
    private final Map<String, Session> stats = Map.of("s", new Session());

    @Override
    public Object hit(int i) {
      Session session = stats.get("s");
      session.counts.put(key(i), session.counts.getOrDefault(key(i), 0) + 1); // assertGuarded()
      return null;
    }

    private static final class Session {
      final Map<String, Integer> counts = new HashMap<>();
    }

    @Override
    public Object state() {
      return stats.get("s").counts;
    }
  }
}
