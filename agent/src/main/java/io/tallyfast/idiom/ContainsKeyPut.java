package io.tallyfast.idiom;

import io.tallyfast.analysis.MapCall;
import io.tallyfast.analysis.MapSite;

/** {@code if (map.containsKey(k)) map.put(k, map.get(k) + 1)}. */
final class ContainsKeyPut implements Idiom {
  @Override
  public String name() {
    return "containskey-put";
  }

  @Override
  public boolean matches(MapSite site) {
    return site.readsBy(MapCall.CONTAINS) || site.follows(MapCall.CONTAINS);
  }
}
