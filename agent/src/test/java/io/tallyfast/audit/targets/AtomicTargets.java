package io.tallyfast.audit.targets;

import java.util.Collections;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/** Atomic operations, and pairs of operations that are not. */
public class AtomicTargets {
  /** One operation each, or a loop around it. */
  public static class Safe {
    private final ConcurrentMap<String, Integer> merged = new ConcurrentSkipListMap<>();
    private final Map<String, Integer> typedAsMap;
    private final ConcurrentMap<String, Integer> swapped = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> adders = new ConcurrentHashMap<>();
    private final AtomicLong total = new AtomicLong();
    private final AtomicInteger most = new AtomicInteger();

    Safe() {
      typedAsMap = new ConcurrentHashMap<>();
    }

    void merge(String k) {
      merged.merge(k, 1, Integer::sum); // atomic
    }

    void compute(String k) {
      typedAsMap.compute(k, (key, n) -> n == null ? 1 : n + 1); // atomic
    }

    void swap(String k) {
      swapped.putIfAbsent(k, 0);
      for (; ; ) {
        Integer old = swapped.get(k);
        if (swapped.replace(k, old, old + 1)) {
          return;
        }
      }
    }

    void adder(String k) {
      adders.computeIfAbsent(k, key -> new LongAdder()).increment(); // atomic
    }

    void total() {
      total.addAndGet(2);
    }

    void most(int n) {
      int old = most.get();
      while (n > old && !most.compareAndSet(old, n)) {
        old = most.get();
      }
    }
  }

  /** Others come in between. */
  public static class Unsafe {
    private final ConcurrentMap<String, Integer> put = new ConcurrentHashMap<>();
    private final Map<String, Integer> either;
    private final ConcurrentMap<String, Integer> once = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> holders = new ConcurrentHashMap<>();
    private final AtomicLong total = new AtomicLong();
    private final Map<String, Integer> besides = new ConcurrentHashMap<>();
    private volatile char letter;
    private volatile int flags;

    Unsafe(boolean shared) {
      either = shared ? new ConcurrentHashMap<>() : new HashMap<>();
    }

    void tried() {
      long old = total.get();
      total.compareAndSet(old, old + 1); // unprotected
    }

    void triedWeakly() {
      long old = total.get();
      total.weakCompareAndSetPlain(old, old + 1); // unprotected
    }

    void flags(int more) {
      flags |= more; // unprotected
    }

    void letter() {
      letter++; // unprotected
    }

    void put(String k) {
      put.put(k, put.getOrDefault(k, 0) + 1); // unprotected
    }

    void either(String k) {
      either.merge(k, 1, Integer::sum); // unprotected
    }

    void once(String k) {
      Integer old = once.get(k);
      once.replace(k, old, old + 1); // unprotected
    }

    void holder(String k) {
      AtomicLong holder = holders.get(k);
      holder.set(holder.get() + 1); // unprotected
    }

    void total() {
      total.set(total.get() + 2); // unprotected
    }

    /** Its lock keeps those out that take it, and {@link #merge} does not. */
    synchronized void locked(String k) {
      besides.put(k, besides.getOrDefault(k, 0) + 1); // mixed
    }

    void merge(String k) {
      besides.merge(k, 1, Integer::sum); // atomic
    }
  }

  /** Elements of atomic arrays, and maps that are their own locks. */
  public static class Parts {
    private final AtomicLongArray elements = new AtomicLongArray(4);
    private final Map<String, Integer> wrapped = Collections.synchronizedMap(new HashMap<>());
    private final Map<String, Integer> table = new Hashtable<>();
    private volatile int turns;

    void both(int i) {
      elements.set(i, elements.get(i) + 1); // unprotected
    }

    void once(int i) {
      elements.incrementAndGet(i);
    }

    void wrapped(String k) {
      synchronized (wrapped) {
        wrapped.put(k, wrapped.getOrDefault(k, 0) + 1); // protected
      }
    }

    void mergeWrapped(String k) {
      wrapped.merge(k, 1, Integer::sum); // atomic
    }

    void table(String k) {
      synchronized (table) {
        table.put(k, table.getOrDefault(k, 0) + 1); // protected
      }
    }

    void mergeTable(String k) {
      table.merge(k, 1, Integer::sum); // atomic
    }

    void turn(int i) {
      turns = i > 0 ? turns * 3 : turns ^ i; // unprotected
    }
  }
}
