package io.tallyfast.apps;

import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.locks.LockSupport;

/**
 * Counts in fields and an element from several threads without a lock, and prints what is missing.
 */
public final class LossyFieldsApp {
  private static final int THREADS = 6;
  private static final int EACH = 2_000;
  private static final int TIGHT = 200_000;
  private static long bytes;

  private final int[] rowCounts = new int[3];
  private volatile int slow;
  private volatile long tight;
  private volatile int bits;

  private LossyFieldsApp() {}

  /** Prints one line for each way. */
  public static void main(String[] args) throws InterruptedException {
    LossyFieldsApp app = new LossyFieldsApp();
    CyclicBarrier start = new CyclicBarrier(THREADS);
    Thread[] threads = new Thread[THREADS];
    for (int i = 0; i < THREADS; i++) {
      threads[i] = new Thread(() -> app.run(start));
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    System.out.println("slow " + (THREADS * EACH - app.slow));
    System.out.println("bytes " + ((long) THREADS * EACH * (EACH + 1) / 2 - bytes));
    System.out.println("rowCounts " + (THREADS * EACH - app.rowCounts[2]));
    System.out.println("tight " + (THREADS * TIGHT - app.tight));
    System.out.println("bits " + app.bits);
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // That it loses is what the test is about.
  private void run(CyclicBarrier start) {
    try {
      start.await();
      for (int i = 1; i <= EACH; i++) {
        int count = slow;
        LockSupport.parkNanos(1);
        slow = count + 1;
      }
      start.await();
      for (int i = 1; i <= EACH; i++) {
        long before = bytes;
        LockSupport.parkNanos(1);
        bytes = before + i;
      }
      start.await();
      for (int i = 1; i <= EACH; i++) {
        int rows = rowCounts[2];
        LockSupport.parkNanos(1);
        rowCounts[2] = rows + 1;
      }
      start.await();
      for (int i = 0; i < TIGHT; i++) {
        tight++;
      }
      start.await();
      for (int i = 0; i < EACH; i++) {
        int old = bits;
        LockSupport.parkNanos(1);
        bits = old ^ i;
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
