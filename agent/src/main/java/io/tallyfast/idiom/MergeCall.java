package io.tallyfast.idiom;

import io.tallyfast.analysis.MapCall;
import io.tallyfast.analysis.MapSite;

/** {@code map.merge(k, n, Integer::sum)} on a map that does not run it atomically. */
final class MergeCall implements Idiom {
  @Override
  public String name() {
    return "merge";
  }

  @Override
  public boolean matches(MapSite site) {
    return site.call() == MapCall.MERGE;
  }
}
