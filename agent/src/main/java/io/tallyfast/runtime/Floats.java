package io.tallyfast.runtime;

import java.lang.invoke.MethodHandle;

/**
 * The ways to one field that holds a float. Immutable, and a record because the JVM then takes the
 * handles for constants. Thread-safe.
 *
 * <p>The holder is null for a static field. What the handles throw, the application gets, as in a
 * {@link NullPointerException} for a holder that is not there.
 *
 * @param getAndAdd adds as one step; null where the field can only be read and written
 * @param get reads
 * @param cas stores if the field still holds what is given; null where it can only be written
 * @param set writes
 */
record Floats(MethodHandle getAndAdd, MethodHandle get, MethodHandle cas, MethodHandle set) {

  /** Adds, and returns what was there before. */
  float addOld(Object holder, float delta) throws Throwable {
    if (getAndAdd != null) {
      return (float) getAndAdd.invokeExact(holder, delta);
    }
    float old = (float) get.invokeExact(holder);
    set.invokeExact(holder, old + delta);
    return old;
  }

  /**
   * Stores what was written if the field still holds what was read; otherwise repeats the update on
   * what it holds now, and counts one lost update prevented.
   *
   * @param how one of {@link How}
   * @param operand what was added: differences of floating point numbers are not exact
   * @param site number of the site
   * @return what was there before
   */
  float mergeOld(Object holder, float written, float seen, double operand, int how, int site)
      throws Throwable {
    if (swap(holder, seen, written)) {
      return seen;
    }
    while (true) {
      float now = (float) get.invokeExact(holder);
      if (swap(holder, now, next(now, written, operand, how))) {
        SiteCounters.prevented(site);
        return now;
      }
    }
  }

  /**
   * Stores what was written if the field still holds what was read; otherwise counts one lost
   * update prevented.
   *
   * @param site number of the site; -1 to count nothing
   * @return whether it was stored
   */
  boolean replace(Object holder, float written, float seen, int site) throws Throwable {
    boolean stored = swap(holder, seen, written);
    if (!stored) {
      SiteCounters.prevented(site);
    }
    return stored;
  }

  /**
   * Stores what was written, as the application does, and tells an observer what was there.
   *
   * @param how one of {@link How}
   * @param site number of the site
   * @param name of the field
   */
  void observe(Object holder, float written, float seen, int how, int site, String name)
      throws Throwable {
    while (true) {
      float previous = (float) get.invokeExact(holder);
      if (swap(holder, previous, written)) {
        Observed.wrote(previous, holder, name, written, seen, how, site);
        return;
      }
    }
  }

  /** What the field holds now. */
  float read(Object holder) throws Throwable {
    return (float) get.invokeExact(holder);
  }

  static float next(float now, float written, double operand, int how) {
    return switch (how) {
      case How.MAX -> Math.max(now, written);
      case How.MIN -> Math.min(now, written);
      default -> (float) (now + operand);
    };
  }

  private boolean swap(Object holder, float from, float to) throws Throwable {
    if (cas != null) {
      return (boolean) cas.invokeExact(holder, from, to);
    }
    set.invokeExact(holder, to);
    return true;
  }
}
