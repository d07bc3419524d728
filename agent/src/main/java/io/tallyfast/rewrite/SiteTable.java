package io.tallyfast.rewrite;

import io.tallyfast.analysis.Site;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives every rewritten site the number under which the rewritten code counts. Thread-safe; numbers
 * start at 0 and are never given twice.
 */
public final class SiteTable {
  private final List<Site> sites = new ArrayList<>();

  /** Adds a site and returns its number. */
  public synchronized int add(Site site) {
    sites.add(site);
    return sites.size() - 1;
  }

  /** How many sites there are so far. */
  public synchronized int size() {
    return sites.size();
  }

  /** All sites so far, in the order of their numbers. */
  public synchronized List<Site> snapshot() {
    return List.copyOf(sites);
  }
}
