package io.tallyfast.idiom;

import io.tallyfast.analysis.MapCall;
import io.tallyfast.analysis.MapSite;

/** {@code map.computeIfPresent(k, (key, v) -> v + 1)} on a map that does not run it atomically. */
final class ComputeIfPresentCall implements Idiom {
  @Override
  public String name() {
    return "computeifpresent";
  }

  @Override
  public boolean matches(MapSite site) {
    return site.call() == MapCall.COMPUTE_IF_PRESENT;
  }
}
