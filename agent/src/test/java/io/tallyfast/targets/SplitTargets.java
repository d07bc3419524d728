package io.tallyfast.targets;

import io.tallyfast.testkit.Racy;
import io.tallyfast.testkit.Target;
import io.tallyfast.testkit.UniqueResults;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Read, or read and write, in small methods of their own. */
public class SplitTargets {
  private SplitTargets() {}

  /** The read in a method that says 0 for nothing. */
  @Racy
  public static class ReadInMethod extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, count(k) + 1); // assertGuarded("split-get-put")
      return null;
    }

    public int count(String k) {
      Integer n = stats.get(k);
      return n == null ? 0 : n;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A concurrent map, read twice, with the key made by a method. */
  @Racy
  public static class KeyFromMethod extends Target {
    private final ConcurrentMap<String, Integer> failures = new ConcurrentHashMap<>();

    @Override
    public Object hit(int i) {
      String user = user(i);
      failures.put(user, failuresOf(i) + 1); // assertGuarded("split-get-put")
      return null;
    }

    int failuresOf(int i) {
      String user = user(i);
      int n = failures.get(user) == null ? 0 : failures.get(user);
      return n;
    }

    private String user(int i) {
      return key(i) + "@" + i % 2;
    }

    @Override
    public Object state() {
      return failures;
    }
  }

  /** Read and write in public methods of their own, and the sum handed out. */
  @Racy
  public static class Counter extends Target {
    private final Map<String, Double> entries = new HashMap<>();
    private double deflt = 0.0;
    boolean dirty;

    @Override
    public Object hit(int i) {
      incrementCount(key(i), i % 3);
      return null;
    }

    double incrementCount(String k, double increment) {
      double newVal = getCount(k) + increment;
      setCount(k, newVal); // assertGuarded("split-get-put")
      dirty = true;
      return newVal;
    }

    public double getCount(String k) {
      Double value = entries.get(k);
      if (value == null) {
        return deflt;
      }
      return value;
    }

    public void setCount(String k, double value) {
      entries.put(k, value);
      dirty = true;
    }

    @Override
    public Object state() {
      return entries;
    }
  }

  /** Unique numbers, handed out. */
  @Racy
  @UniqueResults
  public static class HandedOut extends Target {
    private final Map<String, Long> ids = new ConcurrentHashMap<>();

    @Override
    public Object hit(int i) {
      long id = last("id") + 1;
      set("id", id); // assertGuarded("split-get-put")
      return id;
    }

    private long last(String k) {
      return ids.getOrDefault(k, 0L);
    }

    private void set(String k, Long id) {
      ids.put(k, id);
    }

    @Override
    public Object state() {
      return ids;
    }
  }

  /** Other callers of the same methods read and set as before. */
  @Racy
  public static class PlainCallers extends Target {
    private final Map<String, Integer> stats = fill(new HashMap<>(), 7);

    @Override
    public Object hit(int i) {
      String k = key(i);
      set(k, get(k) + 1); // assertGuarded("split-get-put")
      set("last", get("other"));
      set("constant", 5);
      return get("constant");
    }

    private int get(String k) {
      return stats.getOrDefault(k, 3);
    }

    private void set(String k, int n) {
      stats.put(k, n);
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A method that overrides reads something else: the write is a plain one. */
  public static class Overridden extends Target {
    private final Counts counts = new Changed();

    @Override
    public Object hit(int i) {
      counts.count(key(i));
      return null;
    }

    @Override
    public Object state() {
      return counts.stats;
    }

    @Override
    public boolean exact() {
      return false;
    }

    /** Counts. */
    public static class Counts {
      final Map<String, Integer> stats = new HashMap<>();

      void count(String k) {
        stats.put(k, get(k) + 1); // assertGuarded("split-get-put")
      }

      int get(String k) {
        Integer n = stats.get(k);
        return n == null ? 0 : n;
      }
    }

    /** Changes what is read. */
    public static class Changed extends Counts {
      private int calls;

      @Override
      int get(String k) {
        return super.get(k) / 2 + calls++; // assertGuarded("instance-field")
      }
    }
  }

  /** The method that writes fails, and what is set afterwards is what it is set to. */
  public static class WriterFails extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      try {
        set(k, get(k) + 1); // assertGuarded("split-get-put")
      } catch (IllegalStateException e) {
        stats.remove(k);
        set(k, 100);
      }
      return get(k);
    }

    private int get(String k) {
      return stats.getOrDefault(k, 0);
    }

    private void set(String k, int n) {
      if (n % 5 == 0 && n < 100) {
        throw new IllegalStateException("no");
      }
      stats.put(k, n);
    }

    @Override
    public Object state() {
      return stats;
    }

    @Override
    public boolean exact() {
      return false;
    }
  }

  /** The value decides whether it is written. */
  public static class Limit extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int n = get(k);
      if (n < 10) {
        stats.put(k, n + 1); // assertRefused("split-get-put")
      }
      return null;
    }

    private int get(String k) {
      return stats.getOrDefault(k, 0);
    }

    @Override
    public Object state() {
      return stats;
    }

    @Override
    public boolean exact() {
      return false;
    }
  }

  /** Another key than the one that was read. */
  public static class OtherKey extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      stats.put(key(i), get(key(i + 1)) + 1); // assertUntouched()
      return null;
    }

    private int get(String k) {
      return stats.getOrDefault(k, 0);
    }

    @Override
    public Object state() {
      return stats;
    }

    @Override
    public boolean exact() {
      return false;
    }
  }
}
