package io.tallyfast.apps;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.locks.LockSupport;

/** Counts from several threads at once, without a lock. */
public final class RacyApp {
  private static final int THREADS = 8;
  private static final int EACH = 2_000;
  private static final Map<String, Integer> COUNTS = new HashMap<>();

  private RacyApp() {}

  /** Prints how many updates are missing in the end. */
  public static void main(String[] args) throws InterruptedException {
    COUNTS.put("hits", 0);
    CyclicBarrier start = new CyclicBarrier(THREADS);
    Thread[] threads = new Thread[THREADS];
    for (int i = 0; i < THREADS; i++) {
      threads[i] = new Thread(new Counting(start));
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    System.out.println("missing " + (THREADS * EACH - COUNTS.get("hits")));
  }

  private static final class Counting implements Runnable {
    private final CyclicBarrier start;

    Counting(CyclicBarrier start) {
      this.start = start;
    }

    @Override
    public void run() {
      try {
        start.await();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
      for (int i = 0; i < EACH; i++) {
        Integer count = COUNTS.get("hits");
        LockSupport.parkNanos(1);
        COUNTS.put("hits", count + 1);
      }
    }
  }
}
