package io.tallyfast.audit.targets;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What is counted is an object that a map holds. The comments say what the audit reports. */
public class HolderTargets {
  private HolderTargets() {}

  /** Objects whose fields and elements are counted up from outside. */
  public static class Fields {
    private final Map<String, Holder> stats = new HashMap<>();
    private final Map<String, long[]> arrays = new HashMap<>();
    private final Map<String, AtomicLong> atomics = new HashMap<>();

    void field(String k) {
      stats.get(k).count++; // assertReported("holder-field")
    }

    void created(String k, int n) {
      stats.computeIfAbsent(k, x -> new Holder()).count += n; // assertReported("holder-field")
    }

    void largest(String k, int n) {
      Holder holder = stats.get(k);
      if (n > holder.largest) {
        holder.largest = n; // assertReported("holder-field")
      }
    }

    void smoothed(String k, double x) {
      Holder holder = stats.get(k);
      holder.average = 0.9 * holder.average + 0.1 * x; // assertReported("holder-field")
    }

    void all() {
      for (Holder holder : stats.values()) {
        holder.count++; // assertReported("holder-field")
      }
    }

    void array(String k, int i) {
      arrays.get(k)[i] += 2; // assertReported("holder-array")
    }

    void doubled(String k) {
      arrays.get(k)[1] *= 2; // assertReported("holder-array")
    }

    void atomic(String k) {
      AtomicLong a = atomics.get(k);
      a.set(a.get() + 1); // assertReported("atomic-get-set")
    }

    long reset(String k) {
      AtomicLong a = atomics.get(k);
      long n = a.get();
      a.set(0); // assertReported("read-reset")
      return n;
    }

    void safe(String k) {
      atomics.get(k).incrementAndGet();
    }

    void onlySet(String k) {
      stats.get(k).count = 5;
    }
  }

  /** Objects that count by themselves. */
  public static class Calls {
    private final Map<String, Holder> stats = new ConcurrentHashMap<>();
    private final Map<String, SafeHolder> safe = new ConcurrentHashMap<>();

    void direct(String k) {
      stats.get(k).hit(); // assertReported("holder-call")
    }

    void delegated(String k) {
      stats.computeIfAbsent(k, x -> new Holder()).hitTwice(); // assertReported("holder-call")
    }

    Holder of(String k) {
      return stats.computeIfAbsent(k, x -> new Holder());
    }

    void lookedUp(String k) {
      of(k).hit(); // assertReported("holder-call")
    }

    void locked(String k) {
      safe.get(k).hit();
    }

    int read(String k) {
      return stats.get(k).count();
    }
  }

  /** Another class that counts in what it looks up. */
  public static class Elsewhere {
    private final Calls calls = new Calls();

    void hit(String k) {
      calls.of(k).hit(); // assertReported("holder-call")
    }
  }

  /** Two threads that find nothing make two objects; what the first one counted is lost. */
  public static class Created {
    private final Map<String, Holder> stats = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> atomics = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> adders = new ConcurrentHashMap<>();
    private final Map<String, Object> cache = new ConcurrentHashMap<>();

    void own(String k) {
      if (!stats.containsKey(k)) {
        stats.put(k, new Holder()); // assertReported("check-then-act")
      }
    }

    void atomic(String k) {
      AtomicInteger n = atomics.get(k);
      if (n == null) {
        n = new AtomicInteger();
        atomics.put(k, n); // assertReported("default-put")
      }
      n.incrementAndGet();
    }

    void atomically(String k) {
      adders.computeIfAbsent(k, x -> new LongAdder()).increment();
    }

    Object cached(String k) {
      Object o = cache.get(k);
      if (o == null) {
        o = new Object();
        cache.put(k, o);
      }
      return o;
    }
  }

  /** Counts. */
  static class Holder {
    int count;
    int largest;
    double average;

    void hit() {
      count++; // assertReported("instance-field")
    }

    void add(int n) {
      count += n; // assertReported("instance-field")
    }

    void hitTwice() {
      add(2);
    }

    int count() {
      return count;
    }
  }

  /** Counts under a lock. */
  static class SafeHolder {
    private int count;

    synchronized void hit() {
      count++;
    }
  }

  /** Sets properties of what a map holds. */
  public static class Properties {
    private final Map<String, Bean> beans = new ConcurrentHashMap<>();

    Bean find(String k) {
      return beans.get(k);
    }

    void set(String k) {
      Bean bean = beans.get(k);
      bean.setCount(bean.getCount() + 1); // assertReported("holder-call")
    }

    void found(String k) {
      Bean bean = find(k);
      bean.setCount(bean.getCount() + 1); // assertReported("holder-call")
    }

    void other(String k, Bean that) {
      beans.get(k).setCount(that.getCount() + 1);
    }
  }

  /** Has a property. */
  public static class Bean {
    private long count;

    long getCount() {
      return count;
    }

    void setCount(long count) {
      this.count = count;
    }
  }

  /** Is held by a map in one class, and counted up in another. */
  public static class Visit {
    int pages;
  }

  /** Holds them. */
  public static class Visits {
    final Map<String, Visit> visits = new ConcurrentHashMap<>();
  }

  /** Counts them. */
  public static class Visitor {
    void visit(Visit visit) {
      visit.pages++; // assertReported("instance-field")
    }
  }
}
