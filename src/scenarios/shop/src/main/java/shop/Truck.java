package shop;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Takes a while, and drives when all customers are there. Who counts across a drive loses updates:
 * each customer has read what was there before it.
 */
public final class Truck {
  private static final int PATIENCE = 60;

  private final CyclicBarrier full = new CyclicBarrier(Rush.CUSTOMERS);

  /** Waits for the other customers. */
  public void drive() {
    try {
      full.await(PATIENCE, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException("a customer is missing", e);
    }
  }
}
