package com.acme.memory.mcp;

import com.acme.memory.module.Module;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Follows how tools are used: calls, errors, time spent, and kilobytes returned, per tool. */
final class ToolTracker implements Module {

  private final Map<String, Integer> calls = new HashMap<>();
  private final Map<String, Integer> errors = new HashMap<>();
  private final Map<String, Double> kilobytes = new HashMap<>();
  private final Map<String, Map<String, Long>> latency = new LinkedHashMap<>();

  /** Prepares the entries of a tool. */
  void register(String tool) {
    Map<String, Long> entry = new LinkedHashMap<>();
    entry.put("count", 0L);
    entry.put("micros", 0L);
    entry.put("slowest", 0L);
    latency.put(tool, entry);
    calls.put(tool, 0);
  }

  /** Notes a call that was answered, and how large the answer was. */
  void answered(String tool, int bytes) {
    calls.merge(tool, 1, Integer::sum);
    kilobytes.put(tool, kilobytes.getOrDefault(tool, 0.0) + bytes / 1024.0);
  }

  /** Notes a call that was refused or failed. */
  void failed(String tool) {
    errors.put(tool, errors.get(tool) == null ? 1 : errors.get(tool) + 1);
  }

  /** Notes how long a call took. */
  void took(String tool, long micros) {
    Map<String, Long> entry = latency.get(tool);
    entry.put("count", entry.get("count") + 1);
    entry.put("micros", entry.get("micros") + micros);
    entry.put("slowest", Math.max(entry.get("slowest"), micros));
  }

  @Override
  public String name() {
    return "tools";
  }

  @Override
  public Map<String, ?> statistics() {
    return Map.of("calls", calls, "errors", errors, "kilobytes", kilobytes, "latency", latency);
  }
}
