package io.tallyfast.agent;

/**
 * Bounds how deep look-ups of class files nest on one thread. A class loader that is asked for a
 * resource may load classes to find it; each of them is transformed, and may want a look-up of its
 * own. Thread-safe.
 */
final class LookupDepth {
  private static final int LIMIT = 4;

  private final ThreadLocal<Integer> depth = new ThreadLocal<>();

  /** Begins a look-up; false when this thread is too deep in others. */
  boolean enter() {
    Integer now = depth.get();
    if (now != null && now >= LIMIT) {
      return false;
    }
    depth.set(now == null ? 1 : now + 1);
    return true;
  }

  /** Ends a look-up that {@link #enter} allowed. Leaves nothing behind on the thread. */
  void leave() {
    Integer now = depth.get();
    if (now == null || now <= 1) {
      depth.remove();
    } else {
      depth.set(now - 1);
    }
  }
}
