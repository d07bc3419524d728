package com.acme.memory.pruning;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Prunes what is of some age at intervals, on one daemon thread. Thread-safe. */
final class PruneSchedule implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(PruneSchedule.class);
  private static final long STOP_SECONDS = 5;

  private final Consumer<Duration> work;
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, PruneSchedule::daemon);
  private ScheduledFuture<?> runs;

  PruneSchedule(Consumer<Duration> work) {
    this.work = work;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "pruner");
    thread.setDaemon(true);
    return thread;
  }

  /** Runs at this interval from now on, the first time after one; zero for no more. */
  synchronized void every(Duration interval, Duration age) {
    if (runs != null) {
      runs.cancel(false);
      awaitRun();
      runs = null;
    }
    if (!interval.isZero()) {
      long nanos = interval.toNanos();
      runs = timer.scheduleWithFixedDelay(() -> runOnce(age), nanos, nanos, TimeUnit.NANOSECONDS);
    }
  }

  /** The timer would never call again what failed once. */
  private void runOnce(Duration age) {
    try {
      work.accept(age);
    } catch (RuntimeException e) {
      log.error("pruning failed", e);
    }
  }

  /** There is only one thread, so that what comes behind a run begins when that has ended. */
  private void awaitRun() {
    try {
      timer.submit(() -> {}).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("nothing cannot fail", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    timer.shutdown();
    try {
      if (!timer.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        log.warn("a run of the pruner did not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
