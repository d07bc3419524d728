package io.tallyfast.runtime;

/**
 * Counts the updates that one site makes to one entry, always by the same amount, while it is open.
 * {@link #count} is for all threads; all else is done with the monitor of the map held, but for
 * {@link #isDue}, whose figures are only a guide.
 */
final class Cell {
  /**
   * How much must speak for opening a cell: updates, or {@value #SHARED} for a change of thread.
   */
  private static final int PATIENCE = 256;

  private static final int SHARED = 16;
  private static final int LONGEST_PATIENCE = 1 << 20;

  /** So many updates pay for opening and closing. */
  private static final int WORTH = 256;

  final Object key;
  final int site;
  final long delta;

  /** Whether the entry is a {@code Long}; else it is an {@code Integer}. */
  final boolean wide;

  /** Null until the cell is first opened. */
  private volatile Stripes stripes;

  private boolean open;
  private int patience = PATIENCE;
  private int weight;
  private long lastThread;

  Cell(Object key, int site, long delta, boolean wide) {
    this.key = key;
    this.site = site;
    this.delta = delta;
    this.wide = wide;
  }

  /** Whether this is a cell of the entry; both keys are countable ones. */
  boolean isOf(Object other) {
    return key == other || key.equals(other);
  }

  /** Counts one update; false when the cell is closed. */
  boolean count() {
    Stripes counts = stripes;
    if (counts == null) {
      return false;
    }
    long before = counts.count();
    if (before < 0) {
      return false;
    }
    if ((before & SiteCounters.ONE_IN - 1) == 0) {
      SiteCounters.passed(site, before != 0);
    }
    return true;
  }

  /** Notes one of so many updates that found the cell closed; whether it is time to open it. */
  boolean isDue(int updates) {
    long thread = Thread.currentThread().getId();
    weight += thread == lastThread ? updates : updates * SHARED;
    lastThread = thread;
    return weight >= patience;
  }

  boolean isOpen() {
    return open;
  }

  /** Opens; returns what is new to count in, null when it was there before. */
  Stripes open() {
    open = true;
    weight = 0;
    Stripes known = stripes;
    if (known != null) {
      known.open();
      return null;
    }
    Stripes made = new Stripes(site);
    made.open();
    stripes = made;
    return made;
  }

  /** Closes, and returns how many updates were counted. Who was opened in vain waits longer. */
  long close() {
    Stripes counts = stripes;
    open = false;
    long counted = counts.close();
    patience = counted >= WORTH ? PATIENCE : Math.min(2 * patience, LONGEST_PATIENCE);
    if (counted != 0) {
      SiteCounters.hits(site, counts.unreported(counted));
    }
    return counted;
  }
}
