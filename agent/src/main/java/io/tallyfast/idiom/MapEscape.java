package io.tallyfast.idiom;

/** {@code return map}: the map that others write to is handed out. */
final class MapEscape extends AuditOnly {
  MapEscape() {
    super("map-escape");
  }
}
