package io.tallyfast.audit;

/**
 * Keeps the heap small on a machine with much memory. A JVM takes up to a quarter of it before it
 * looks for garbage in earnest, though what an audit keeps is little: so the JVM is asked to look
 * when much has come into its heap since it looked last. Not thread-safe.
 */
final class SmallHeap {
  private static final long LARGE_BYTES = 192L << 20;
  private static final int STEP = 128;

  private long limit = LARGE_BYTES;
  private int steps;

  /** Is told of each class. */
  void step() {
    if (++steps % STEP == 0 && used() > limit) {
      System.gc();
      limit = used() + LARGE_BYTES;
    }
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
