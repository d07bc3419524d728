package io.tallyfast.idiom;

import io.tallyfast.analysis.MapSite;

/** {@code map.put(k, map.get(k) + 1)}. */
final class GetPut implements Idiom {
  @Override
  public String name() {
    return "get-put";
  }

  @Override
  public boolean matches(MapSite site) {
    return site.derivesFromRead();
  }
}
