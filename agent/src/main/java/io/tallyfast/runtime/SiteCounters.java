package io.tallyfast.runtime;

import java.util.concurrent.ThreadLocalRandom;

/**
 * Counts, per numbered site, what happens there. Thread-safe.
 *
 * <p>What is rare is counted exactly, with atomic operations. What happens at each update costs
 * less: hits are counted by plain additions under the lock that the update holds anyway, and the
 * time that it took to get the lock is taken of one update in {@value #ONE_IN}, chosen at random by
 * each thread for itself. A choice by a shared counter would depend on who waits for whom.
 */
public final class SiteCounters {
  /** Of so many updates one is timed, on average. */
  public static final int ONE_IN = 1024;

  /** An uncontended lock takes less than this many nanoseconds, but for a pause of the thread. */
  public static final long CONTENDED_NANOS = 1_000;

  /** So many first hits of a site note the thread; later ones only when they are timed. */
  private static final int FIRST_HITS = 256;

  private static final SiteChunk[] CHUNKS = new SiteChunk[4096];

  /** Told of what is rare; null when nobody listens. Looked at only where it would be told. */
  private static volatile Listener listener;

  /** What cells have counted; null until there are any, since that class is defined on demand. */
  private static volatile CellCounts cells;

  private SiteCounters() {}

  /** Makes room for sites numbered below {@code size}. Called before a class that uses them. */
  public static synchronized void reserve(int size) {
    for (int i = 0; i < CHUNKS.length && i * SiteChunk.SITES < size; i++) {
      if (CHUNKS[i] == null) {
        CHUNKS[i] = new SiteChunk();
      }
    }
  }

  /** Begins an update that takes a lock: the time, or 0 when this one is not timed. */
  static long entering() {
    boolean timed = (ThreadLocalRandom.current().nextInt() & (ONE_IN - 1)) == 0;
    return timed ? System.nanoTime() | 1 : 0;
  }

  /**
   * Counts an update. Called with the lock held; the count is exact as long as all updates of the
   * site take the same lock.
   *
   * @param clock what {@link #entering} returned
   * @param map the map that is updated
   * @return the nanoseconds that it took to get the lock, at least 1, or 0 when it was not timed
   */
  static long entered(int site, long clock, Object map) {
    SiteChunk chunk = chunk(site);
    if (chunk != null && chunk.hit(site) < FIRST_HITS) {
      chunk.seen(site);
      met(site, map);
    }
    if (clock == 0) {
      return 0;
    }
    long waited = Math.max(1, System.nanoTime() - clock);
    met(site, map);
    return waited;
  }

  /** Notes whether a map is a plain one, whose readers elsewhere nobody guards. */
  static void met(int site, Object map) {
    SiteChunk chunk = chunk(site);
    if (chunk != null && chunk.get(site, SiteChunk.PLAIN_MAPS) == 0 && MapKinds.isPlain(map)) {
      chunk.raise(site, SiteChunk.PLAIN_MAPS, 1);
    }
  }

  /** Ends an update, after the lock was given back. */
  static void left(int site, long waited) {
    if (waited != 0) {
      timed(site, waited);
    }
  }

  private static void timed(int site, long waited) {
    SiteChunk chunk = chunk(site);
    if (chunk == null) {
      return;
    }
    chunk.seen(site);
    chunk.add(site, SiteChunk.TIMED, 1);
    chunk.add(site, SiteChunk.NANOS, waited);
    if (waited >= CONTENDED_NANOS) {
      chunk.add(site, SiteChunk.CONTENDED, 1);
      chunk.raise(site, SiteChunk.LONGEST, waited);
      Listener told = listener;
      if (told != null) {
        told.waited(site, waited);
      }
    }
  }

  /** Notes an update that a cell has taken: this thread, and when timed, that it did not wait. */
  static void passed(int site, boolean timed) {
    SiteChunk chunk = chunk(site);
    if (chunk != null) {
      chunk.seen(site);
      chunk.add(site, SiteChunk.TIMED, timed ? 1 : 0);
    }
  }

  /** Counts what cells have counted; exact. */
  static void hits(int site, long count) {
    SiteChunk chunk = chunk(site);
    if (chunk != null) {
      chunk.hitConcurrently(site, count);
    }
  }

  /** Has the figures contain what cells have counted. */
  static void alsoCount(CellCounts counts) {
    cells = counts;
  }

  /** Counts an update that takes no lock of the map; exact. */
  public static void hit(int site) {
    SiteChunk chunk = chunk(site);
    if (chunk != null) {
      chunk.hitConcurrently(site, 1);
      chunk.seen(site);
    }
  }

  /**
   * Counts one update of a site that another thread would have overwritten. Called after the update
   * has given its lock back, since whoever listens is told.
   */
  static void prevented(int site) {
    SiteChunk chunk = chunk(site);
    if (chunk == null) {
      return;
    }
    chunk.add(site, SiteChunk.PREVENTED, 1);
    chunk.seen(site);
    Listener told = listener;
    if (told != null) {
      told.prevented(site);
    }
  }

  /** Has somebody told of what is rare from now on; null for nobody. */
  public static void listen(Listener next) {
    listener = next;
  }

  /** How many lost updates were prevented at all sites together. */
  public static synchronized long prevented() {
    long sum = 0;
    for (SiteChunk chunk : CHUNKS) {
      for (int i = 0; chunk != null && i < SiteChunk.SITES; i++) {
        sum += chunk.get(i, SiteChunk.PREVENTED);
      }
    }
    return sum;
  }

  /** How many lost updates were prevented at a site; 0 for a number that was never reserved. */
  public static long preventedAt(int site) {
    SiteChunk chunk = chunk(site);
    return chunk == null ? 0 : chunk.get(site, SiteChunk.PREVENTED);
  }

  /** The figures of a site, in the order of the constants of {@link Figures}. */
  public static double[] figures(int site) {
    SiteChunk chunk = chunk(site);
    CellCounts also = cells;
    if (also != null) {
      also.keepWhatIsGone();
    }
    double[] figures = chunk == null ? new double[Figures.COUNT] : chunk.figures(site);
    if (also != null) {
      figures[Figures.HITS] += also.pending(site);
    }
    return figures;
  }

  /** Starts all figures from zero. What threads count meanwhile may go either way. */
  public static void reset() {
    CellCounts also = cells;
    if (also != null) {
      also.forget();
    }
    resetChunks();
  }

  private static synchronized void resetChunks() {
    for (SiteChunk chunk : CHUNKS) {
      if (chunk != null) {
        chunk.reset();
      }
    }
  }

  /** The counters that a site belongs to; null for no number of a site. */
  static SiteChunk chunk(int site) {
    int index = site >> SiteChunk.SHIFT;
    if (index < 0 || index >= CHUNKS.length) {
      return null;
    }
    SiteChunk chunk = CHUNKS[index];
    return chunk == null ? grow(index) : chunk;
  }

  /** Room for what a build has numbered, where no agent made it. */
  private static synchronized SiteChunk grow(int index) {
    if (CHUNKS[index] == null) {
      CHUNKS[index] = new SiteChunk();
    }
    return CHUNKS[index];
  }
}
