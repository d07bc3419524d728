package io.tallyfast.audit;

/**
 * Keeps the heap small on a machine with much memory. A JVM takes up to a quarter of it before it
 * looks for garbage in earnest, though what an audit keeps is little: so the JVM is asked to look,
 * when its heap has become larger than any audit of one archive needs. Not thread-safe.
 */
final class SmallHeap {
  private static final long LARGE_BYTES = 300L << 20;
  private static final int STEP = 512;

  private int steps;

  /** Is told of each class. */
  void step() {
    if (++steps % STEP == 0 && Runtime.getRuntime().totalMemory() > LARGE_BYTES) {
      System.gc();
    }
  }
}
