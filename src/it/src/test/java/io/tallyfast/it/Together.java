package io.tallyfast.it;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** Threads that begin at once. Stateless. */
final class Together {
  private static final long PATIENCE_SECONDS = 120;

  private Together() {}

  /** Runs the work on so many threads, tells each its number, and fails if one of them fails. */
  static void run(int threads, IntConsumer work) throws Exception {
    CyclicBarrier start = new CyclicBarrier(threads);
    List<Callable<Void>> all = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      int number = i;
      all.add(
          () -> {
            start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            work.accept(number);
            return null;
          });
    }
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      for (Future<Void> each : pool.invokeAll(all, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        each.get();
      }
    } finally {
      pool.shutdownNow();
    }
  }
}
