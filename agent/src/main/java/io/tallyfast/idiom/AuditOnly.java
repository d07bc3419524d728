package io.tallyfast.idiom;

import io.tallyfast.analysis.MapSite;

/**
 * A way of updating that the audit reports and the agent leaves alone: it is no single write to a
 * map. The analysis names it itself, as it knows it by more than one instruction.
 */
abstract class AuditOnly implements Idiom {
  private final String name;

  AuditOnly(String name) {
    this.name = name;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final boolean isAuditOnly() {
    return true;
  }

  @Override
  public final boolean matches(MapSite site) {
    return false;
  }
}
