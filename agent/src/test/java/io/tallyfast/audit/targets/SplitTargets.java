package io.tallyfast.audit.targets;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The read and the write are in different methods. The comments say what the audit reports. */
public class SplitTargets {
  private SplitTargets() {}

  /** One of both is a method. */
  public static class OneSide {
    private final ConcurrentMap<String, Integer> stats = new ConcurrentHashMap<>();
    private final Map<String, Integer> others = new HashMap<>();

    int count(String k) {
      Integer n = stats.get(k);
      return n == null ? 0 : n;
    }

    int other(String k) {
      return others.getOrDefault(k, 0);
    }

    void store(String k, int n) {
      stats.put(k, n);
    }

    void read(String k) {
      stats.put(k, count(k) + 1); // assertReported("split-get-put")
    }

    void write(String k) {
      store(k, stats.get(k) + 1); // assertReported("split-get-put")
    }

    void anotherMap(String k) {
      stats.put(k, other(k) + 1);
    }

    void anotherKey(String k, String l) {
      stats.put(k, count(l) + 1);
    }
  }

  /** Both are methods, of a class that others extend and call. */
  public static class BothSides {
    private final Map<String, Double> counts = new HashMap<>();

    public double getCount(String k) {
      Double n = counts.get(k);
      return n == null ? 0 : n;
    }

    public void setCount(String k, double n) {
      counts.put(k, n);
    }

    public void incrementCount(String k, double n) {
      double sum = getCount(k) + n;
      setCount(k, sum); // assertReported("split-get-put")
    }

    public void largest(String k, double n) {
      if (n > getCount(k)) {
        setCount(k, n); // assertReported("split-get-put")
      }
    }

    public synchronized double locked(String k) {
      return getCount(k);
    }
  }

  /** Another class does it from outside. */
  public static class Outside {
    void hit(BothSides counts, String k) {
      counts.setCount(k, counts.getCount(k) + 1); // assertReported("split-get-put")
    }

    void copy(BothSides from, BothSides to, String k) {
      to.setCount(k, from.getCount(k) + 1);
    }
  }

  /** Taken and set to zero in two steps. */
  public static class Resets {
    private final Map<String, Integer> stats = new ConcurrentHashMap<>();

    int take(String k) {
      int n = stats.get(k);
      stats.put(k, 0); // assertReported("read-reset")
      return n;
    }

    void onlyTested(String k) {
      if (stats.get(k) > 10) {
        stats.put(k, 0);
      }
    }
  }

  /** Entries that are set while a loop walks over them. */
  public static class Entries {
    private final Map<String, Integer> stats = new ConcurrentHashMap<>();

    void age() {
      for (Map.Entry<String, Integer> entry : stats.entrySet()) {
        entry.setValue(entry.getValue() - 1); // assertReported("entry-set-value")
      }
    }
  }

  /** The method that reads makes the key itself, as the one that writes does. */
  public static class KeyFromMethod {
    private final ConcurrentMap<String, Integer> failures = new ConcurrentHashMap<>();

    void fail(int i) {
      failures.put(user(i), failuresOf(i) + 1); // assertReported("split-get-put")
    }

    void failOf(int i, int j) {
      failures.put(user(j), failuresOf(i) + 1);
    }

    void another(int i) {
      failures.put(other(i), failuresOf(i) + 1);
    }

    int failuresOf(int i) {
      Integer n = failures.get(user(i));
      return n == null ? 0 : n;
    }

    private String user(int i) {
      return "user" + i;
    }

    private String other(int i) {
      return "other" + i;
    }
  }
}
