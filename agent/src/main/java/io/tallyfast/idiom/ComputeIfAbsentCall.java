package io.tallyfast.idiom;

import io.tallyfast.analysis.MapCall;
import io.tallyfast.analysis.MapSite;

/**
 * {@code map.computeIfAbsent(k, key -> new HashMap<>())} on a map that does not run it atomically.
 */
final class ComputeIfAbsentCall implements Idiom {
  @Override
  public String name() {
    return "computeifabsent";
  }

  @Override
  public boolean matches(MapSite site) {
    return site.call() == MapCall.COMPUTE_IF_ABSENT;
  }
}
