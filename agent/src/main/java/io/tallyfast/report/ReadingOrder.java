package io.tallyfast.report;

import io.tallyfast.analysis.Site.Confidence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order in which people want to read findings: classes with a site that surely several threads
 * reach first, and the sites of a class together. Immutable.
 */
public final class ReadingOrder implements Comparator<Finding> {
  private static final int SAFE = 3;

  private final Map<String, Integer> first = new HashMap<>();

  private ReadingOrder(Collection<Finding> findings) {
    for (Finding finding : findings) {
      String name = finding.site().className();
      Integer known = first.get(name);
      int rank = rank(finding);
      first.put(name, known == null ? rank : Math.min(known, rank));
    }
  }

  /** The same findings in this order. */
  public static List<Finding> of(Collection<Finding> findings) {
    List<Finding> sorted = new ArrayList<>(findings);
    Collections.sort(sorted, new ReadingOrder(findings));
    return sorted;
  }

  @Override
  public int compare(Finding a, Finding b) {
    String one = a.site().className();
    String other = b.site().className();
    int order = Integer.compare(first.get(one), first.get(other));
    order = order != 0 ? order : one.compareTo(other);
    order = order != 0 ? order : Integer.compare(rank(a), rank(b));
    order = order != 0 ? order : Integer.compare(a.site().line(), b.site().line());
    return order != 0 ? order : a.site().fingerprint().compareTo(b.site().fingerprint());
  }

  /** Smaller for what is to be read first. */
  private static int rank(Finding finding) {
    Confidence confidence = finding.site().confidence();
    int rank = confidence == Confidence.HIGH ? 0 : confidence == Confidence.MEDIUM ? 1 : 2;
    return Counts.loses(finding.site()) ? rank : rank + SAFE;
  }
}
