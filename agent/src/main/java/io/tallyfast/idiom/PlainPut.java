package io.tallyfast.idiom;

/** {@code map.put(k, v)} beside updates of the same map that can overwrite it. */
final class PlainPut extends AuditOnly {
  PlainPut() {
    super("plain-put");
  }
}
