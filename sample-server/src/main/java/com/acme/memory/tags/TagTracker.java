package com.acme.memory.tags;

import com.acme.memory.index.Hit;
import com.acme.memory.index.Memory;
import com.acme.memory.memories.MemoryListener;
import com.acme.memory.module.Module;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Follows which tags are used: how often each was stored, and how often it was found. */
public final class TagTracker implements Module, MemoryListener {

  private final Map<String, Integer> stored = new HashMap<>();
  private final Map<String, Long> found = new HashMap<>();

  @Override
  public void stored(Memory memory) {
    for (String tag : memory.tags()) {
      if (stored.containsKey(tag)) {
        stored.put(tag, stored.get(tag) + 1);
      } else {
        stored.put(tag, 1);
      }
    }
  }

  @Override
  public void found(List<Hit> hits) {
    for (Hit hit : hits) {
      for (String tag : hit.memory().tags()) {
        Long count = found.get(tag);
        if (count == null) {
          found.put(tag, 1L);
        } else {
          found.put(tag, count + 1);
        }
      }
    }
  }

  @Override
  public String name() {
    return "tags";
  }

  @Override
  public Map<String, ?> statistics() {
    return Map.of("stored", stored, "found", found);
  }
}
