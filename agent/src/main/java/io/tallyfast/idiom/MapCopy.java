package io.tallyfast.idiom;

/** {@code new HashMap<>(map)} while others write to the map. */
final class MapCopy extends AuditOnly {
  MapCopy() {
    super("map-copy");
  }
}
