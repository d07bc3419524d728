package io.tallyfast.runtime;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Knows what the cells of all maps have counted, so that the hits of a site can be told while its
 * cells are open. What the cells of a map that is gone had counted is kept. Thread-safe; its lock
 * is a leaf.
 */
final class CellCounts {
  private static final CellCounts ALL = new CellCounts();

  private final ReferenceQueue<Cells> gone = new ReferenceQueue<>();
  private final Set<OfMap> maps = new HashSet<>();

  private CellCounts() {}

  /** What the cells of one map count in. It knows neither the map nor its keys. */
  static final class OfMap extends WeakReference<Cells> {
    private final List<Stripes> stripes = new ArrayList<>();

    OfMap(Cells cells, ReferenceQueue<Cells> gone) {
      super(cells, gone);
    }

    void add(Stripes made) {
      ALL.add(this, made);
    }
  }

  static OfMap of(Cells cells) {
    return new OfMap(cells, ALL.gone);
  }

  private synchronized void add(OfMap map, Stripes made) {
    keepWhatIsGone();
    map.stripes.add(made);
    if (maps.add(map)) {
      SiteCounters.alsoCount(this);
    }
  }

  /** Has the figures of sites contain what maps that are gone had counted. */
  synchronized void keepWhatIsGone() {
    for (Reference<?> each = gone.poll(); each != null; each = gone.poll()) {
      if (each instanceof OfMap map && maps.remove(map)) {
        for (Stripes counted : map.stripes) {
          SiteCounters.hits(counted.site, counted.pending());
        }
      }
    }
  }

  /** What was counted at a site and is not yet part of its figures. */
  synchronized long pending(int site) {
    long sum = 0;
    for (OfMap map : maps) {
      for (Stripes counted : map.stripes) {
        sum += counted.site == site ? counted.pending() : 0;
      }
    }
    return sum;
  }

  /** Leaves what was counted out of the figures of all sites. */
  synchronized void forget() {
    keepWhatIsGone();
    for (OfMap map : maps) {
      for (Stripes counted : map.stripes) {
        counted.forget();
      }
    }
  }
}
