package io.tallyfast.idiom;

import io.tallyfast.analysis.MapSite;

/**
 * A way of counting without a map: in a field or in an element of an array. The analysis names it
 * itself, by what the instruction that writes goes to.
 */
abstract class OfVariable implements Idiom {
  private final String name;

  OfVariable(String name) {
    this.name = name;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final boolean matches(MapSite site) {
    return false;
  }
}
