package io.tallyfast.runtime;

import java.util.concurrent.ConcurrentMap;

/** What makes several updates of one map one step. Stateless; thread-safe. */
public final class Batches {
  private Batches() {}

  /**
   * The object whose monitor is held over a batch: that of the map, so that each update inside
   * takes it once more. A {@link ConcurrentMap} has no lock for several entries, and what is null
   * fails at the first update, as it would without the batch: for these, an object that nobody else
   * has.
   */
  public static Object lockOf(Object map) {
    return MapKinds.isConcurrent(map) ? new Object() : map;
  }
}
