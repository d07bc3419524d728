package com.acme.memory.usage;

import com.acme.memory.index.Memory;
import com.acme.memory.memories.MemoryListener;
import com.acme.memory.memories.MemoryService;
import com.acme.memory.module.Module;
import java.util.HashMap;
import java.util.Map;

/** Follows what kind of memories people store: how long they are, and whether they have tags. */
public final class UsageTracker implements Module, MemoryListener {

  private static final int SHORT_BYTES = 128;
  private static final int LONG_BYTES = 256;

  private final MemoryService memories;
  private final Map<String, Integer> lengths = new HashMap<>();

  /** Creates the tracker, which adds a counter of its own to the statistics of the server. */
  public UsageTracker(MemoryService memories) {
    this.memories = memories;
    memories.stats().put("memories_tagged", 0);
    lengths.put("short", 0);
    lengths.put("medium", 0);
    lengths.put("long", 0);
  }

  @Override
  public void stored(Memory memory) {
    lengths.compute(lengthOf(memory), (name, count) -> count == null ? 1 : count + 1);
    if (!memory.tags().isEmpty()) {
      int tagged = (int) memories.stats().get("memories_tagged");
      memories.stats().put("memories_tagged", ++tagged);
    }
  }

  private static String lengthOf(Memory memory) {
    if (memory.bytes() < SHORT_BYTES) {
      return "short";
    }
    return memory.bytes() < LONG_BYTES ? "medium" : "long";
  }

  @Override
  public String name() {
    return "usage";
  }

  @Override
  public Map<String, Integer> statistics() {
    return lengths;
  }
}
