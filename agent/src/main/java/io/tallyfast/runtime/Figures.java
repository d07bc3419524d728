package io.tallyfast.runtime;

/** Where each figure of a site stands in what {@link SiteCounters#figures} returns. */
public final class Figures {
  /** Lost updates that were prevented. */
  public static final int PREVENTED = 0;

  /** Updates. */
  public static final int HITS = 1;

  /** Threads, at least. */
  public static final int THREADS = 2;

  /** Updates of which the time to get the lock was taken. */
  public static final int TIMED = 3;

  /** Of those, how many had to wait. */
  public static final int CONTENDED = 4;

  /** The sum of those times, in nanoseconds. */
  public static final int NANOS = 5;

  /** The longest of those times, in nanoseconds; 0 when none had to wait. */
  public static final int LONGEST = 6;

  /** Updates that were lost. */
  public static final int LOST = 7;

  /** What the lost updates would have added. */
  public static final int AMOUNT = 8;

  /** Windows between a read and a write in which another thread read too. */
  public static final int OVERLAPS = 9;

  /** 1 when a map was met that neither is a guarded one nor keeps threads apart by itself. */
  public static final int PLAIN_MAPS = 10;

  /** How many figures there are. */
  public static final int COUNT = 11;

  private Figures() {}
}
