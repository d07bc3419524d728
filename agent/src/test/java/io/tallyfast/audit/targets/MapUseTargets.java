package io.tallyfast.audit.targets;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiFunction;

/**
 * Uses of a map that go wrong only where others write to it without a lock. The comments say what
 * the audit reports.
 */
public class MapUseTargets {
  private MapUseTargets() {}

  /** One writer takes a lock, another one does not. */
  public static class Racing {
    private final Map<String, Object> stats = new HashMap<>();
    private final Map<String, Object> quiet = new HashMap<>();

    synchronized void stored(String k) {
      stats.put(k, (Integer) stats.get(k) + 1); // assertReported("get-put")
    }

    void deleted(String k) {
      stats.put(k, (Integer) stats.get(k) + 1); // assertReported("get-put")
    }

    void stamp(String now) {
      stats.put("last", now); // assertReported("plain-put")
      quiet.put("last", now);
    }

    Map<String, Object> snapshot() {
      return new HashMap<>(stats); // assertReported("map-copy")
    }

    int sum() {
      int sum = 0;
      for (Object n : stats.values()) { // assertReported("map-iteration")
        sum += n instanceof Integer ? (Integer) n : 0;
      }
      return sum;
    }

    Map<String, Object> status() {
      return stats; // assertReported("map-escape")
    }

    Map<String, Object> view() {
      return Collections.unmodifiableMap(stats); // assertReported("map-escape")
    }

    Map<String, Object> quiet() {
      return new HashMap<>(quiet);
    }
  }

  /** Every writer takes the lock. */
  public static class Locked {
    private final Map<String, Integer> stats = new HashMap<>();

    synchronized void hit(String k) {
      stats.put(k, stats.get(k) + 1);
    }

    Map<String, Integer> status() {
      return stats;
    }
  }

  /** Each call takes the lock, and the defaults make two of them. */
  public static class InTwoSteps extends AbstractMap<String, Integer> {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public synchronized Integer get(Object key) {
      return stats.get(key);
    }

    @Override
    public synchronized Integer put(String key, Integer n) {
      return stats.put(key, n); // assertReported("inherited-default")
    }

    @Override
    public synchronized Set<Entry<String, Integer>> entrySet() {
      return new HashSet<>(stats.entrySet());
    }
  }

  /** Nothing says that several threads use it. */
  public static class ForOneThread extends AbstractMap<String, Integer> {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Integer put(String key, Integer n) {
      return stats.put(key, n);
    }

    @Override
    public Set<Entry<String, Integer>> entrySet() {
      return stats.entrySet();
    }
  }

  /** What counts is overridden. */
  public abstract static class InOneStep extends AbstractMap<String, Integer> {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public synchronized Integer put(String key, Integer n) {
      return stats.put(key, n);
    }

    @Override
    public abstract Integer merge(
        String key, Integer n, BiFunction<? super Integer, ? super Integer, ? extends Integer> f);

    @Override
    public abstract Integer compute(
        String key, BiFunction<? super String, ? super Integer, ? extends Integer> f);

    @Override
    public abstract Integer computeIfPresent(
        String key, BiFunction<? super String, ? super Integer, ? extends Integer> f);
  }

  /** The methods that a {@code ConcurrentMap} must have make its defaults try again. */
  public abstract static class Concurrent extends AbstractMap<String, Integer>
      implements ConcurrentMap<String, Integer> {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public synchronized Integer put(String key, Integer n) {
      return stats.put(key, n);
    }
  }
}
