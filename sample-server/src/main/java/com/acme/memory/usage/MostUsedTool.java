package com.acme.memory.usage;

import com.acme.memory.module.Arguments;
import com.acme.memory.module.Schema;
import com.acme.memory.module.Tool;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tool {@code most_used}. */
final class MostUsedTool implements Tool {

  private static final int MOST = 100;
  private static final int DEFAULT = 10;

  private final UseCounter counter;

  MostUsedTool(UseCounter counter) {
    this.counter = counter;
  }

  @Override
  public String name() {
    return "most_used";
  }

  @Override
  public String description() {
    return "Returns which memories queries found most often.";
  }

  @Override
  public Map<String, Object> inputSchema() {
    return Schema.object(
        Map.of("limit", Schema.number("The most memories to return", 1, MOST)), List.of());
  }

  @Override
  public Map<String, ?> call(Arguments arguments) {
    Map<String, Integer> uses = new LinkedHashMap<>();
    counter
        .most(arguments.number("limit", 1, MOST, DEFAULT))
        .forEach(entry -> uses.put(entry.getKey(), entry.getValue()));
    return Map.of("uses", uses);
  }
}
