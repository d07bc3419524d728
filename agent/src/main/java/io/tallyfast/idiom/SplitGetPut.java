package io.tallyfast.idiom;

/** {@code put(k, count(k) + 1)}: other methods of the object read, write, or both. */
final class SplitGetPut extends AuditOnly {
  SplitGetPut() {
    super("split-get-put");
  }
}
