package shop;

import java.io.OutputStream;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The shop as a program. */
public final class Shop {
  private Shop() {}

  /**
   * Sells, and prints what was sold; in virtual threads if the first argument says so. If it is
   * "stay", it ends when its input does.
   */
  public static void main(String[] args) throws Exception {
    Sales sales = new Sales();
    boolean virtual = args.length > 0 && args[0].equals("virtual");
    sell(virtual ? virtualThreads() : Executors.newFixedThreadPool(Rush.CUSTOMERS), sales);
    if (args.length > 0 && args[0].equals("stay")) {
      System.in.transferTo(OutputStream.nullOutputStream());
    }
  }

  /** Sells, and prints what was sold. */
  public static void sell(ExecutorService threads, Counting sales) throws Exception {
    Rush.run(
        threads,
        () -> {
          sales.sell();
          return null;
        });
    System.out.println(sales);
  }

  /** By reflection, since they are newer than what this is compiled for. */
  private static ExecutorService virtualThreads() throws ReflectiveOperationException {
    return (ExecutorService)
        Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
  }
}
