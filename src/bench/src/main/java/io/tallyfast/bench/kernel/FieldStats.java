package io.tallyfast.bench.kernel;

/** A statistic in a field that threads share. Racy. */
public class FieldStats {
  private volatile long hits;
  private long queryCount;

  /** Counts in a volatile field. */
  public void hit() {
    hits++;
  }

  /** Counts in a plain field. */
  public void query() {
    queryCount++;
  }

  /** What was counted. */
  public String report() {
    return hits + " hits, " + queryCount + " queries";
  }
}
