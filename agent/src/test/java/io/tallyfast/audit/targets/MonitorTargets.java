package io.tallyfast.audit.targets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Monitors, each beside what looks like it and protects nothing. */
public class MonitorTargets {
  /** One monitor for all that is changed. */
  public static class Safe {
    private static final Map<String, Integer> BY_CLASS = new HashMap<>();
    private static final Map<String, Integer> BY_STATIC = new HashMap<>();
    private static final Object GATE = new Object();
    private static int calls;
    private final Map<String, Integer> byThis = new HashMap<>();
    private final Map<String, Integer> byObject = new HashMap<>();
    private final Map<String, Integer> byMap = new HashMap<>();
    private final Map<String, Integer> twice = new HashMap<>();
    private final Map<String, long[]> byHolder = new HashMap<>();
    private final Object lock = new Object();
    private final Object[] stripes = {new Object(), new Object()};
    private final int[] counts = new int[2];

    void block(String k) {
      synchronized (this) {
        byThis.put(k, byThis.getOrDefault(k, 0) + 1); // protected
      }
    }

    synchronized void method(String k) {
      byThis.put(k, byThis.getOrDefault(k, 0) + 2); // protected
    }

    void object(String k) {
      synchronized (lock) {
        byObject.put(k, byObject.getOrDefault(k, 0) + 1); // protected
      }
    }

    void map(String k) {
      synchronized (byMap) {
        byMap.put(k, byMap.getOrDefault(k, 0) + 1); // protected
      }
    }

    void again(String k) {
      synchronized (this) {
        synchronized (this) {
          k.trim();
        }
        twice.put(k, twice.getOrDefault(k, 0) + 1); // protected
      }
    }

    void holder(String k) {
      long[] counts = byHolder.get(k);
      synchronized (counts) {
        counts[0]++; // protected
      }
    }

    void striped(int i) {
      synchronized (stripes[i]) {
        counts[i]++; // protected
      }
    }

    static synchronized void ofClass(String k) {
      BY_CLASS.put(k, BY_CLASS.getOrDefault(k, 0) + 1); // protected
    }

    void ofClassToo(String k) {
      synchronized (Safe.class) {
        BY_CLASS.put(k, BY_CLASS.getOrDefault(k, 0) + 1); // protected
      }
    }

    static void ofStatic(String k) {
      synchronized (GATE) {
        BY_STATIC.put(k, BY_STATIC.getOrDefault(k, 0) + 1); // protected
        calls++; // protected
      }
    }
  }

  /** A monitor that others do not take, or that is another one each time. */
  public static class Unsafe {
    private static final Map<String, Integer> STATS = new HashMap<>();
    private static int calls;
    private final Map<String, Integer> either = new HashMap<>();
    private final Map<String, Integer> fresh = new HashMap<>();
    private final Map<String, Integer> early = new HashMap<>();
    private final Map<String, Integer> others = new HashMap<>();
    private final Object one = new Object();
    private final Object two = new Object();
    private final Object[] stripes = {new Object(), new Object()};
    private final Map<String, Object> locks = new HashMap<>();
    private int total;

    void one(String k) {
      synchronized (one) {
        either.put(k, either.getOrDefault(k, 0) + 1); // mixed
      }
    }

    void two(String k) {
      synchronized (two) {
        either.put(k, either.getOrDefault(k, 0) + 1); // mixed
      }
    }

    void fresh(String k) {
      synchronized (new ArrayList<>(List.of(k))) {
        fresh.put(k, fresh.getOrDefault(k, 0) + 1); // unprotected
      }
    }

    void early(String k) {
      int before;
      synchronized (this) {
        before = early.getOrDefault(k, 0);
      }
      early.put(k, before + 1); // unprotected
    }

    /** One lock of many does not protect what there is once. */
    void striped(int i) {
      synchronized (stripes[i]) {
        total++; // unprotected
      }
    }

    void named(String k) {
      synchronized (locks.get(k)) {
        total++; // unprotected
      }
    }

    /** The lock of one object does not protect another. */
    synchronized void other(Unsafe that, String k) {
      that.others.put(k, that.others.getOrDefault(k, 0) + 1); // mixed
    }

    synchronized void own(String k) {
      others.put(k, others.getOrDefault(k, 0) + 1); // mixed
    }

    /** An object's monitor for what all objects share. */
    synchronized void ofAll(String k) {
      STATS.put(k, STATS.getOrDefault(k, 0) + 1); // unprotected
      calls++; // unprotected
    }
  }

  /** The lock is not held all the way from the read to the write. */
  public static class Interrupted {
    private final Map<String, Integer> stats = new HashMap<>();
    private final Map<String, Integer> others = new HashMap<>();
    private int hits;
    private int misses;

    void taken(String k) {
      Integer old = stats.get(k);
      synchronized (this) {
        stats.put(k, old + 1); // unprotected
      }
    }

    void hit() {
      int old = hits;
      synchronized (this) {
        hits = old + 1; // unprotected
      }
    }

    void givenBack() {
      int old;
      synchronized (this) {
        old = misses;
      }
      synchronized (this) {
        misses = old + 1; // unprotected
      }
    }

    /** Looked at before, and read again. */
    void again(String k) {
      Integer old = others.get(k);
      if (old == null) {
        synchronized (this) {
          old = others.get(k);
          others.put(k, old == null ? 1 : old + 1); // protected
        }
      }
    }

    void loop(String[] keys) {
      for (String k : keys) {
        synchronized (this) {
          Integer old = others.get(k);
          if (old != null) {
            others.put(k, old + 1); // protected
          }
        }
      }
    }
  }
}
