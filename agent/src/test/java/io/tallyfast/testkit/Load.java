package io.tallyfast.testkit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Runs hits against a target, in one thread or in many at once. */
final class Load {
  /** Threads of a run with many. */
  static final int THREADS = 4;

  private static final Function<Runnable, Thread> THREAD_STARTER =
      Boolean.getBoolean("tallyfast.test.virtual") ? Load::startVirtual : Load::startDaemon;

  private static final long READING_TIMEOUT_SECONDS = 20;

  private Load() {}

  /**
   * What came of a run.
   *
   * @param finished whether all threads, and the reading of the sum, came to their end in time
   * @param sum text of the target's sum
   * @param exceptions how often each exception was thrown
   * @param duplicates how many results had been returned before
   */
  record Outcome(boolean finished, String sum, Map<String, Integer> exceptions, int duplicates) {
    /** What is different from the truth; empty when nothing is. */
    String difference(Outcome truth) {
      if (!finished) {
        return "did not finish";
      }
      if (!exceptions.equals(truth.exceptions)) {
        return "threw " + exceptions + " instead of " + truth.exceptions;
      }
      return sum.equals(truth.sum) ? "" : "counted " + sum + " instead of " + truth.sum;
    }
  }

  /** Runs the hits of all threads in this one. */
  static Outcome inOneThread(Target target) {
    Worker worker = new Worker(target, 0, THREADS * target.hits(), null);
    worker.work();
    return outcome(target, List.of(worker), true);
  }

  /** Runs the hits in many threads that start together. */
  static Outcome inManyThreads(Target target, long timeoutSeconds) throws InterruptedException {
    CyclicBarrier start = new CyclicBarrier(THREADS);
    List<Worker> workers = new ArrayList<>();
    for (int t = 0; t < THREADS; t++) {
      workers.add(new Worker(target, t * target.hits(), target.hits(), start));
    }
    List<Thread> threads = new ArrayList<>();
    for (Worker worker : workers) {
      threads.add(THREAD_STARTER.apply(worker));
    }
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(timeoutSeconds);
    boolean finished = true;
    for (Thread thread : threads) {
      thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
      finished &= !thread.isAlive();
    }
    workers.forEach(worker -> worker.stopped = true);
    return outcome(target, workers, finished);
  }

  private static Thread startDaemon(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** Starts a virtual thread, on a JVM that has them. */
  private static Thread startVirtual(Runnable work) {
    try {
      return (Thread)
          Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, work);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("no virtual threads here", e);
    }
  }

  private static Outcome outcome(Target target, List<Worker> workers, boolean finished) {
    if (!finished) {
      return new Outcome(false, "", Map.of(), 0);
    }
    Map<String, Integer> exceptions = new TreeMap<>();
    Set<Object> results = new HashSet<>();
    int duplicates = 0;
    for (Worker worker : workers) {
      worker.exceptions.forEach((name, count) -> exceptions.merge(name, count, Integer::sum));
      for (Object result : worker.results) {
        duplicates += results.add(result) ? 0 : 1;
      }
    }
    String sum = sum(target);
    return new Outcome(sum != null, sum == null ? "" : sum, exceptions, duplicates);
  }

  /** The sum as text; null when it never ends, as when updates that race made a ring of a tree. */
  private static String sum(Target target) {
    FutureTask<String> reader = new FutureTask<>(() -> Canonical.unordered(target.sum()));
    startDaemon(reader);
    try {
      return reader.get(READING_TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      return "a broken state: " + e.getCause();
    } catch (TimeoutException e) {
      return null;
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  private static final class Worker implements Runnable {
    private final Target target;
    private final int from;
    private final int hits;
    private final CyclicBarrier start;
    private final boolean keepResults;
    private final List<Object> results = new ArrayList<>();
    private final Map<String, Integer> exceptions = new TreeMap<>();
    private volatile boolean stopped;

    Worker(Target target, int from, int hits, CyclicBarrier start) {
      this.target = target;
      this.from = from;
      this.hits = hits;
      this.start = start;
      this.keepResults = target.getClass().isAnnotationPresent(UniqueResults.class);
    }

    @Override
    public void run() {
      try {
        if (start != null) {
          start.await();
        }
      } catch (InterruptedException | BrokenBarrierException e) {
        throw new IllegalStateException(e);
      }
      work();
    }

    void work() {
      for (int i = from; i < from + hits && !stopped; i++) {
        hit(i);
      }
    }

    private void hit(int i) {
      try {
        Object result = target.hit(i);
        if (keepResults) {
          results.add(result);
        }
      } catch (Throwable e) {
        // Without the message, which the JVM leaves out once the exception has become frequent.
        exceptions.merge(e.getClass().getName(), 1, Integer::sum);
      }
    }
  }
}
