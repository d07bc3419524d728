package io.tallyfast.idiom;

import io.tallyfast.analysis.MapSite;

/** {@code Integer c = map.get(k); if (c == null) c = 0; map.put(k, c + 1)}. */
final class NullCheckPut implements Idiom {
  @Override
  public String name() {
    return "nullcheck-put";
  }

  @Override
  public boolean matches(MapSite site) {
    return site.derivesFromRead() && site.testsAbsence();
  }
}
