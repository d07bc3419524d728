package io.tallyfast.targets;

import io.tallyfast.testkit.Racy;
import io.tallyfast.testkit.Target;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** An object that counts is made where none was found; two threads may each make one. */
public class HolderCreationTargets {
  private HolderCreationTargets() {}

  /** An atomic number. */
  @Racy
  public static class Atomic extends Target {
    private final Map<String, AtomicLong> stats = new ConcurrentHashMap<>();

    @Override
    public Object hit(int i) {
      String k = "k" + i % 5_000;
      AtomicLong n = stats.get(k);
      if (n == null) {
        n = new AtomicLong();
        stats.put(k, n); // assertGuarded("default-put")
      }
      n.incrementAndGet();
      return null;
    }

    @Override
    public Object state() {
      return stats.toString();
    }

    @Override
    public Object sum() {
      return stats.values().stream().mapToLong(AtomicLong::get).sum();
    }
  }

  /** Asked for by containsKey, looked up again. */
  @Racy
  public static class ContainsKey extends Target {
    private final Map<String, AtomicInteger> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = "k" + i % 5_000;
      if (!stats.containsKey(k)) {
        stats.put(k, new AtomicInteger()); // assertGuarded("default-put")
      }
      stats.get(k).addAndGet(i % 3);
      return null;
    }

    @Override
    public Object state() {
      return stats.toString();
    }

    @Override
    public Object sum() {
      return stats.values().stream().mapToLong(AtomicInteger::get).sum();
    }
  }

  /** An object of the application, made by a method, handed out by another. */
  @Racy
  public static class OwnCounter extends Target {
    private final Map<String, HitCounter> counters = new HashMap<>();

    @Override
    public Object hit(int i) {
      counter("k" + i % 5_000).adder.increment();
      return null;
    }

    private HitCounter counter(String k) {
      HitCounter found = counters.get(k);
      if (found == null) {
        found = create();
        found.name = k;
        counters.put(k, found); // assertGuarded("default-put")
      }
      return found;
    }

    private HitCounter create() {
      return new HitCounter();
    }

    @Override
    public Object state() {
      return sum();
    }

    @Override
    public Object sum() {
      return counters.values().stream().mapToLong(c -> c.adder.sum()).sum();
    }
  }

  /** Counts. */
  public static class HitCounter {
    final LongAdder adder = new LongAdder();
    String name;
  }

  /** An object that does not count by its name: a cache is no statistic. */
  public static class Cache extends Target {
    private final Map<String, StringBuilder> cache = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      StringBuilder text = cache.get(k);
      if (text == null) {
        text = new StringBuilder(k);
        cache.put(k, text); // assertUntouched()
      }
      return text.toString();
    }

    @Override
    public Object state() {
      return cache.toString();
    }

    @Override
    public boolean exact() {
      return false;
    }
  }
}
