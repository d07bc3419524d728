package com.acme.memory.memories;

import com.acme.memory.memories.MemoryService.Deleted;
import com.acme.memory.module.Arguments;
import com.acme.memory.module.Schema;
import com.acme.memory.module.Tool;
import java.util.List;
import java.util.Map;

/** The tool {@code delete_memory}. */
final class DeleteTool implements Tool {

  private final MemoryService memories;

  DeleteTool(MemoryService memories) {
    this.memories = memories;
  }

  @Override
  public String name() {
    return "delete_memory";
  }

  @Override
  public String description() {
    return "Forgets one memory.";
  }

  @Override
  public Map<String, Object> inputSchema() {
    return Schema.object(
        Map.of("id", Schema.text("The id that store_memory returned", Limits.ID)), List.of("id"));
  }

  @Override
  public Map<String, ?> call(Arguments arguments) {
    Deleted deleted = memories.delete(arguments.text("id", Limits.ID));
    return Map.of("deleted", deleted.found(), "delete_micros", deleted.micros());
  }
}
