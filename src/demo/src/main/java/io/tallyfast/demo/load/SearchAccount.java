package io.tallyfast.demo.load;

import io.tallyfast.demo.result.Replies;
import java.util.List;
import java.util.Map;

/** What follows for the modules that take part in a query. Stateless but for what it expects. */
final class SearchAccount {

  private final Expectation expected;

  SearchAccount(Expectation expected) {
    this.expected = expected;
  }

  /** Notes a query; returns the text that was looked for. */
  String queried(Map<String, Object> arguments, Map<String, Object> reply) {
    List<?> hits = Replies.list(reply, "hits");
    String sought = (String) arguments.get("query");
    if (Boolean.TRUE.equals(arguments.get("expand"))) {
      Map<String, Object> expansion = Replies.object(reply.get("expansion"), "the expansion");
      sought = (String) expansion.get("query");
      expanded(expansion);
    }
    if (Boolean.TRUE.equals(arguments.get("rerank"))) {
      reranked(hits, Replies.object(reply.get("reranking"), "the reranking"));
    }
    for (Object hit : hits) {
      expected.count("uses.by_memory." + id(hit), 1);
    }
    expected.count("uses.total", hits.size());
    return sought;
  }

  /** Notes that a query was expanded. */
  void expanded(Map<String, Object> expansion) {
    List<?> synonyms = Replies.list(expansion, "synonyms");
    List<?> stems = Replies.list(expansion, "stems");
    int added = synonyms.size() + stems.size();
    expected.count("expander.stats.expansions", 1);
    expected.count("expander.stats.terms_added", added);
    expected.count("expander.stats.synonyms_added", synonyms.size());
    expected.count("expander.stats.stems_added", stems.size());
    expected.record("expander.stats.most_added", added);
    synonyms.forEach(term -> expected.count("expander.terms." + term, 1));
    stems.forEach(term -> expected.count("expander.terms." + term, 1));
  }

  private void reranked(List<?> hits, Map<String, Object> reranking) {
    expected.count("reranker.counts.reranked", 1);
    expected.count("reranker.counts.candidates", hits.size());
    expected.count("reranker.counts.moved", Replies.number(reranking, "moved"));
    expected.record("reranker.counts.furthest", Replies.number(reranking, "furthest"));
    Map<String, Object> scores = Replies.object(reranking.get("scores"), "the scores");
    scores.keySet().forEach(name -> score(name, Replies.number(scores, name)));
    if (!hits.isEmpty()) {
      expected.count("reranker.firsts." + id(hits.get(0)), 1);
    }
  }

  private void score(String name, double sum) {
    // Multiples of 1/1024, as the server says, whose sums are exact in any order.
    expected.amount("reranker.scores." + name, sum);
  }

  private static Object id(Object hit) {
    return Replies.object(hit, "a hit").get("id");
  }
}
