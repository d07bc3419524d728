package io.tallyfast.runtime;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/** The counters of a number of sites. Thread-safe, but for {@link #hit}. */
final class SiteChunk {
  static final int SHIFT = 8;
  static final int SITES = 1 << SHIFT;

  static final int PREVENTED = 0;
  static final int TIMED = 1;
  static final int CONTENDED = 2;
  static final int NANOS = 3;
  static final int LONGEST = 4;

  /** This and the next are the bits of doubles. */
  static final int LOST = 5;

  static final int AMOUNT = 6;

  static final int OVERLAPS = 7;

  /** What was lost of entries whose updates differ, the sum of all these updates, their number. */
  static final int MIXED = 8;

  static final int SIZES = 9;
  static final int UPDATES = 10;

  /** 1 when a plain map was met. */
  static final int PLAIN_MAPS = 11;

  private static final int COUNTS = 16;

  /** What is counted together shares a cache line of 64 bytes, and sites share none. */
  private static final int STRIDE = 8;

  private static final int LAST_READER = 1;
  private static final int THREAD_WORDS = 8;

  private final long[] plain = new long[SITES * STRIDE];
  private final AtomicLongArray counts = new AtomicLongArray(SITES * COUNTS);
  private final AtomicLongArray threads = new AtomicLongArray(SITES * THREAD_WORDS);
  private final LongAdder[] hits = new LongAdder[SITES];

  private static int at(int site) {
    return (site & (SITES - 1)) * STRIDE;
  }

  private static int counts(int site) {
    return (site & (SITES - 1)) * COUNTS;
  }

  /** Counts a hit by a plain addition, and returns how many there were before. */
  long hit(int site) {
    return plain[at(site)]++;
  }

  /** Counts hits, whichever locks are held. */
  void hitConcurrently(int site, long count) {
    LongAdder adder = hits[site & (SITES - 1)];
    if (adder == null) {
      adder = adder(site);
    }
    adder.add(count);
  }

  private synchronized LongAdder adder(int site) {
    int index = site & (SITES - 1);
    if (hits[index] == null) {
      hits[index] = new LongAdder();
    }
    return hits[index];
  }

  void add(int site, int what, long count) {
    counts.getAndAdd(counts(site) + what, count);
  }

  void raise(int site, int what, long value) {
    int at = counts(site) + what;
    long known = counts.get(at);
    while (value > known && !counts.compareAndSet(at, known, value)) {
      known = counts.get(at);
    }
  }

  /** Adds to a count that is a double. */
  void addAmount(int site, int what, double amount) {
    int at = counts(site) + what;
    while (true) {
      long bits = counts.get(at);
      long next = Double.doubleToRawLongBits(Double.longBitsToDouble(bits) + amount);
      if (counts.compareAndSet(at, bits, next)) {
        return;
      }
    }
  }

  long get(int site, int what) {
    return counts.get(counts(site) + what);
  }

  /**
   * Notes that this thread was here. Threads whose numbers are a multiple of 512 apart are one: the
   * memory does not grow.
   */
  void seen(int site) {
    long id = Thread.currentThread().getId();
    int word = (site & (SITES - 1)) * THREAD_WORDS + (int) (id >> 6 & THREAD_WORDS - 1);
    long bit = 1L << (id & 63);
    long known = threads.get(word);
    while ((known & bit) == 0 && !threads.compareAndSet(word, known, known | bit)) {
      known = threads.get(word);
    }
  }

  /** Notes that this thread has read. Not atomic: it tells of overlaps, and changes no timing. */
  void reads(int site) {
    plain[at(site) + LAST_READER] = Thread.currentThread().getId();
  }

  /** Whether another thread has read since this one did. */
  boolean isOverlapped(int site) {
    return plain[at(site) + LAST_READER] != Thread.currentThread().getId();
  }

  double[] figures(int site) {
    double[] figures = new double[Figures.COUNT];
    LongAdder adder = hits[site & (SITES - 1)];
    figures[Figures.PREVENTED] = get(site, PREVENTED);
    figures[Figures.HITS] = plain[at(site)] + (adder == null ? 0 : adder.sum());
    figures[Figures.THREADS] = threads(site);
    figures[Figures.TIMED] = get(site, TIMED);
    figures[Figures.CONTENDED] = get(site, CONTENDED);
    figures[Figures.NANOS] = get(site, NANOS);
    figures[Figures.LONGEST] = get(site, LONGEST);
    figures[Figures.LOST] = amount(site, LOST) + mixed(site);
    figures[Figures.AMOUNT] = amount(site, AMOUNT);
    figures[Figures.OVERLAPS] = get(site, OVERLAPS);
    figures[Figures.PLAIN_MAPS] = get(site, PLAIN_MAPS);
    return figures;
  }

  private double amount(int site, int what) {
    return Double.longBitsToDouble(get(site, what));
  }

  /** Lost updates of different sizes, by their mean. */
  private double mixed(int site) {
    double sizes = amount(site, SIZES);
    return sizes == 0 ? 0 : amount(site, MIXED) * get(site, UPDATES) / sizes;
  }

  private int threads(int site) {
    int count = 0;
    for (int i = 0; i < THREAD_WORDS; i++) {
      count += Long.bitCount(threads.get((site & (SITES - 1)) * THREAD_WORDS + i));
    }
    return count;
  }

  void reset() {
    for (int i = 0; i < counts.length(); i++) {
      counts.set(i, 0);
    }
    for (int i = 0; i < plain.length; i++) {
      plain[i] = 0;
    }
    for (int i = 0; i < threads.length(); i++) {
      threads.set(i, 0);
    }
    for (LongAdder adder : hits) {
      if (adder != null) {
        adder.reset();
      }
    }
  }
}
