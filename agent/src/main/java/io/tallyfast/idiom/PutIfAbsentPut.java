package io.tallyfast.idiom;

import io.tallyfast.analysis.MapCall;
import io.tallyfast.analysis.MapSite;

/** {@code map.putIfAbsent(k, 0); map.put(k, map.get(k) + 1)}. */
final class PutIfAbsentPut implements Idiom {
  @Override
  public String name() {
    return "putifabsent-put";
  }

  @Override
  public boolean matches(MapSite site) {
    return site.readsBy(MapCall.PUT_IF_ABSENT) || site.follows(MapCall.PUT_IF_ABSENT);
  }
}
