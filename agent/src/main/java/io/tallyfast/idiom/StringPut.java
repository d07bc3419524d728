package io.tallyfast.idiom;

import io.tallyfast.analysis.MapSite;

/** {@code map.put(k, String.valueOf(Integer.parseInt(map.get(k)) + 1))}: the number is text. */
final class StringPut implements Idiom {
  @Override
  public String name() {
    return "string-put";
  }

  @Override
  public boolean matches(MapSite site) {
    return site.isText();
  }
}
