package com.acme.memory.memories;

import com.acme.memory.expansion.QueryExpander;
import com.acme.memory.module.Module;
import com.acme.memory.module.Tool;
import com.acme.memory.ranking.Reranker;
import java.util.List;
import java.util.Map;

/** The tools for storing, querying and deleting memories. */
public final class MemoriesModule implements Module {

  private final MemoryService memories;
  private final List<MemoryListener> listeners;
  private final Recorder recorder;
  private final QueryExpander expander;
  private final Reranker reranker;

  /**
   * Creates the module over the service, with what a query can ask for besides.
   *
   * @param listeners are told of every query that succeeded
   * @param recorder stores what clients send
   */
  public MemoriesModule(
      MemoryService memories,
      List<MemoryListener> listeners,
      Recorder recorder,
      QueryExpander expander,
      Reranker reranker) {
    this.memories = memories;
    this.listeners = List.copyOf(listeners);
    this.recorder = recorder;
    this.expander = expander;
    this.reranker = reranker;
  }

  /** Named after its statistics: the counters of the server itself stand apart from modules. */
  @Override
  public String name() {
    return "times";
  }

  @Override
  public List<Tool> tools() {
    return List.of(
        new StoreTool(recorder),
        new ImportTool(recorder),
        new QueryTool(memories, listeners, expander, reranker),
        new DeleteTool(memories));
  }

  @Override
  public Map<String, ?> statistics() {
    return memories.times();
  }
}
