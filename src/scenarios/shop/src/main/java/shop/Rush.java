package shop;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Customers who all come at once. */
public final class Rush {
  /** How many come. */
  public static final int CUSTOMERS = 8;

  /** How often each of them buys. */
  public static final int EACH = 100;

  private Rush() {}

  /** Lets each customer buy, and waits until all have. */
  public static void run(Callable<?> buying) throws Exception {
    run(Executors.newFixedThreadPool(CUSTOMERS), buying);
  }

  /** Lets each customer buy in a thread of its own, and ends the threads. */
  public static void run(ExecutorService threads, Callable<?> buying) throws Exception {
    try {
      List<Future<?>> customers = new ArrayList<>();
      for (int i = 0; i < CUSTOMERS; i++) {
        customers.add(threads.submit(() -> buyOften(buying)));
      }
      for (Future<?> customer : customers) {
        customer.get();
      }
    } finally {
      threads.shutdown();
    }
  }

  private static Void buyOften(Callable<?> buying) throws Exception {
    for (int i = 0; i < EACH; i++) {
      buying.call();
    }
    return null;
  }
}
