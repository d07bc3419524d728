package com.acme.memory.pruning;

import com.acme.memory.module.Arguments;
import com.acme.memory.module.Schema;
import com.acme.memory.module.Tool;
import java.util.List;
import java.util.Map;

/** The tool {@code prune_history}. */
final class PruneHistoryTool implements Tool {

  private static final int DEFAULT = 10;

  private final Pruner pruner;

  PruneHistoryTool(Pruner pruner) {
    this.pruner = pruner;
  }

  @Override
  public String name() {
    return "prune_history";
  }

  @Override
  public String description() {
    return "Returns what the last prunings did, latest first.";
  }

  @Override
  public Map<String, Object> inputSchema() {
    return Schema.object(
        Map.of("limit", Schema.number("The most runs to return", 1, PruneHistory.MOST)), List.of());
  }

  @Override
  public Map<String, ?> call(Arguments arguments) {
    int limit = arguments.number("limit", 1, PruneHistory.MOST, DEFAULT);
    return Map.of("runs", pruner.latest(limit).stream().map(Pruned::toMap).toList());
  }
}
