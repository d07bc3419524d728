package io.tallyfast.report;

import java.util.List;

/**
 * What a summary says more when class files were read, and nothing was run. Immutable.
 *
 * @param unprotected how many sites nothing protects; here and below without the accepted ones
 * @param mixed how many sites hold a lock that others ignore
 * @param protectedSites how many sites hold the lock that all others hold
 * @param atomic how many sites use an atomic operation
 * @param confined how many sites only one thread reaches
 * @param baselined how many sites lose updates and are accepted by the baseline
 * @param classesRead how many classes were looked at
 * @param unreadable what could not be looked at, in words
 */
public record Scan(
    int unprotected,
    int mixed,
    int protectedSites,
    int atomic,
    int confined,
    int baselined,
    int classesRead,
    List<String> unreadable) {
  /** No class file was read. */
  public static final Scan NONE = new Scan(0, 0, 0, 0, 0, 0, -1, List.of());

  /** Copies the list. */
  public Scan {
    unreadable = List.copyOf(unreadable);
  }

  /** Whether class files were read. */
  public boolean isDone() {
    return classesRead >= 0;
  }

  /** How many sites lose nothing. */
  public int safe() {
    return protectedSites + atomic + confined;
  }
}
