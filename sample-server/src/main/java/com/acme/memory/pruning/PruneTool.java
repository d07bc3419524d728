package com.acme.memory.pruning;

import com.acme.memory.module.Arguments;
import com.acme.memory.module.Schema;
import com.acme.memory.module.Tool;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tool {@code prune_memories}. */
final class PruneTool implements Tool {

  private static final int MOST = Integer.MAX_VALUE;

  private final Pruner pruner;

  PruneTool(Pruner pruner) {
    this.pruner = pruner;
  }

  @Override
  public String name() {
    return "prune_memories";
  }

  @Override
  public String description() {
    return "Forgets memories that are old and that queries seldom found.";
  }

  @Override
  public Map<String, Object> inputSchema() {
    return Schema.object(
        Map.of(
            "older_than_seconds", Schema.number("The least age; a month if not given", 0, MOST),
            "max_uses",
                Schema.number("How often queries found it at most; 0 if not given", 0, MOST)),
        List.of());
  }

  @Override
  public Map<String, ?> call(Arguments arguments) {
    int age =
        arguments.number("older_than_seconds", 0, MOST, Math.toIntExact(Pruner.OLD.toSeconds()));
    int uses = arguments.number("max_uses", 0, MOST, 0);
    Pruned run = pruner.prune("tool", Duration.ofSeconds(age), uses);
    Map<String, Object> reply = new LinkedHashMap<>(run.toMap());
    reply.put("ids", run.ids());
    return reply;
  }
}
