package io.tallyfast.build;

import io.tallyfast.analysis.MapNames;
import io.tallyfast.config.MapGlobs;

/** Tells the analysis which fields the options name. Immutable. */
final class NamedFields implements MapNames {
  private final MapGlobs globs;

  NamedFields(MapGlobs globs) {
    this.globs = globs;
  }

  @Override
  public boolean mayHoldStatistics(String field) {
    return globs.matchesName(field);
  }

  @Override
  public boolean namesExactly(String owner, String field) {
    return globs.matchesMember(owner, field);
  }
}
