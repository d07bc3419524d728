package com.acme.memory.index;

import com.acme.memory.embedding.Embedding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;

/**
 * Searches by words (BM25) and by meaning (nearest vectors), and joins the two lists by reciprocal
 * rank, because their scores have nothing in common. Thread-safe.
 */
final class HybridSearch {

  /** The usual constant of reciprocal rank fusion: keeps the first ranks from deciding alone. */
  private static final int RANK_OFFSET = 60;

  private final QueryBuilder words;

  HybridSearch(Analyzer analyzer) {
    this.words = new QueryBuilder(analyzer);
  }

  List<Hit> run(
      IndexSearcher searcher, String text, Embedding embedding, List<String> tags, int limit)
      throws IOException {
    Query filter = tags.isEmpty() ? null : anyOf(tags);
    Map<Integer, Double> scores = new LinkedHashMap<>();
    Query byWords = words.createBooleanQuery(Documents.CONTENT, text);
    if (byWords != null) {
      rank(searcher.search(filtered(byWords, filter), limit).scoreDocs, scores);
    }
    if (embedding.hasDirection()) {
      Query byMeaning =
          new KnnFloatVectorQuery(Documents.VECTOR, embedding.vector(), limit, filter);
      rank(searcher.search(byMeaning, limit).scoreDocs, scores);
    }
    return best(searcher.storedFields(), scores, limit);
  }

  private static Query anyOf(List<String> tags) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    tags.forEach(tag -> any.add(new TermQuery(new Term(Documents.TAG, tag)), Occur.SHOULD));
    return any.build();
  }

  private static Query filtered(Query query, Query filter) {
    if (filter == null) {
      return query;
    }
    return new BooleanQuery.Builder().add(query, Occur.MUST).add(filter, Occur.FILTER).build();
  }

  private static void rank(ScoreDoc[] found, Map<Integer, Double> scores) {
    int rank = RANK_OFFSET;
    for (ScoreDoc document : found) {
      rank++;
      scores.merge(document.doc, 1.0 / rank, Double::sum);
    }
  }

  private static List<Hit> best(StoredFields fields, Map<Integer, Double> scores, int limit)
      throws IOException {
    List<Map.Entry<Integer, Double>> ranked = new ArrayList<>(scores.entrySet());
    ranked.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
    List<Hit> hits = new ArrayList<>();
    for (Map.Entry<Integer, Double> entry : ranked.subList(0, Math.min(limit, ranked.size()))) {
      hits.add(new Hit(Documents.memory(fields.document(entry.getKey())), entry.getValue()));
    }
    return hits;
  }
}
