package io.tallyfast.idiom;

/** {@code for (var e : map.entrySet())} while others write to the map. */
final class MapIteration extends AuditOnly {
  MapIteration() {
    super("map-iteration");
  }
}
