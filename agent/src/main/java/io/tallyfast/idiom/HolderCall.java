package io.tallyfast.idiom;

/** {@code map.get(k).hit()}, where {@code void hit() { n++; }}: the object counts by itself. */
final class HolderCall extends AuditOnly {
  HolderCall() {
    super("holder-call");
  }
}
