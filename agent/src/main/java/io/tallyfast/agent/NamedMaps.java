package io.tallyfast.agent;

import io.tallyfast.analysis.MapNames;
import io.tallyfast.config.MapGlobs;

/** Tells the analysis which fields the user named. Immutable. */
final class NamedMaps implements MapNames {
  private final MapGlobs globs;

  NamedMaps(MapGlobs globs) {
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
