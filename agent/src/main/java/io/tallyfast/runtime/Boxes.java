package io.tallyfast.runtime;

import java.lang.invoke.MethodHandle;

/**
 * The ways to one field that holds a number in a box. Immutable, and a record because the JVM then
 * takes the handles for constants. Thread-safe.
 *
 * <p>The holder is null for a static field.
 *
 * @param get reads
 * @param cas stores if the field still holds the object that is given; null where it can only be
 *     written
 * @param set writes
 */
record Boxes(MethodHandle get, MethodHandle cas, MethodHandle set) {

  /**
   * Stores what was written if the field still holds the object that was read; otherwise repeats
   * the update on what it holds now, and counts one lost update prevented.
   *
   * @param operand what was added, in a box; null where it is what was written minus what was read
   * @param how one of {@link How}
   * @param site number of the site
   * @return what was there before
   */
  Object mergeOld(Object holder, Object written, Object seen, Object operand, int how, int site)
      throws Throwable {
    if (swap(holder, seen, written)) {
      return seen;
    }
    while (true) {
      Object now = (Object) get.invokeExact(holder);
      if (swap(holder, now, next(now, written, seen, operand, how))) {
        SiteCounters.prevented(site);
        return now;
      }
    }
  }

  /** As {@link Ints#observe}. */
  void observe(Object holder, Object written, Object seen, int how, int site, String name)
      throws Throwable {
    while (true) {
      Object previous = (Object) get.invokeExact(holder);
      if (swap(holder, previous, written)) {
        Observed.wrote(previous, holder, name, written, seen, how, site);
        return;
      }
    }
  }

  /** What another thread set to nothing, or to another type, is overwritten as it always was. */
  static Object next(Object now, Object written, Object seen, Object operand, int how) {
    boolean alike = now != null && written != null && now.getClass() == written.getClass();
    return alike ? Merges.merge(how, now, seen, null, operand, written) : written;
  }

  private boolean swap(Object holder, Object from, Object to) throws Throwable {
    if (cas != null) {
      return (boolean) cas.invokeExact(holder, from, to);
    }
    set.invokeExact(holder, to);
    return true;
  }
}
