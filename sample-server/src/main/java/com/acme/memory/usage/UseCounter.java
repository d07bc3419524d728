package com.acme.memory.usage;

import com.acme.memory.index.Hit;
import com.acme.memory.memories.MemoryListener;
import com.acme.memory.module.Module;
import com.acme.memory.module.Tool;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Follows how often each memory was used, and when last. A memory is used once by every query that
 * finds it. Memories that were deleted keep their entries.
 */
public final class UseCounter implements Module, MemoryListener {

  private final Map<String, Integer> uses = new HashMap<>();
  private final Map<String, String> lastUsed = new ConcurrentHashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();

  /** Creates a counter that has seen nothing yet. */
  public UseCounter() {}

  @Override
  public void found(List<Hit> hits) {
    String now = Instant.now().toString();
    for (Hit hit : hits) {
      String id = hit.memory().id();
      Integer count = uses.get(id);
      uses.put(id, count == null ? 1 : count + 1);
      lastUsed.put(id, now);
    }
    counts.put("total", counts.getOrDefault("total", 0) + hits.size());
  }

  /** Returns how often the memory with this id was used. */
  public int uses(String id) {
    return uses.getOrDefault(id, 0);
  }

  /** Returns the ids of the memories that were used most, with how often, most used first. */
  List<Map.Entry<String, Integer>> most(int limit) {
    return uses.entrySet().stream()
        .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public String name() {
    return "uses";
  }

  @Override
  public List<Tool> tools() {
    return List.of(new MostUsedTool(this));
  }

  @Override
  public Map<String, ?> statistics() {
    return Map.of(
        "total", counts.getOrDefault("total", 0), "by_memory", uses, "last_used", lastUsed);
  }
}
