package io.tallyfast.audit.targets;

import java.util.HashMap;
import java.util.Map;
import java.util.TimerTask;

/** Objects that belong to one thread, and what such a thread shares with others. */
public class OneThreadTargets {
  /** What a thread counts in its own fields, nobody else counts. */
  public static class Worker extends Thread {
    private final Total total;
    private int rounds;
    private int loops;
    private int hits;

    Worker(Total total) {
      this.total = total;
    }

    @Override
    public void run() {
      rounds++; // confined
      again();
      hits++; // mixed
      total.count++; // unprotected
      total.add();
    }

    private void again() {
      loops++; // confined
    }

    void hit() {
      hits++; // unprotected
    }
  }

  /** A timer runs each of its tasks in its one thread. */
  public static class Tick extends TimerTask {
    private long ticks;

    @Override
    public void run() {
      ticks++; // confined
    }
  }

  /** A task may be given to several threads. */
  public static class Task implements Runnable {
    private int runs;

    @Override
    public void run() {
      runs++; // unprotected
    }
  }

  /** Several workers count in one. */
  public static class Total {
    int count;
    private int added;

    synchronized int count() {
      return count;
    }

    void add() {
      added++; // unprotected
    }
  }

  /** An object that is made for one computation, and handed down. */
  public static class Computation {
    private final Sums kept = new Sums();
    private volatile int depth;

    int measure(int n) {
      Sums sums = new Sums();
      measure(n, sums);
      return sums.count + depth;
    }

    private void measure(int n, Sums sums) {
      sums.count++; // confined
      if (n > 0) {
        measure(n - 1, sums);
      }
    }

    void keep(int n) {
      keep(n, kept);
    }

    private void keep(int n, Sums sums) {
      sums.total += n; // unprotected
    }
  }

  /** Sums. */
  static class Sums {
    int count;
    int total;
  }

  /** Each caller locks the object that it calls. */
  public static class Pools {
    private static final Pool SMALL = new Pool();
    private static final Pool LARGE = new Pool();

    static void small() {
      synchronized (SMALL) {
        SMALL.small();
      }
    }

    static void large() {
      synchronized (LARGE) {
        LARGE.large();
      }
    }
  }

  /** Is locked by those who call it. */
  static class Pool {
    private int hits;

    void small() {
      hits++; // protected
    }

    void large() {
      hits++; // protected
    }
  }

  /** Guards the map and the objects that it holds each by a lock of its own. */
  public static class Guarded {
    private final Map<String, Hits> all = new HashMap<>();

    void hit(String k) {
      Hits hits;
      synchronized (all) {
        hits = all.get(k);
        if (hits == null) {
          hits = new Hits();
          all.put(k, hits);
        }
      }
      synchronized (hits) {
        hits.count++; // protected
      }
    }
  }

  /** Hits. */
  static class Hits {
    int count;
  }
}
