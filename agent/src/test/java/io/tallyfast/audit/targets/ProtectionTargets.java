package io.tallyfast.audit.targets;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** What locks and confinement make of a mutation; a comment on its line says what is expected. */
public class ProtectionTargets {
  /** Locks of every kind. */
  public static class Locked {
    private final Map<String, Integer> byMethod = new HashMap<>();
    private final Map<String, Integer> byBlock = new HashMap<>();
    private final Map<String, Integer> byLock = new HashMap<>();
    private final Map<String, Integer> byTryLock = new HashMap<>();
    private final Map<String, Integer> byReadLock = new HashMap<>();
    private final Map<String, Integer> byWriteLock = new HashMap<>();
    private final Map<String, Integer> byCaller = new HashMap<>();
    private final Map<String, Integer> byLambda = new HashMap<>();
    private final Map<String, Integer> byTask = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final ReentrantReadWriteLock both = new ReentrantReadWriteLock();

    synchronized void method(String k) {
      byMethod.put(k, byMethod.getOrDefault(k, 0) + 1); // protected
    }

    void block(String k) {
      synchronized (byBlock) {
        byBlock.put(k, byBlock.getOrDefault(k, 0) + 1); // protected
      }
    }

    void lock(String k) {
      lock.lock();
      try {
        byLock.put(k, byLock.getOrDefault(k, 0) + 1); // protected
      } finally {
        lock.unlock();
      }
    }

    void tryLock(String k) {
      if (lock.tryLock()) {
        try {
          byTryLock.put(k, byTryLock.getOrDefault(k, 0) + 1); // protected
        } finally {
          lock.unlock();
        }
      }
    }

    void readLock(String k) {
      both.readLock().lock();
      try {
        byReadLock.put(k, byReadLock.getOrDefault(k, 0) + 1); // unprotected
      } finally {
        both.readLock().unlock();
      }
    }

    void writeLock(String k) {
      both.writeLock().lock();
      try {
        byWriteLock.put(k, byWriteLock.getOrDefault(k, 0) + 1); // protected
      } finally {
        both.writeLock().unlock();
      }
    }

    synchronized void caller(String k) {
      callee(k);
    }

    private void callee(String k) {
      byCaller.put(k, byCaller.getOrDefault(k, 0) + 1); // protected
    }

    synchronized void lambda(Iterable<String> keys) {
      keys.forEach(k -> byLambda.put(k, byLambda.getOrDefault(k, 0) + 1)); // protected
    }

    synchronized void task(ExecutorService pool, String k) {
      pool.execute(() -> byTask.put(k, byTask.getOrDefault(k, 0) + 1)); // unprotected
    }
  }

  /** One writer ignores the lock of the other. */
  public static class Mixed {
    private final Map<String, Integer> stats = new HashMap<>();

    synchronized void locked(String k) {
      stats.put(k, stats.getOrDefault(k, 0) + 1); // mixed
    }

    void unlocked(String k) {
      stats.put(k, stats.getOrDefault(k, 0) + 1); // unprotected
    }
  }

  /** Maps that do it themselves, and what people do to them all the same. */
  public static class Concurrent {
    private final Map<String, Integer> stats = new ConcurrentHashMap<>();
    private final AtomicLong total = new AtomicLong();

    void merge(String k) {
      stats.merge(k, 1, Integer::sum); // atomic
    }

    void put(String k) {
      stats.put(k, stats.getOrDefault(k, 0) + 1); // unprotected
    }

    void getAndSet() {
      total.set(total.get() + 1); // unprotected
    }
  }

  /** Maps that one thread has for itself. */
  public static class Confined {
    private static final ThreadLocal<Map<String, Integer>> MINE =
        ThreadLocal.withInitial(HashMap::new);

    private final Map<String, Integer> stats = new HashMap<>();

    Confined(String k) {
      stats.put(k, stats.getOrDefault(k, 0) + 1); // confined
    }

    Map<String, Integer> local(Iterable<String> keys) {
      Map<String, Integer> counts = new HashMap<>();
      for (String k : keys) {
        counts.put(k, counts.getOrDefault(k, 0) + 1); // confined
      }
      return counts;
    }

    Map<String, Integer> handedOn(String k) {
      Map<String, Integer> counts = new HashMap<>();
      help(counts, k);
      return counts;
    }

    private static void help(Map<String, Integer> counts, String k) {
      counts.put(k, counts.getOrDefault(k, 0) + 1); // confined
    }

    void perThread(String k) {
      Map<String, Integer> mine = MINE.get();
      mine.put(k, mine.getOrDefault(k, 0) + 1); // confined
    }
  }

  /** Fields. */
  public static class Fields {
    private static int calls;
    private volatile int hits;
    private int guarded;

    void count() {
      calls++; // unprotected
      hits++; // unprotected
    }

    synchronized void guarded() {
      guarded++; // protected
    }
  }

  /** What is counted is an object in a map. */
  public static class Holders {
    private final Map<String, Holder> stats = new HashMap<>();
    private final Map<String, long[]> arrays = new HashMap<>();

    void field(String k) {
      stats.get(k).count++; // unprotected
    }

    void array(String k) {
      arrays.get(k)[0]++; // unprotected
    }

    /** Counts. */
    static class Holder {
      int count;
    }
  }
}
