package io.tallyfast.apps;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;

/** Counts in fields, an array and held objects from several threads at once, without a lock. */
public final class RacyFieldsApp {
  private static final int THREADS = 4;
  private static final int EACH = 1_000_000;
  private static volatile long current;
  private static int requests;

  private final long[] errorCounts = new long[2];
  private final Map<String, Holder> holders = new ConcurrentHashMap<>();
  private final VolatileLevel.Inherited elsewhere = new VolatileLevel.Inherited();
  private long hits;
  private volatile int retries;

  private RacyFieldsApp() {
    holders.put("a", new Holder());
  }

  /** Prints how many updates are missing in the end. */
  public static void main(String[] args) throws InterruptedException {
    RacyFieldsApp app = new RacyFieldsApp();
    CyclicBarrier start = new CyclicBarrier(THREADS);
    Thread[] threads = new Thread[THREADS];
    for (int i = 0; i < THREADS; i++) {
      threads[i] = new Thread(() -> app.run(start));
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    int all = THREADS * EACH;
    System.out.println("volatile " + (all - app.retries));
    System.out.println("elsewhere " + (all - app.elsewhere.level));
    System.out.println("plain " + (all - app.hits));
    System.out.println("static " + (all - requests));
    System.out.println("array " + (all - app.errorCounts[1]));
    System.out.println("held " + (all - app.holders.get("a").n));
    System.out.println("turn " + (all % 1_000_003 - app.holders.get("a").turn));
    System.out.println("product " + (power(all) - app.holders.get("a").product));
    System.out.println("between " + (all - app.holders.get("a").between));
  }

  private static long power(int times) {
    long power = 1;
    for (int i = 0; i < times; i++) {
      power *= 3;
    }
    return power;
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // That it loses is what the test is about.
  private void run(CyclicBarrier start) {
    try {
      start.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    for (int i = 0; i < EACH; i++) {
      retries++;
      elsewhere.level++;
      hits++;
      requests++;
      errorCounts[1] += 1;
      holders.get("a").hit();
      if (i % 16 == 0) {
        // A store that others see at once: else the JIT compiler adds many up before it writes.
        current = i;
      }
    }
  }

  private static final class Holder {
    private int n;
    private long between;
    private volatile int turn;
    private volatile long product = 1;

    void hit() {
      turn = (turn + 1) % 1_000_003;
      product *= 3;
      n++;
      long before = between;
      if (current >= 0) {
        between = before + 1;
      }
    }
  }
}
