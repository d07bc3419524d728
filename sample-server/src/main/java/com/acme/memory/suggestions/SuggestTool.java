package com.acme.memory.suggestions;

import com.acme.memory.embedding.Embedder;
import com.acme.memory.embedding.Embedding;
import com.acme.memory.module.Arguments;
import com.acme.memory.module.Schema;
import com.acme.memory.module.Tool;
import java.util.List;
import java.util.Map;

/** The tool {@code suggest_memories}. */
final class SuggestTool implements Tool {

  private static final int CONTEXT = 2_000;
  private static final int MOST = 20;
  private static final int DEFAULT = 3;

  private final SuggestionEngine engine;
  private final Embedder embedder;

  SuggestTool(SuggestionEngine engine, Embedder embedder) {
    this.engine = engine;
    this.embedder = embedder;
  }

  @Override
  public String name() {
    return "suggest_memories";
  }

  @Override
  public String description() {
    return "Suggests memories that go with what somebody is working on.";
  }

  @Override
  public Map<String, Object> inputSchema() {
    return Schema.object(
        Map.of(
            "context", Schema.text("What somebody is working on", CONTEXT),
            "limit", Schema.number("The most memories to suggest", 1, MOST)),
        List.of("context"));
  }

  @Override
  public Map<String, ?> call(Arguments arguments) {
    String context = arguments.text("context", CONTEXT);
    int limit = arguments.number("limit", 1, MOST, DEFAULT);
    Embedding embedding = embedder.submit(context).join();
    List<Suggestion> suggestions = engine.suggest(context, embedding, limit);
    return Map.of(
        "suggestions", suggestions.stream().map(Suggestion::toMap).toList(),
        "tokens", embedding.tokens(),
        "embed_micros", embedding.micros());
  }
}
