package io.tallyfast.idiom;

import io.tallyfast.analysis.MapCall;
import io.tallyfast.analysis.MapSite;

/** {@code Integer c = map.remove(k); map.put(k, c == null ? 1 : c + 1)}. */
final class RemovePut implements Idiom {
  @Override
  public String name() {
    return "remove-put";
  }

  @Override
  public boolean matches(MapSite site) {
    return site.readsBy(MapCall.REMOVE);
  }
}
