package io.tallyfast.runtime;

/**
 * Watches updates that go on as they were compiled, and counts those that are lost. Thread-safe; no
 * lock is held, nothing is read from a map or written into it, and no code of the application is
 * called.
 *
 * <p>A write tells by its own result what it overwrote. When that is not what the update had read,
 * another thread has written in between, and what it wrote is lost. The amount is the difference
 * between the two; added up over all writes of an entry, these differences are what the entry lacks
 * in the end, unless two writes meet in the map itself: {@link ObservedEntry} sees to it that the
 * sum is not too large then.
 */
public final class Observed {
  private Observed() {}

  /** A thread has read what it is going to write back. */
  public static void read(int site) {
    SiteChunk chunk = SiteCounters.chunk(site);
    if (chunk != null) {
      chunk.reads(site);
    }
  }

  /**
   * A thread has written.
   *
   * @param previous what the write says was there
   * @param written what it stored
   * @param seen what was read before: the value, or what {@link Updates#seen} returned
   * @param base what an entry without a value counts as; null for zero
   * @param how {@link How} bits
   * @param site number of the site
   */
  public static void wrote(
      Object previous,
      Object map,
      Object key,
      Object written,
      Object seen,
      Object base,
      int how,
      int site) {
    SiteChunk chunk = SiteCounters.chunk(site);
    if (chunk == null || previous == null && (how & How.REPLACE) != 0) {
      return;
    }
    SiteCounters.hit(site);
    Seen token = seen instanceof Seen s ? s : null;
    if (token != null && (token == Seen.NOTHING || !isOf(token, map, key))) {
      return;
    }
    if (chunk.isOverlapped(site)) {
      chunk.add(site, SiteChunk.OVERLAPS, 1);
    }
    Object believed = token != null ? token.value : seen;
    if (token != null) {
      token.value = written;
    }
    account(chunk, previous, map, key, written, believed, base, how, site);
  }

  /**
   * A thread has written a field or an element.
   *
   * @param previous what was there, taken by the write itself
   * @param holder the object or array; null for a static field
   * @param place name of the field, or index of the element
   * @param written what it stored
   * @param seen what was read before
   * @param how {@link How} bits
   * @param site number of the site
   */
  static void wrote(
      Object previous,
      Object holder,
      Object place,
      Object written,
      Object seen,
      int how,
      int site) {
    SiteChunk chunk = SiteCounters.chunk(site);
    if (chunk == null) {
      return;
    }
    SiteCounters.hit(site);
    if ((how & How.WINDOW) != 0 && chunk.isOverlapped(site)) {
      chunk.add(site, SiteChunk.OVERLAPS, 1);
    }
    account(chunk, previous, holder, place, written, seen, null, how, site);
  }

  private static void account(
      SiteChunk chunk,
      Object previous,
      Object map,
      Object key,
      Object written,
      Object believed,
      Object base,
      int how,
      int site) {
    boolean same = Updates.holds(previous, believed, base);
    switch (how & How.MERGE) {
      case How.DIFFERENCE, How.OPERAND ->
          sum(chunk, site, ObservedEntry.of(map, key), previous, written, believed, base);
      case How.MAX -> {
        if (!same && previous != null && Merges.compare(previous, written) > 0) {
          chunk.addAmount(site, SiteChunk.LOST, 1);
        }
      }
      case How.MIN -> {
        if (!same && previous != null && Merges.compare(previous, written) < 0) {
          chunk.addAmount(site, SiteChunk.LOST, 1);
        }
      }
      default -> {
        if (!same && previous != null) {
          chunk.addAmount(site, SiteChunk.LOST, 1);
        }
      }
    }
  }

  /** A conditional write whose result the application ignores; when it failed, it is lost. */
  public static void replaced(boolean done, int site) {
    SiteCounters.hit(site);
    SiteChunk chunk = SiteCounters.chunk(site);
    if (!done && chunk != null) {
      chunk.addAmount(site, SiteChunk.LOST, 1);
    }
  }

  private static boolean isOf(Seen token, Object map, Object key) {
    if (token.map != map) {
      return false;
    }
    return token.key == key
        || key instanceof String && key.equals(token.key)
        || key instanceof Integer && key.equals(token.key)
        || key instanceof Long && key.equals(token.key);
  }

  private static void sum(
      SiteChunk chunk,
      int site,
      ObservedEntry entry,
      Object previous,
      Object written,
      Object believed,
      Object base) {
    double was = number(believed == null ? base : believed);
    double delta = number(written) - was;
    double step = entry.adds(delta);
    if (Double.isNaN(step)) {
      chunk.addAmount(site, SiteChunk.SIZES, Math.abs(delta));
      chunk.add(site, SiteChunk.UPDATES, 1);
    }
    boolean same = Updates.holds(previous, believed, base);
    double overwritten = number(previous == null ? base : previous);
    if (step == 0) {
      chunk.addAmount(site, SiteChunk.AMOUNT, same ? 0 : overwritten - was);
      chunk.addAmount(site, SiteChunk.LOST, same ? 0 : 1);
      return;
    }
    double sign = Math.signum(Double.isNaN(step) ? delta : step);
    double lost = entry.wrote(was, number(written), overwritten, sign);
    if (lost == 0 && !same && sign * (overwritten - was) < 0) {
      // A reset was overwritten.
      chunk.addAmount(site, SiteChunk.LOST, 1);
    }
    if (lost == 0) {
      return;
    }
    chunk.addAmount(site, SiteChunk.AMOUNT, sign * lost);
    if (Double.isNaN(step)) {
      chunk.addAmount(site, SiteChunk.MIXED, lost);
    } else {
      chunk.addAmount(site, SiteChunk.LOST, lost / Math.abs(step));
    }
  }

  private static double number(Object value) {
    if (value instanceof String text) {
      try {
        return Double.parseDouble(text);
      } catch (NumberFormatException e) {
        return 0;
      }
    }
    return Merges.number(value).doubleValue();
  }
}
