package io.tallyfast.audit;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;

/**
 * Does the work of one thread on all processors: results are handed over on the thread that gives
 * the work, in the order in which it was given, so that nobody can tell. To be used by one thread.
 */
final class Workers implements AutoCloseable {
  /** Deeply nested code needs more stack than threads have by default. */
  private static final long STACK_BYTES = 64L << 20;

  private static final int MOST_THREADS = 8;
  private static final int PENDING_EACH = 16;

  private final int most;
  private final ExecutorService threads;
  private final Queue<Pending<?>> pending = new ArrayDeque<>();

  Workers() {
    int count = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    ThreadFactory factory =
        task -> {
          Thread thread = new Thread(null, task, "audit-worker", STACK_BYTES);
          thread.setDaemon(true);
          return thread;
        };
    this.threads = Executors.newFixedThreadPool(count, factory);
    this.most = PENDING_EACH * count;
  }

  /** Takes what came of some work. */
  interface Outcome<T> {
    /**
     * Takes it.
     *
     * @param result null when it failed
     * @param failure null when it did not
     */
    void take(T result, Throwable failure);
  }

  /** Gives some work; hands over what came of earlier work when there is much of it. */
  <T> void give(Callable<T> work, Outcome<T> outcome) {
    while (pending.size() >= most) {
      pending.remove().handOver();
    }
    pending.add(new Pending<>(threads.submit(work), outcome));
  }

  /** Waits for all work given so far, and hands it over. */
  void finish() {
    while (!pending.isEmpty()) {
      pending.remove().handOver();
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private record Pending<T>(Future<T> future, Outcome<T> outcome) {
    void handOver() {
      try {
        outcome.take(future.get(), null);
      } catch (ExecutionException e) {
        outcome.take(null, e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("the audit was interrupted", e);
      }
    }
  }
}
