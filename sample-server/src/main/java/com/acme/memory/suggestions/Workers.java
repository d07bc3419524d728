package com.acme.memory.suggestions;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A fixed number of daemon threads with a bounded queue. Thread-safe. */
final class Workers implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Workers.class);
  private static final int MOST_WAITING = 10_000;
  private static final long STOP_SECONDS = 5;

  /** Null without threads. */
  private final ThreadPoolExecutor pool;

  Workers(int threads, String name) {
    pool = threads == 0 ? null : pool(threads, name);
  }

  private static ThreadPoolExecutor pool(int threads, String name) {
    AtomicInteger number = new AtomicInteger();
    return new ThreadPoolExecutor(
        threads,
        threads,
        0,
        TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(MOST_WAITING),
        work -> {
          Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        });
  }

  /** Queues work, and returns whether there was a thread and room for it. */
  boolean submit(Runnable work) {
    if (pool == null) {
      return false;
    }
    try {
      pool.execute(() -> run(work));
      return true;
    } catch (RejectedExecutionException e) {
      log.debug("too much to do", e);
      return false;
    }
  }

  private static void run(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      log.error("a turn could not be looked at", e);
    }
  }

  /** Lets queued work finish, for some seconds. */
  @Override
  public void close() {
    if (pool == null) {
      return;
    }
    pool.shutdown();
    try {
      if (!pool.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        log.warn("{} turns were not looked at", pool.shutdownNow().size());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
