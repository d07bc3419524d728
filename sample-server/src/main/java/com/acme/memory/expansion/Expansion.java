package com.acme.memory.expansion;

import java.util.List;
import java.util.Map;

/**
 * A query with more words. Immutable.
 *
 * @param query the original text, followed by the words that were added
 * @param synonyms of its words, in their order
 * @param stems of its words, in their order, without what is a synonym already
 */
public record Expansion(String query, List<String> synonyms, List<String> stems) {

  /** Returns how many words were added. */
  public int added() {
    return synonyms.size() + stems.size();
  }

  /** Returns the expansion as clients see it. */
  public Map<String, Object> toMap() {
    return Map.of("query", query, "synonyms", synonyms, "stems", stems);
  }
}
