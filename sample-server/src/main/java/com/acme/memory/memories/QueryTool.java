package com.acme.memory.memories;

import com.acme.memory.expansion.Expansion;
import com.acme.memory.expansion.QueryExpander;
import com.acme.memory.index.Hit;
import com.acme.memory.memories.MemoryService.Found;
import com.acme.memory.module.Arguments;
import com.acme.memory.module.Schema;
import com.acme.memory.module.Tool;
import com.acme.memory.ranking.Reranker;
import com.acme.memory.ranking.Reranking;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tool {@code query}. */
final class QueryTool implements Tool {

  private static final int DEFAULT_HITS = 5;

  private final MemoryService memories;
  private final List<MemoryListener> listeners;
  private final QueryExpander expander;
  private final Reranker reranker;

  QueryTool(
      MemoryService memories,
      List<MemoryListener> listeners,
      QueryExpander expander,
      Reranker reranker) {
    this.memories = memories;
    this.listeners = listeners;
    this.expander = expander;
    this.reranker = reranker;
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
            "limit", Schema.number("The most memories to return", 1, Limits.HITS),
            "expand", Schema.flag("Whether to look for synonyms and stems of its words, too"),
            "rerank", Schema.flag("Whether to prefer what is recent, often used, or literal")),
        List.of("query"));
  }

  @Override
  public Map<String, ?> call(Arguments arguments) {
    String text = arguments.text("query", Limits.QUERY);
    List<String> labels = arguments.texts("tags", Limits.TAGS, Limits.TAG);
    int limit = arguments.number("limit", 1, Limits.HITS, DEFAULT_HITS);
    boolean rerank = arguments.flag("rerank");
    Map<String, Object> reply = new LinkedHashMap<>();
    String sought = arguments.flag("expand") ? expanded(text, reply) : text;
    Found found = memories.query(sought, labels, limit);
    List<Hit> hits = rerank ? reranked(text, found.hits(), reply) : found.hits();
    listeners.forEach(listener -> listener.found(hits));
    reply.put("hits", hits.stream().map(Hit::toMap).toList());
    reply.put("tokens", found.embedding().tokens());
    reply.put("embed_micros", found.embedding().micros());
    reply.put("query_micros", found.micros());
    return reply;
  }

  private String expanded(String text, Map<String, Object> reply) {
    Expansion expansion = expander.expand(text);
    reply.put("expansion", expansion.toMap());
    return expansion.query();
  }

  private List<Hit> reranked(String text, List<Hit> hits, Map<String, Object> reply) {
    Reranking reranking = reranker.rerank(text, hits);
    reply.put("reranking", reranking.toMap());
    return reranking.hits();
  }
}
