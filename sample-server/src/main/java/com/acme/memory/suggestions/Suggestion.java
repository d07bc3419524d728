package com.acme.memory.suggestions;

import com.acme.memory.index.Memory;
import java.util.Map;

/**
 * One memory that was suggested.
 *
 * @param id of the suggestion
 * @param memory what is suggested
 * @param kind why
 */
record Suggestion(String id, Memory memory, Kind kind) {

  /** Returns the suggestion as clients see it. */
  Map<String, Object> toMap() {
    return Map.of(
        "suggestion", id, "memory", memory.id(), "content", memory.content(), "kind", kind);
  }
}
