package com.acme.memory.memories;

import com.acme.memory.module.Module;
import com.acme.memory.module.Tool;
import com.acme.memory.tags.TagTracker;
import java.util.List;
import java.util.Map;

/** The tools for storing, querying and deleting memories. */
public final class MemoriesModule implements Module {

  private final MemoryService memories;
  private final TagTracker tags;

  /** Creates the module over the service and the module that follows the use of tags. */
  public MemoriesModule(MemoryService memories, TagTracker tags) {
    this.memories = memories;
    this.tags = tags;
  }

  @Override
  public String name() {
    return "times";
  }

  @Override
  public List<Tool> tools() {
    return List.of(
        new StoreTool(memories, tags), new QueryTool(memories, tags), new DeleteTool(memories));
  }

  @Override
  public Map<String, ?> statistics() {
    return memories.times();
  }
}
