package io.tallyfast.report;

import java.util.List;
import java.util.Map;

/**
 * What a summary says more when nothing was rewritten: class files were read, or classes audited as
 * they load. Immutable.
 *
 * @param unprotected how many sites nothing protects; here and below without the accepted ones
 * @param mixed how many sites hold a lock that others ignore
 * @param protectedSites how many sites hold the lock that all others hold
 * @param atomic how many sites use an atomic operation
 * @param confined how many sites only one thread reaches
 * @param baselined how many sites lose updates and are accepted by the baseline
 * @param classesRead how many classes were looked at
 * @param unreadable what could not be looked at, in words
 * @param loaded where a JVM got the classes from, by binary name; empty when none runs
 */
public record Scan(
    int unprotected,
    int mixed,
    int protectedSites,
    int atomic,
    int confined,
    int baselined,
    int classesRead,
    List<String> unreadable,
    Map<String, List<LoadedFrom>> loaded) {
  /** There was none. */
  public static final Scan NONE = none(List.of());

  /** There was no audit, and something could not be looked at. */
  public static Scan none(List<String> unreadable) {
    return new Scan(0, 0, 0, 0, 0, 0, -1, unreadable, Map.of());
  }

  /** Copies what could be changed. */
  public Scan {
    unreadable = List.copyOf(unreadable);
    loaded = Map.copyOf(loaded);
  }

  /** Where a JVM got a class from, given by its binary name; empty when none runs. */
  public List<LoadedFrom> loadedFrom(String className) {
    return loaded.getOrDefault(className, List.of());
  }

  /** Whether there was an audit. */
  public boolean isDone() {
    return classesRead >= 0;
  }

  /** How many sites lose nothing. */
  public int safe() {
    return protectedSites + atomic + confined;
  }
}
