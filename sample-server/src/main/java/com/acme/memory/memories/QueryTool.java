package com.acme.memory.memories;

import com.acme.memory.index.Hit;
import com.acme.memory.memories.MemoryService.Found;
import com.acme.memory.module.Arguments;
import com.acme.memory.module.Schema;
import com.acme.memory.module.Tool;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tool {@code query}. */
final class QueryTool implements Tool {

  private static final int DEFAULT_HITS = 5;

  private final MemoryService memories;
  private final List<MemoryListener> listeners;

  QueryTool(MemoryService memories, List<MemoryListener> listeners) {
    this.memories = memories;
    this.listeners = listeners;
  }

  @Override
  public String name() {
    return "query";
  }

  @Override
  public String description() {
    return "Finds what was remembered about something, best first.";
  }

  @Override
  public Map<String, Object> inputSchema() {
    return Schema.object(
        Map.of(
            "query", Schema.text("What to look for", Limits.QUERY),
            "tags", Schema.texts("Only memories with one of these", Limits.TAGS, Limits.TAG),
            "limit", Schema.number("The most memories to return", 1, Limits.HITS)),
        List.of("query"));
  }

  @Override
  public Map<String, ?> call(Arguments arguments) {
    String text = arguments.text("query", Limits.QUERY);
    List<String> labels = arguments.texts("tags", Limits.TAGS, Limits.TAG);
    int limit = arguments.number("limit", 1, Limits.HITS, DEFAULT_HITS);
    Found found = memories.query(text, labels, limit);
    listeners.forEach(listener -> listener.found(found.hits()));
    Map<String, Object> reply = new LinkedHashMap<>();
    reply.put("hits", found.hits().stream().map(Hit::toMap).toList());
    reply.put("tokens", found.embedding().tokens());
    reply.put("embed_micros", found.embedding().micros());
    reply.put("query_micros", found.micros());
    return reply;
  }
}
