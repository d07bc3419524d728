package io.tallyfast.idiom;

/** {@code map.get(k)[i] += n}: an array that a map holds counts in an element. */
final class HolderArray extends AuditOnly {
  HolderArray() {
    super("holder-array");
  }
}
