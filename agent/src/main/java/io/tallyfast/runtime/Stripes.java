package io.tallyfast.runtime;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts updates of one cell: a word for each of a few groups of threads, each word on cache lines
 * of its own, so that threads do not wait for each other's. Created closed. Thread-safe; it is
 * opened and closed by one thread at a time.
 *
 * <p>A word is closed by an exchange. So a count is either in what {@link #close} returns, or is
 * refused; there is nothing in between.
 */
final class Stripes {
  /** Far enough below zero that what is counted in vain never gets up to it. */
  private static final long CLOSED = Long.MIN_VALUE;

  /** Twice the processors, so that two threads that run seldom share a word; a power of two. */
  private static final int STRIPES =
      Math.min(16, Integer.highestOneBit(2 * Runtime.getRuntime().availableProcessors()));

  /** Words of 8 bytes from one stripe to the next: processors fetch lines of 64 bytes in pairs. */
  private static final int STRIDE = 16;

  final int site;
  private final AtomicLongArray words = new AtomicLongArray((STRIPES + 2) * STRIDE);

  /** What figures were reset at, of what is counted now. */
  private volatile long forgotten;

  Stripes(int site) {
    this.site = site;
    for (int i = 0; i < STRIPES; i++) {
      words.set(at(i), CLOSED);
    }
  }

  private static int at(int stripe) {
    return (stripe + 1) * STRIDE;
  }

  /** Counts one, and returns how many were counted in the same word; negative when refused. */
  long count() {
    int stripe = (int) Thread.currentThread().getId() & STRIPES - 1;
    return words.getAndAdd(at(stripe), 1);
  }

  /** Begins to count, from zero. */
  void open() {
    forgotten = 0;
    for (int i = 0; i < STRIPES; i++) {
      words.set(at(i), 0);
    }
  }

  /** Refuses to count from now on, and returns what was counted. */
  long close() {
    long sum = 0;
    for (int i = 0; i < STRIPES; i++) {
      sum += Math.max(0, words.getAndSet(at(i), CLOSED));
    }
    return sum;
  }

  private long counted() {
    long sum = 0;
    for (int i = 0; i < STRIPES; i++) {
      sum += Math.max(0, words.get(at(i)));
    }
    return sum;
  }

  /** The part of a count that the figures of the site do not know yet. */
  long unreported(long counted) {
    return counted - forgotten;
  }

  /** What was counted and is not yet part of the figures of the site. */
  long pending() {
    return Math.max(0, unreported(counted()));
  }

  /** Leaves what was counted out of the figures of the site; the entry gets it all the same. */
  void forget() {
    forgotten = counted();
  }
}
