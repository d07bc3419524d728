package io.tallyfast.judge;

import io.tallyfast.analysis.TypeOracle;

/** What another oracle knows, where maps of other languages and of primitives count too. */
record AllMaps(TypeOracle types) implements TypeOracle {
  @Override
  public boolean isSubtype(String type, String ancestor) {
    return types.isSubtype(type, ancestor);
  }

  @Override
  public boolean hasVolatile(String type, String field) {
    return types.hasVolatile(type, field);
  }

  @Override
  public boolean knowsForeignMaps() {
    return true;
  }
}
