package io.tallyfast.idiom;

import io.tallyfast.analysis.MapSite;

/** {@code if (c == null) map.put(k, 1); else map.put(k, c + 1)}: the branch that found nothing. */
final class FirstInsert implements Idiom {
  @Override
  public String name() {
    return "first-insert";
  }

  @Override
  public boolean matches(MapSite site) {
    return !site.derivesFromRead();
  }
}
