package io.tallyfast.idiom;

import io.tallyfast.analysis.MapCall;
import io.tallyfast.analysis.MapSite;

/**
 * {@code map.compute(k, (key, v) -> v == null ? 1 : v + 1)} on a map that does not run it
 * atomically.
 */
final class ComputeCall implements Idiom {
  @Override
  public String name() {
    return "compute";
  }

  @Override
  public boolean matches(MapSite site) {
    return site.call() == MapCall.COMPUTE;
  }
}
