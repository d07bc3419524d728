package io.tallyfast.idiom;

/** {@code if (!map.containsKey(k)) map.put(k, new Counter())}: two counters for one key. */
final class CheckThenAct extends AuditOnly {
  CheckThenAct() {
    super("check-then-act");
  }
}
