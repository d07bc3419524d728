package io.tallyfast.runtime;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Updates of numbers that an object of the library holds, as one step: what is set to a sum of what
 * was got. Thread-safe.
 *
 * <p>Each stores what was written if the object still holds what was read; otherwise it repeats the
 * update on what is there now, and counts one lost update prevented. When the object that was read
 * is another than the one that is written, it only stores, as the application does. An object that
 * is null, and an index that is out of bounds, end in the same exceptions as before.
 *
 * <p>Atomic variables are compared and set. An entry of a guarded map does it under the map's lock;
 * other entries, and lists, do it under their own monitor, which keeps out what else goes through
 * here, and what a synchronized list does.
 */
public final class Held {
  private static final String VALUE = "value";

  private Held() {}

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

  /** As the methods above, of the value of an entry. */
  public static Object mergeOld(
      Map.Entry<Object, Object> held,
      Object written,
      Object read,
      Object seen,
      Object operand,
      int how,
      int site) {
    if (held != read) {
      return held.setValue(written);
    }
    if (held instanceof MergedEntry entry) {
      return entry.merge(written, seen, operand, how, site);
    }
    synchronized (held) {
      Object now = held.getValue();
      return held.setValue(next(now, written, seen, operand, how, site));
    }
  }

  /** As the methods above, of an element of a list. */
  public static Object mergeOld(
      List<Object> held,
      int index,
      Object written,
      Object read,
      Object seen,
      Object operand,
      int how,
      int site) {
    if (held != read) {
      return held.set(index, written);
    }
    synchronized (held) {
      Object now = held.get(index);
      return held.set(index, next(now, written, seen, operand, how, site));
    }
  }

  /** What to store where {@code now} is held, under a lock. */
  static Object next(Object now, Object written, Object seen, Object operand, int how, int site) {
    if (now == seen || Objects.equals(now, seen)) {
      return written;
    }
    SiteCounters.prevented(site);
    return Boxes.next(now, written, seen, operand, how);
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

  /** As the method above. */
  public static Object observe(
      Map.Entry<Object, Object> held, Object written, Object seen, int how, int site) {
    Object previous = held.setValue(written);
    Observed.wrote(previous, held, VALUE, written, seen, how, site);
    return previous;
  }

  /** As the method above. */
  public static Object observe(
      List<Object> held, int index, Object written, Object seen, int how, int site) {
    Object previous = held.set(index, written);
    Observed.wrote(previous, held, index, written, seen, how, site);
    return previous;
  }
}
