package io.tallyfast.idiom;

import io.tallyfast.analysis.MapCall;
import io.tallyfast.analysis.MapSite;

/** {@code map.put(k, map.getOrDefault(k, 0) + 1)}. */
final class GetOrDefaultPut implements Idiom {
  @Override
  public String name() {
    return "getordefault-put";
  }

  @Override
  public boolean matches(MapSite site) {
    return site.readsBy(MapCall.GET_OR_DEFAULT);
  }
}
