package io.tallyfast.idiom;

import io.tallyfast.analysis.MapSite;
import io.tallyfast.analysis.Repair;

/**
 * {@code if (!map.containsKey(k)) map.put(k, 0)}: a first value, and nothing is added beside it.
 */
final class DefaultPut implements Idiom {
  @Override
  public String name() {
    return "default-put";
  }

  @Override
  public boolean matches(MapSite site) {
    return !site.derivesFromRead() && site.repair().merge() == Repair.Merge.KEEP;
  }
}
