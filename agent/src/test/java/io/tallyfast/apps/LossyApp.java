package io.tallyfast.apps;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.locks.LockSupport;

/**
 * Counts from several threads, in four ways, and prints what is missing. Three of them read without
 * a lock and write under one: their updates are lost, but never do two threads write at the same
 * moment. The fourth takes no lock at all.
 */
public final class LossyApp {
  private static final int THREADS = 6;
  private static final int EACH = 2_000;
  private static final int TIGHT = 200_000;
  private static final Map<String, Integer> RACING = new HashMap<>();
  private static final Map<String, Integer> TIGHT_COUNTS = new HashMap<>();
  private static final Map<String, Integer> COUNTS = new HashMap<>();
  private static final Map<String, Long> BYTES = new HashMap<>();

  private LossyApp() {}

  /** Prints one line for each way. */
  public static void main(String[] args) throws InterruptedException {
    RACING.put("racing", 0);
    TIGHT_COUNTS.put("tight", 0);
    COUNTS.put("slow", 0);
    BYTES.put("bytes", 0L);
    CyclicBarrier start = new CyclicBarrier(THREADS);
    Thread[] threads = new Thread[THREADS];
    for (int i = 0; i < THREADS; i++) {
      threads[i] = new Thread(() -> count(start));
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    System.out.println("racing " + (THREADS * TIGHT - RACING.get("racing")));
    System.out.println("tight " + (THREADS * TIGHT - TIGHT_COUNTS.get("tight")));
    System.out.println("slow " + (THREADS * EACH - COUNTS.get("slow")));
    long bytes = (long) THREADS * EACH * (EACH + 1) / 2;
    System.out.println("bytes " + (bytes - BYTES.get("bytes")));
  }

  private static void count(CyclicBarrier start) {
    try {
      start.await();
      for (int i = 0; i < TIGHT; i++) {
        RACING.put("racing", RACING.get("racing") + 1);
      }
      start.await();
      for (int i = 0; i < TIGHT; i++) {
        int count = TIGHT_COUNTS.get("tight");
        synchronized (TIGHT_COUNTS) {
          TIGHT_COUNTS.put("tight", count + 1);
        }
      }
      start.await();
      for (int i = 1; i <= EACH; i++) {
        int count = COUNTS.get("slow");
        LockSupport.parkNanos(1);
        synchronized (COUNTS) {
          COUNTS.put("slow", count + 1);
        }
      }
      start.await();
      for (int i = 1; i <= EACH; i++) {
        long bytes = BYTES.get("bytes");
        LockSupport.parkNanos(1);
        synchronized (BYTES) {
          BYTES.put("bytes", bytes + i);
        }
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
