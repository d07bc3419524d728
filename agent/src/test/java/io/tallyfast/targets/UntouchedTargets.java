package io.tallyfast.targets;

import io.tallyfast.testkit.InexactTarget;
import io.tallyfast.testkit.Target;
import io.tallyfast.testkit.UniqueResults;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What is no counted update, and stays as it is without a word. */
public class UntouchedTargets {
  private UntouchedTargets() {}

  /** Read under one key, written under another. */
  public static class OtherKey extends InexactTarget {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      stats.put(key(i), stats.get(key(i + 1)) + 1); // assertUntouched()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Two constant keys. */
  public static class OtherConstantKey extends InexactTarget {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      stats.put("beta", stats.get("alpha") + 1); // assertUntouched()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Read from one map, written to another. */
  public static class OtherMap extends InexactTarget {
    private final Map<String, Integer> stats = zeros();
    private final Map<String, Integer> other = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      other.put(k, stats.get(k) + i); // assertUntouched()
      return null;
    }

    @Override
    public Object state() {
      return List.of(stats, other);
    }
  }

  /** A plain overwrite. */
  public static class Overwrite extends InexactTarget {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      stats.put(key(i), i); // assertUntouched()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A constant. */
  public static class Constant extends InexactTarget {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      return stats.put(key(i), 1); // assertUntouched()
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The value that was read plays no part. */
  public static class OverwriteAfterRead extends InexactTarget {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int old = stats.get(k);
      stats.put(k, i); // assertUntouched()
      return old;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Two entries change places. */
  public static class Swap extends InexactTarget {
    private final Map<String, Integer> stats = new HashMap<>(Map.of("a", 1, "b", 2));

    @Override
    public Object hit(int i) {
      Integer a = stats.get("a");
      Integer b = stats.get("b");
      stats.put("a", b); // assertUntouched()
      stats.put("b", a); // assertUntouched()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A map is copied. */
  public static class CopyEntries extends InexactTarget {
    private final Map<String, Integer> stats = zeros();
    private final Map<String, Integer> copy = new LinkedHashMap<>();

    @Override
    public Object hit(int i) {
      for (String k : stats.keySet()) {
        copy.put(k, stats.get(k)); // assertUntouched()
      }
      return copy.size();
    }

    @Override
    public Object state() {
      return List.of(stats, copy);
    }
  }

  /** A map is copied by its entries, each plus one. */
  public static class CopyWithEntrySet extends InexactTarget {
    private final Map<String, Integer> stats = zeros();
    private final Map<String, Integer> copy = new LinkedHashMap<>();

    @Override
    public Object hit(int i) {
      for (Map.Entry<String, Integer> e : stats.entrySet()) {
        copy.put(e.getKey(), e.getValue() + 1); // assertUntouched()
      }
      return null;
    }

    @Override
    public Object state() {
      return List.of(stats, copy);
    }
  }

  /** A concurrent map does it by itself. */
  public static class ConcurrentMerge extends Target {
    private final ConcurrentHashMap<String, Integer> stats = new ConcurrentHashMap<>();

    @Override
    public Object hit(int i) {
      stats.merge(key(i), 1, Integer::sum); // assertUntouched()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The same with {@code compute}. */
  public static class ConcurrentCompute extends Target {
    private final ConcurrentMap<String, Integer> stats = new ConcurrentHashMap<>();

    @Override
    public Object hit(int i) {
      stats.compute(key(i), (k, v) -> v == null ? 1 : v + 1); // assertUntouched()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Identifiers from a concurrent map. */
  @UniqueResults
  public static class ConcurrentId extends Target {
    private final ConcurrentHashMap<String, Integer> stats = new ConcurrentHashMap<>();

    @Override
    public Object hit(int i) {
      return stats.merge("id", 1, Integer::sum); // assertUntouched()
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Counters that are objects, in a concurrent map. */
  public static class ConcurrentAdder extends Target {
    private final ConcurrentHashMap<String, LongAdder> stats = new ConcurrentHashMap<>();

    @Override
    public Object hit(int i) {
      stats.computeIfAbsent(key(i), k -> new LongAdder()).increment(); // assertUntouched()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The loop of those who know what they do. */
  public static class CompareAndSet extends Target {
    private final ConcurrentMap<String, Integer> stats = new ConcurrentHashMap<>(zeros());

    @Override
    public Object hit(int i) {
      String k = key(i);
      Integer c;
      do {
        c = stats.get(k);
      } while (!stats.replace(k, c, c + 1)); // assertUntouched()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Text is appended. */
  public static class Text extends InexactTarget {
    private final Map<String, String> stats = fill(new HashMap<>(), "");

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.get(k) + i % 10); // assertUntouched()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Text is appended by a method. */
  public static class TextConcat extends InexactTarget {
    private final Map<String, String> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.getOrDefault(k, "").concat("x")); // assertUntouched()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The value that was read is the key. */
  public static class KeyAndValue extends InexactTarget {
    private final Map<Integer, Integer> stats = new HashMap<>(Map.of(0, 1, 1, 2, 2, 0));

    @Override
    public Object hit(int i) {
      int n = stats.get(i % 3);
      stats.put(n, n + 1); // assertUntouched()
      return stats.put(n, i % 3); // assertUntouched()
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The value is a counter itself. */
  public static class AtomicValue extends Target {
    private final Map<String, AtomicLong> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      return stats.get("alpha").incrementAndGet() > 0;
    }

    /** Makes the counters. */
    public AtomicValue() {
      stats.put("alpha", new AtomicLong()); // assertUntouched()
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Methods of the same name on something else. */
  public static class NotAMap extends InexactTarget {
    private final Box stats = new Box();

    @Override
    public Object hit(int i) {
      stats.put(key(i), stats.get(key(i)) + 1); // assertUntouched()
      return null;
    }

    private static final class Box {
      private int value;

      int get(String ignored) {
        return value;
      }

      void put(String ignored, int next) {
        value = next;
      }
    }

    @Override
    public Object state() {
      return stats.value;
    }
  }

  /** What {@code get} found stays. */
  public static class LookAside extends InexactTarget {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      Integer c = stats.get(k);
      stats.put(k, c); // assertSafe()
      return c;
    }

    @Override
    public Object state() {
      return stats;
    }
  }
}
