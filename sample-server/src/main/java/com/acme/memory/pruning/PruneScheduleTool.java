package com.acme.memory.pruning;

import com.acme.memory.module.Arguments;
import com.acme.memory.module.Schema;
import com.acme.memory.module.Tool;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The tool {@code schedule_pruning}. */
final class PruneScheduleTool implements Tool {

  private static final int DAY = 86_400_000;
  private static final int MOST = Integer.MAX_VALUE;
  private static final String AGE = "older_than_seconds";
  private static final String EVERY = "every_millis";

  private final Pruner pruner;

  PruneScheduleTool(Pruner pruner) {
    this.pruner = pruner;
  }

  @Override
  public String name() {
    return "schedule_pruning";
  }

  @Override
  public String description() {
    return "Sets how often memories that are old and that no query found are forgotten.";
  }

  @Override
  public Map<String, Object> inputSchema() {
    return Schema.object(
        Map.of(
            EVERY, Schema.number("The interval; 0, also if not given, for never", 0, DAY),
            AGE, Schema.number("The least age; a month if not given", 0, MOST)),
        List.of());
  }

  @Override
  public Map<String, ?> call(Arguments arguments) {
    int millis = arguments.number(EVERY, 0, DAY, 0);
    int age = arguments.number(AGE, 0, MOST, Math.toIntExact(Pruner.OLD.toSeconds()));
    pruner.schedule(Duration.ofMillis(millis), Duration.ofSeconds(age));
    return Map.of(EVERY, millis, AGE, age);
  }
}
