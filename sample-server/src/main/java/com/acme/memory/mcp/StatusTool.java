package com.acme.memory.mcp;

import com.acme.memory.module.Arguments;
import com.acme.memory.module.Module;
import com.acme.memory.module.Schema;
import com.acme.memory.module.Tool;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The tool {@code get_status}: the statistics of the server and of all its modules. */
public final class StatusTool implements Tool {

  private final Map<String, Object> stats;
  private final Supplier<Integer> memories;
  private final List<Module> modules;

  /**
   * Creates the tool.
   *
   * @param stats the counters of the server
   * @param memories how many memories there are now
   * @param modules whose statistics are shown too; read anew on every call
   */
  public StatusTool(Map<String, Object> stats, Supplier<Integer> memories, List<Module> modules) {
    this.stats = stats;
    this.memories = memories;
    this.modules = modules;
  }

  @Override
  public String name() {
    return "get_status";
  }

  @Override
  public String description() {
    return "Returns the statistics of this server.";
  }

  @Override
  public Map<String, Object> inputSchema() {
    return Schema.object(Map.of(), List.of());
  }

  @Override
  public Map<String, ?> call(Arguments arguments) {
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("memories", memories.get());
    status.put("stats", stats);
    for (Module module : modules) {
      status.put(module.name(), module.statistics());
    }
    return status;
  }
}
