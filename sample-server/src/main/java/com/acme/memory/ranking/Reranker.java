package com.acme.memory.ranking;

import com.acme.memory.index.Hit;
import com.acme.memory.module.Module;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts what a query found into another order: what is recent, came first in earlier queries, or has
 * the very words of the query, moves up. The same candidates with the same history come out the
 * same; ties stay in the order of the query.
 */
public final class Reranker implements Module {

  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<String, Double> scores = new LinkedHashMap<>();
  private final Map<String, Integer> firsts = new HashMap<>();

  /** Creates a reranker without a history. */
  public Reranker() {
    counts.put("reranked", 0);
    counts.put("candidates", 0);
    counts.put("moved", 0);
    counts.put("furthest", 0);
    scores.put("recency", 0.0);
    scores.put("usage", 0.0);
    scores.put("lexical", 0.0);
  }

  /** Returns the hits of the query in their new order. */
  public Reranking rerank(String query, List<Hit> hits) {
    Set<String> sought = Scores.words(query);
    Map<String, Double> sums = new LinkedHashMap<>();
    sums.put("recency", 0.0);
    sums.put("usage", 0.0);
    sums.put("lexical", 0.0);
    List<Hit> ordered = new ArrayList<>();
    for (Hit hit : hits) {
      Scores score = Scores.of(hit, hits, sought, this::firsts);
      sums.merge("recency", score.recency(), Double::sum);
      sums.merge("usage", score.usage(), Double::sum);
      sums.merge("lexical", score.lexical(), Double::sum);
      ordered.add(new Hit(hit.memory(), score.total()));
    }
    ordered.sort(Comparator.comparingDouble(Hit::score).reversed());
    Reranking reranking = compared(hits, ordered, sums);
    count(reranking);
    return reranking;
  }

  private int firsts(String id) {
    return firsts.getOrDefault(id, 0);
  }

  private static Reranking compared(List<Hit> before, List<Hit> after, Map<String, Double> sums) {
    List<String> places = after.stream().map(hit -> hit.memory().id()).toList();
    int moved = 0;
    int furthest = 0;
    for (int place = 0; place < before.size(); place++) {
      int distance = Math.abs(place - places.indexOf(before.get(place).memory().id()));
      moved += distance == 0 ? 0 : 1;
      furthest = Math.max(furthest, distance);
    }
    return new Reranking(after, moved, furthest, sums);
  }

  private void count(Reranking reranking) {
    counts.merge("reranked", 1, Integer::sum);
    counts.merge("candidates", reranking.hits().size(), Integer::sum);
    counts.merge("moved", reranking.moved(), Integer::sum);
    counts.put("furthest", Math.max(counts.get("furthest"), reranking.furthest()));
    for (Map.Entry<String, Double> sum : reranking.scores().entrySet()) {
      scores.put(sum.getKey(), scores.get(sum.getKey()) + sum.getValue());
    }
    if (!reranking.hits().isEmpty()) {
      String first = reranking.hits().get(0).memory().id();
      firsts.putIfAbsent(first, 0);
      firsts.put(first, firsts.get(first) + 1);
    }
  }

  @Override
  public String name() {
    return "reranker";
  }

  @Override
  public Map<String, ?> statistics() {
    return Map.of("counts", counts, "scores", scores, "firsts", firsts);
  }
}
