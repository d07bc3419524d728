import java.util.concurrent.CyclicBarrier;

/**
 * Runs one operation of a published class from several threads that start together, and prints how
 * many updates there should be and how many were counted.
 *
 * <p>Usage: {@code java Drive BUG THREADS OPERATIONS}, where BUG is a {@link Bug} with a constructor
 * that takes nothing.
 */
public final class Drive {
  /** Written now and then: else the JIT compiler adds many updates up before it writes one. */
  private static volatile int seen;

  private Drive() {}

  /** One bug. */
  public interface Bug {
    /** One operation, called from every thread. */
    void hit() throws Throwable;

    /** What was counted since the object was made. */
    long counted() throws Throwable;

    /** How much one operation adds. */
    default long each() {
      return 1;
    }
  }

  public static void main(String[] args) throws Throwable {
    Bug bug = (Bug) Class.forName(args[0]).getDeclaredConstructor().newInstance();
    int threads = Integer.parseInt(args[1]);
    int operations = Integer.parseInt(args[2]);
    CyclicBarrier start = new CyclicBarrier(threads);
    Thread[] all = new Thread[threads];
    for (int t = 0; t < threads; t++) {
      all[t] = new Thread(() -> run(bug, operations, start));
      all[t].start();
    }
    for (Thread thread : all) {
      thread.join();
    }
    System.out.println("expected " + (long) threads * operations * bug.each());
    System.out.println("counted " + bug.counted());
  }

  private static void run(Bug bug, int operations, CyclicBarrier start) {
    try {
      start.await();
      for (int i = 0; i < operations; i++) {
        bug.hit();
        if (i % 16 == 0) {
          seen = i;
        }
      }
    } catch (Throwable e) {
      e.printStackTrace();
    }
  }
}
