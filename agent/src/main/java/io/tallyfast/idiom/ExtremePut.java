package io.tallyfast.idiom;

import io.tallyfast.analysis.MapSite;
import io.tallyfast.analysis.Repair;

/** {@code map.put(k, Math.max(map.get(k), x))}: the largest or smallest value so far. */
final class ExtremePut implements Idiom {
  @Override
  public String name() {
    return "extreme-put";
  }

  @Override
  public boolean matches(MapSite site) {
    return site.repair().merge() == Repair.Merge.MAX || site.repair().merge() == Repair.Merge.MIN;
  }
}
