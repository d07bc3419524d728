package io.tallyfast.idiom;

import io.tallyfast.analysis.MapCall;
import io.tallyfast.analysis.MapSite;

/**
 * {@code map.replace(k, map.get(k) + 1)}, and a conditional replace whose result nobody looks at.
 */
final class ReplaceCall implements Idiom {
  @Override
  public String name() {
    return "replace";
  }

  @Override
  public boolean matches(MapSite site) {
    return site.call() == MapCall.REPLACE || site.call() == MapCall.REPLACE_IF;
  }
}
