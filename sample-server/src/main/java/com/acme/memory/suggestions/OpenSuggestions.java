package com.acme.memory.suggestions;

import java.util.LinkedHashMap;
import java.util.Map;

/** The last suggestions that nobody has judged yet; older ones are forgotten. Thread-safe. */
final class OpenSuggestions {

  private static final int MOST = 10_000;

  private final Map<String, Suggestion> suggestions = new LinkedHashMap<>();

  synchronized void add(Suggestion suggestion) {
    suggestions.put(suggestion.id(), suggestion);
    if (suggestions.size() > MOST) {
      suggestions.remove(suggestions.keySet().iterator().next());
    }
  }

  /** Returns the suggestion, once; null if there is none, or not any more. */
  synchronized Suggestion take(String id) {
    return suggestions.remove(id);
  }
}
