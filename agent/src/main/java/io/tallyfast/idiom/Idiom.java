package io.tallyfast.idiom;

import io.tallyfast.analysis.MapSite;

/** A named reading of what the analysis found: a way in which people write an update. Stateless. */
public interface Idiom {
  /** The name that reports show, and that {@code docs/idioms} explains. */
  String name();

  /** Whether the audit only reports it, and the agent never rewrites it. */
  default boolean isAuditOnly() {
    return false;
  }

  /** Whether a site is written in this way. The list decides between several. */
  boolean matches(MapSite site);
}
