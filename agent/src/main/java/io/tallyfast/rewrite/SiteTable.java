package io.tallyfast.rewrite;

import io.tallyfast.analysis.Site;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives every rewritten site the number under which the rewritten code counts. Thread-safe; numbers
 * start at {@link #first()} and are never given twice.
 */
public final class SiteTable {
  private final int first;
  private final List<Site> sites = new ArrayList<>();

  /** Creates a table whose numbers start at 0. */
  public SiteTable() {
    this(0);
  }

  /** Creates a table that goes on where another one ended. */
  public SiteTable(int first) {
    this.first = first;
  }

  /** Adds a site and returns its number. */
  public synchronized int add(Site site) {
    sites.add(site);
    return first + sites.size() - 1;
  }

  /** The site of a number; null when this table has not given it. */
  public synchronized Site get(int number) {
    int index = number - first;
    return index < 0 || index >= sites.size() ? null : sites.get(index);
  }

  /** The number of the first site. */
  public int first() {
    return first;
  }

  /** The number that the next site gets. */
  public synchronized int next() {
    return first + sites.size();
  }

  /** All sites so far, in the order of their numbers. */
  public synchronized List<Site> snapshot() {
    return List.copyOf(sites);
  }
}
