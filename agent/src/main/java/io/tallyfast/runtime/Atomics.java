package io.tallyfast.runtime;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Updates of atomic variables, and of elements of atomic arrays, as one step: what is set to a sum
 * of what was got. Thread-safe.
 *
 * <p>Each stores what was written if the variable still holds what was read; otherwise it repeats
 * the update on what is there now, and counts one lost update prevented. When the variable that was
 * read is another than the one that is written, it only stores, as the application does. A variable
 * that is null, and an index that is out of bounds, end in the same exceptions as before.
 */
public final class Atomics {
  private static final String VALUE = "value";

  private Atomics() {}

  /**
   * Updates an atomic variable.
   *
   * @param read the one that was read
   * @param how one of {@link How}
   * @param site number of the site
   * @return what was there before
   */
  public static int mergeOld(
      AtomicInteger held, int written, Object read, int seen, int how, int site) {
    if (held != read) {
      return held.getAndSet(written);
    }
    if (held.compareAndSet(seen, written)) {
      return seen;
    }
    while (true) {
      int now = held.get();
      if (held.compareAndSet(now, Ints.next(now, written, seen, how))) {
        SiteCounters.prevented(site);
        return now;
      }
    }
  }

  /** As the method above. */
  public static long mergeOld(
      AtomicLong held, long written, Object read, long seen, int how, int site) {
    if (held != read) {
      return held.getAndSet(written);
    }
    if (held.compareAndSet(seen, written)) {
      return seen;
    }
    while (true) {
      long now = held.get();
      if (held.compareAndSet(now, Longs.next(now, written, seen, how))) {
        SiteCounters.prevented(site);
        return now;
      }
    }
  }

  /**
   * As the method above, of a number in a box.
   *
   * @param operand what was added, in a box; null where it is what was written minus what was read
   */
  public static Object mergeOld(
      AtomicReference<Object> held,
      Object written,
      Object read,
      Object seen,
      Object operand,
      int how,
      int site) {
    if (held != read) {
      return held.getAndSet(written);
    }
    if (held.compareAndSet(seen, written)) {
      return seen;
    }
    while (true) {
      Object now = held.get();
      if (held.compareAndSet(now, Boxes.next(now, written, seen, operand, how))) {
        SiteCounters.prevented(site);
        return now;
      }
    }
  }

  /** As the methods above, of an element. */
  public static int mergeOld(
      AtomicIntegerArray held, int index, int written, Object read, int seen, int how, int site) {
    if (held != read) {
      return held.getAndSet(index, written);
    }
    if (held.compareAndSet(index, seen, written)) {
      return seen;
    }
    while (true) {
      int now = held.get(index);
      if (held.compareAndSet(index, now, Ints.next(now, written, seen, how))) {
        SiteCounters.prevented(site);
        return now;
      }
    }
  }

  /** As the methods above, of an element. */
  public static long mergeOld(
      AtomicLongArray held, int index, long written, Object read, long seen, int how, int site) {
    if (held != read) {
      return held.getAndSet(index, written);
    }
    if (held.compareAndSet(index, seen, written)) {
      return seen;
    }
    while (true) {
      long now = held.get(index);
      if (held.compareAndSet(index, now, Longs.next(now, written, seen, how))) {
        SiteCounters.prevented(site);
        return now;
      }
    }
  }

  /** As the methods above, of an element. */
  public static Object mergeOld(
      AtomicReferenceArray<Object> held,
      int index,
      Object written,
      Object read,
      Object seen,
      Object operand,
      int how,
      int site) {
    if (held != read) {
      return held.getAndSet(index, written);
    }
    if (held.compareAndSet(index, seen, written)) {
      return seen;
    }
    while (true) {
      Object now = held.get(index);
      if (held.compareAndSet(index, now, Boxes.next(now, written, seen, operand, how))) {
        SiteCounters.prevented(site);
        return now;
      }
    }
  }

  /**
   * Stores what was written, as the application does, and tells an observer what was there.
   *
   * @param how one of {@link How}
   * @param site number of the site
   * @return what was there before
   */
  public static int observe(AtomicInteger held, int written, int seen, int how, int site) {
    int previous = held.getAndSet(written);
    Observed.wrote(previous, held, VALUE, written, seen, how, site);
    return previous;
  }

  /** As the method above. */
  public static long observe(AtomicLong held, long written, long seen, int how, int site) {
    long previous = held.getAndSet(written);
    Observed.wrote(previous, held, VALUE, written, seen, how, site);
    return previous;
  }

  /** As the method above. */
  public static Object observe(
      AtomicReference<Object> held, Object written, Object seen, int how, int site) {
    Object previous = held.getAndSet(written);
    Observed.wrote(previous, held, VALUE, written, seen, how, site);
    return previous;
  }

  /** As the method above. */
  public static int observe(
      AtomicIntegerArray held, int index, int written, int seen, int how, int site) {
    int previous = held.getAndSet(index, written);
    Observed.wrote(previous, held, index, written, seen, how, site);
    return previous;
  }

  /** As the method above. */
  public static long observe(
      AtomicLongArray held, int index, long written, long seen, int how, int site) {
    long previous = held.getAndSet(index, written);
    Observed.wrote(previous, held, index, written, seen, how, site);
    return previous;
  }

  /** As the method above. */
  public static Object observe(
      AtomicReferenceArray<Object> held,
      int index,
      Object written,
      Object seen,
      int how,
      int site) {
    Object previous = held.getAndSet(index, written);
    Observed.wrote(previous, held, index, written, seen, how, site);
    return previous;
  }
}
