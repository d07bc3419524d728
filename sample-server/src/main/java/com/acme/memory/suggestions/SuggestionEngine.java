package com.acme.memory.suggestions;

import com.acme.memory.embedding.Embedder;
import com.acme.memory.embedding.Embedding;
import com.acme.memory.embedding.Tokenizer;
import com.acme.memory.index.Hit;
import com.acme.memory.index.Memory;
import com.acme.memory.index.MemoryIndex;
import com.acme.memory.module.Module;
import com.acme.memory.module.Tool;
import com.acme.memory.usage.UseCounter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Suggests memories for a context, and learns which suggestions were welcome. */
public final class SuggestionEngine implements Module {

  private final Embedder embedder;
  private final MemoryIndex index;
  private final UseCounter uses;
  private final OpenSuggestions open = new OpenSuggestions();
  private final Map<String, Long> stats = new TreeMap<>();
  private final Map<Kind, Integer> made = new EnumMap<>(Kind.class);
  private final Map<Kind, Integer> accepted = new EnumMap<>(Kind.class);

  /** Creates the engine over an open index and a running embedder, which it does not close. */
  public SuggestionEngine(Embedder embedder, MemoryIndex index, UseCounter uses) {
    this.embedder = embedder;
    this.index = index;
    this.uses = uses;
  }

  /** Suggests the memories that go best with this text. */
  List<Suggestion> suggest(String context, Embedding embedding, int limit) {
    List<Suggestion> suggestions = new ArrayList<>();
    for (Hit hit : index.search(context, embedding, List.of(), limit)) {
      Kind kind = kind(hit.memory(), context);
      Suggestion suggestion = new Suggestion(UUID.randomUUID().toString(), hit.memory(), kind);
      open.add(suggestion);
      suggestions.add(suggestion);
      made.merge(kind, 1, Integer::sum);
    }
    bump("contexts", 1);
    bump("suggestions_made", suggestions.size());
    return suggestions;
  }

  private Kind kind(Memory memory, String context) {
    if (uses.uses(memory.id()) > 0) {
      return Kind.HABIT;
    }
    boolean shared =
        !Collections.disjoint(Tokenizer.tokens(memory.content()), Tokenizer.tokens(context));
    return shared ? Kind.WORDS : Kind.MEANING;
  }

  /** Notes what became of a suggestion; returns it, or null if it was judged or forgotten. */
  Suggestion judge(String id, boolean welcome) {
    Suggestion suggestion = open.take(id);
    if (suggestion == null) {
      bump("feedback_late", 1);
    } else if (welcome) {
      bump("accepted", 1);
      accepted.put(suggestion.kind(), accepted.getOrDefault(suggestion.kind(), 0) + 1);
    } else {
      bump("rejected", 1);
    }
    return suggestion;
  }

  private void bump(String key, int n) {
    if (stats.containsKey(key)) {
      stats.put(key, stats.get(key) + n);
    } else {
      stats.put(key, (long) n);
    }
  }

  @Override
  public String name() {
    return "suggestions";
  }

  @Override
  public List<Tool> tools() {
    return List.of(new SuggestTool(this, embedder), new FeedbackTool(this));
  }

  @Override
  public Map<String, ?> statistics() {
    return Map.of("stats", stats, "made", made, "accepted", accepted);
  }
}
