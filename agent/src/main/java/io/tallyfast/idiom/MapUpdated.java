package io.tallyfast.idiom;

/** {@code stats = stats.updated(k, n)}: a field is set to a changed copy of an immutable map. */
final class MapUpdated extends AuditOnly {
  MapUpdated() {
    super("map-updated");
  }
}
