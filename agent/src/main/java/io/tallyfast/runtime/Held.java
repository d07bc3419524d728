package io.tallyfast.runtime;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Updates of numbers in entries of maps and in lists, as one step: what is set to a sum of what was
 * got. Thread-safe.
 *
 * <p>Each stores what was written if the entry or list still holds what was read; otherwise it
 * repeats the update on what is there now, and counts one lost update prevented. When the object
 * that was read is another than the one that is written, it only stores, as the application does.
 * An object that is null, and an index that is out of bounds, end in the same exceptions as before.
 *
 * <p>An entry of a guarded map does it under the map's lock; other entries, and lists, do it under
 * their own monitor, which keeps out what else goes through here, and what a synchronized list
 * does.
 */
public final class Held {
  private Held() {}

  /**
   * Updates the value of an entry.
   *
   * @param read the one that was read
   * @param operand what was added, in a box; null where it is what was written minus what was read
   * @param how one of {@link How}
   * @param site number of the site
   * @return what was there before
   */
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

  /** As the method above, of an element of a list. */
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
  public static Object observe(
      Map.Entry<Object, Object> held, Object written, Object seen, int how, int site) {
    Object previous = held.setValue(written);
    Observed.wrote(previous, held, "value", written, seen, how, site);
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
