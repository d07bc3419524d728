package io.tallyfast.report;

/**
 * What happened at a site, or at several together, while the application ran. Immutable. Which
 * figures are exact stands in {@code docs/evidence.md}.
 *
 * @param prevented lost updates that were prevented
 * @param hits updates; 0 where they are not counted
 * @param threads threads that updated, at least
 * @param lost updates that were lost, in a mode that lets them
 * @param lostAmount what the lost updates would have added
 * @param overlaps windows between a read and a write in which another thread read too
 * @param waiting what the updates waited for their lock
 * @param plainMaps whether a map was updated that is guarded here only: it is no guarded one, and
 *     does not keep threads apart by itself either
 */
public record Evidence(
    long prevented,
    long hits,
    int threads,
    long lost,
    double lostAmount,
    long overlaps,
    Waiting waiting,
    boolean plainMaps) {
  /** Nothing happened, or nothing was looked at. */
  public static final Evidence NONE = ofPrevented(0);

  /**
   * What a sample of the updates waited for their lock. Immutable.
   *
   * @param timed how many updates were timed
   * @param contended how many of those had to wait
   * @param nanos the sum of their times, in nanoseconds
   * @param longestNanos the longest of those that had to wait, in nanoseconds
   */
  public record Waiting(long timed, long contended, long nanos, long longestNanos) {
    /** Nothing was timed. */
    public static final Waiting NONE = new Waiting(0, 0, 0, 0);

    Waiting plus(Waiting other) {
      return new Waiting(
          timed + other.timed,
          contended + other.contended,
          nanos + other.nanos,
          Math.max(longestNanos, other.longestNanos));
    }
  }

  /** Evidence of a site where no plain map was met. */
  public Evidence(
      long prevented,
      long hits,
      int threads,
      long lost,
      double lostAmount,
      long overlaps,
      Waiting waiting) {
    this(prevented, hits, threads, lost, lostAmount, overlaps, waiting, false);
  }

  /** Evidence of which nothing else is known. */
  public static Evidence ofPrevented(long prevented) {
    return new Evidence(prevented, 0, 0, 0, 0, 0, Waiting.NONE);
  }

  /**
   * Both together. Counts are added; of threads the larger number stands, since nobody knows
   * whether they are the same ones.
   */
  public Evidence plus(Evidence other) {
    return new Evidence(
        prevented + other.prevented,
        hits + other.hits,
        Math.max(threads, other.threads),
        lost + other.lost,
        lostAmount + other.lostAmount,
        overlaps + other.overlaps,
        waiting.plus(other.waiting),
        plainMaps || other.plainMaps);
  }
}
