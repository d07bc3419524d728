package com.acme.memory.ranking;

import com.acme.memory.index.Hit;
import java.util.List;
import java.util.Map;

/**
 * What became of the order of some candidates. Immutable.
 *
 * @param hits best first, with their new scores
 * @param moved how many are not where they were
 * @param furthest how many places the one that moved furthest moved
 * @param scores the sum of each score over all candidates, by the name of the score
 */
public record Reranking(List<Hit> hits, int moved, int furthest, Map<String, Double> scores) {

  /** Returns what clients see besides the hits. */
  public Map<String, Object> toMap() {
    return Map.of("moved", moved, "furthest", furthest, "scores", scores);
  }
}
