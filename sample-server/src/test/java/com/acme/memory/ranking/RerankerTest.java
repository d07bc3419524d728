package com.acme.memory.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.memory.index.Hit;
import com.acme.memory.index.Memory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RerankerTest {

  private final Reranker reranker = new Reranker();

  @Test
  void prefersTheWordsOfTheQuery() {
    assertThat(order("green tea", hit("a", "some coffee", 1), hit("b", "Green tea!", 1)))
        .containsExactly("b", "a");
  }

  @Test
  void prefersWhatIsRecent() {
    assertThat(order("tea", hit("a", "tea", 1), hit("b", "tea", 3), hit("c", "tea", 2)))
        .containsExactly("b", "c", "a");
  }

  @Test
  void prefersWhatCameFirstBefore() {
    order("tea", hit("b", "tea", 1));

    assertThat(order("tea", hit("a", "tea", 1), hit("b", "tea", 1))).containsExactly("b", "a");
  }

  @Test
  void leavesTiesAsTheyAre() {
    assertThat(order("?", hit("b", "x", 1), hit("a", "y", 1))).containsExactly("b", "a");
    assertThat(order("?")).isEmpty();
  }

  @Test
  void tellsScoresAlsoWhereThereIsNothing() {
    assertThat(reranker.rerank("tea", List.of()).toMap())
        .isEqualTo(
            Map.of(
                "moved", 0,
                "furthest", 0,
                "scores", Map.of("recency", 0.0, "usage", 0.0, "lexical", 0.0)));
  }

  @Test
  void countsWhatMovesAndAddsUpTheScores() {
    Reranking reranking =
        reranker.rerank("tea", List.of(hit("a", "x", 1), hit("b", "x", 1), hit("c", "tea", 2)));

    assertThat(reranking.moved()).isEqualTo(3);
    assertThat(reranking.furthest()).isEqualTo(2);
    assertThat(reranker.statistics())
        .isEqualTo(
            Map.of(
                "counts", Map.of("reranked", 1, "candidates", 3, "moved", 3, "furthest", 2),
                "scores", Map.of("recency", 1.0, "usage", 0.0, "lexical", 1.0),
                "firsts", Map.of("c", 1)));
  }

  private List<String> order(String query, Hit... hits) {
    return reranker.rerank(query, List.of(hits)).hits().stream()
        .map(hit -> hit.memory().id())
        .toList();
  }

  private static Hit hit(String id, String content, int second) {
    return new Hit(new Memory(id, content, List.of(), Instant.ofEpochSecond(second)), 1);
  }
}
