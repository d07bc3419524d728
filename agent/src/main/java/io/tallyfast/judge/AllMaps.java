package io.tallyfast.judge;

import io.tallyfast.analysis.TypeOracle;
import java.util.Set;

/** What another oracle knows, where maps of other languages and of primitives count too. */
record AllMaps(TypeOracle types, Set<String> values) implements TypeOracle {
  @Override
  public boolean isSubtype(String type, String ancestor) {
    return types.isSubtype(type, ancestor);
  }

  @Override
  public boolean hasVolatile(String type, String field) {
    return types.hasVolatile(type, field);
  }

  @Override
  public boolean isMapValue(String type) {
    return values.contains(type);
  }

  @Override
  public boolean knowsForeignMaps() {
    return true;
  }
}
