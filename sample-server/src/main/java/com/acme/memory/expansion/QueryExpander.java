package com.acme.memory.expansion;

import com.acme.memory.module.Module;
import com.acme.memory.module.Tool;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Adds synonyms and stems to the words of a query, so that it finds what was said in other words.
 */
public final class QueryExpander implements Module {

  /** Keeps the longest query below what Lucene joins into one. */
  private static final int MOST_ADDED = 16;

  private final Words words = new Words();
  private final Map<String, Integer> stats = new HashMap<>();
  private final Map<String, Integer> terms = new HashMap<>();

  /** Creates the expander, with the synonyms that are a part of the server. */
  public QueryExpander() {
    stats.put("expansions", 0);
    stats.put("terms_added", 0);
    stats.put("synonyms_added", 0);
    stats.put("stems_added", 0);
    stats.put("most_added", 0);
  }

  /** Adds to a query what its words may also be called; the same every time. */
  public Expansion expand(String text) {
    int expansions = stats.get("expansions");
    Set<String> known = words.of(text);
    List<String> synonyms = unknown(words.withSynonyms(text), known, MOST_ADDED);
    List<String> stems = unknown(words.stems(text), known, MOST_ADDED - synonyms.size());
    Expansion expansion = new Expansion(joined(text, synonyms, stems), synonyms, stems);
    stats.put("expansions", expansions + 1);
    count(expansion);
    return expansion;
  }

  private static List<String> unknown(Set<String> candidates, Set<String> known, int limit) {
    List<String> added = new ArrayList<>();
    for (String candidate : candidates) {
      if (added.size() < limit && known.add(candidate)) {
        added.add(candidate);
      }
    }
    return added;
  }

  private static String joined(String text, List<String> synonyms, List<String> stems) {
    List<String> parts = new ArrayList<>(List.of(text));
    parts.addAll(synonyms);
    parts.addAll(stems);
    return String.join(" ", parts);
  }

  private void count(Expansion expansion) {
    bump("terms_added", expansion.added());
    bump("synonyms_added", expansion.synonyms().size());
    bump("stems_added", expansion.stems().size());
    if (expansion.added() > stats.get("most_added")) {
      stats.put("most_added", expansion.added());
    }
    for (String term : expansion.synonyms()) {
      terms.put(term, terms.getOrDefault(term, 0) + 1);
    }
    for (String term : expansion.stems()) {
      terms.put(term, terms.getOrDefault(term, 0) + 1);
    }
  }

  private void bump(String key, int amount) {
    stats.put(key, stats.get(key) + amount);
  }

  @Override
  public String name() {
    return "expander";
  }

  @Override
  public List<Tool> tools() {
    return List.of(new ExpandTool(this));
  }

  @Override
  public Map<String, ?> statistics() {
    return Map.of("stats", stats, "terms", terms);
  }

  @Override
  public void close() {
    words.close();
  }
}
