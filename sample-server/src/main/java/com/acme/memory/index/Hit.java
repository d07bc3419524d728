package com.acme.memory.index;

import java.util.Map;

/**
 * One memory found by a query.
 *
 * @param memory what was found
 * @param score higher is better; comparable only within one query
 */
public record Hit(Memory memory, double score) {

  /** Returns the hit as clients see it. */
  public Map<String, Object> toMap() {
    return Map.of(
        "id", memory.id(),
        "content", memory.content(),
        "tags", memory.tags(),
        "created", memory.created().toString(),
        "score", score);
  }
}
