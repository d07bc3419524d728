package io.tallyfast.idiom;

/** {@code n = map.get(k); map.put(k, 0)}: taken and set to zero in two steps. */
final class ReadReset extends AuditOnly {
  ReadReset() {
    super("read-reset");
  }
}
