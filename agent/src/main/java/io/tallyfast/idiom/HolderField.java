package io.tallyfast.idiom;

/** {@code map.get(k).count++}: an object that a map holds counts in a field. */
final class HolderField extends AuditOnly {
  HolderField() {
    super("holder-field");
  }
}
