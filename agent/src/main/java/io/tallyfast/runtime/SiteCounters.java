package io.tallyfast.runtime;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts, per numbered site, the updates that would have been lost. Thread-safe; a count is never
 * lost, also while room for further sites is made.
 */
public final class SiteCounters {
  private static final int CHUNK = 256;
  private static final AtomicLongArray[] CHUNKS = new AtomicLongArray[4096];

  private SiteCounters() {}

  /** Makes room for sites numbered below {@code size}. Called before a class that uses them. */
  public static synchronized void reserve(int size) {
    for (int i = 0; i < CHUNKS.length && i * CHUNK < size; i++) {
      if (CHUNKS[i] == null) {
        CHUNKS[i] = new AtomicLongArray(CHUNK);
      }
    }
  }

  /** Counts one update of a site that another thread would have overwritten. */
  static void prevented(int site) {
    AtomicLongArray chunk = chunk(site);
    if (chunk == null) {
      chunk = grow(site);
    }
    if (chunk != null) {
      chunk.incrementAndGet(site % CHUNK);
    }
  }

  /** Room for what a build has numbered, where no agent made it; null for no number of a site. */
  private static synchronized AtomicLongArray grow(int site) {
    if (site >= 0 && site / CHUNK < CHUNKS.length && CHUNKS[site / CHUNK] == null) {
      CHUNKS[site / CHUNK] = new AtomicLongArray(CHUNK);
    }
    return chunk(site);
  }

  /** How many lost updates were prevented at all sites together. */
  public static synchronized long prevented() {
    long sum = 0;
    for (AtomicLongArray chunk : CHUNKS) {
      for (int i = 0; chunk != null && i < CHUNK; i++) {
        sum += chunk.get(i);
      }
    }
    return sum;
  }

  /** How many lost updates were prevented at a site; 0 for a number that was never reserved. */
  public static long preventedAt(int site) {
    AtomicLongArray chunk = chunk(site);
    return chunk == null ? 0 : chunk.get(site % CHUNK);
  }

  private static AtomicLongArray chunk(int site) {
    return site < 0 || site / CHUNK >= CHUNKS.length ? null : CHUNKS[site / CHUNK];
  }
}
