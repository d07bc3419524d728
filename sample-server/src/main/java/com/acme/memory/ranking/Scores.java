package com.acme.memory.ranking;

import com.acme.memory.index.Hit;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The scores of one candidate among others, from 0 to 1.
 *
 * @param recency how many of the others are older
 * @param usage how often it came first before, compared with the one that did most often
 * @param lexical how many words of the query it contains
 */
record Scores(double recency, double usage, double lexical) {

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Finer differences mean nothing; whole steps keep sums free of rounding. */
  private static final double STEPS = 1024;

  static Scores of(Hit hit, List<Hit> among, Set<String> sought, ToIntFunction<String> uses) {
    Instant created = hit.memory().created();
    long older = among.stream().filter(other -> other.memory().created().isBefore(created)).count();
    int most =
        among.stream().mapToInt(other -> uses.applyAsInt(other.memory().id())).max().orElse(0);
    Set<String> common = new HashSet<>(sought);
    common.retainAll(words(hit.memory().content()));
    return new Scores(
        share(older, among.size() - 1),
        share(uses.applyAsInt(hit.memory().id()), most),
        share(common.size(), sought.size()));
  }

  /** Returns the words of a text in lower case. */
  static Set<String> words(String text) {
    return NO_WORD
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toSet());
  }

  private static double share(long part, int whole) {
    return whole == 0 ? 0 : Math.rint(Math.min(part, whole) * STEPS / whole) / STEPS;
  }

  double total() {
    return (recency + usage) / 4 + lexical / 2;
  }
}
