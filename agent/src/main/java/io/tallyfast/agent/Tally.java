package io.tallyfast.agent;

import io.tallyfast.analysis.Site;
import io.tallyfast.config.Mode;
import io.tallyfast.report.Finding;
import io.tallyfast.report.Finding.Action;
import io.tallyfast.report.Summary;
import io.tallyfast.rewrite.SiteTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sums up the ledger and the counters. A class that was loaded by several class loaders, or
 * transformed again, is one class here: the source has one place to look at.
 */
final class Tally {
  private final Ledger ledger;
  private final SiteTable sites;
  private final RuntimeAccess runtime;
  private final Failures failures;

  Tally(Ledger ledger, SiteTable sites, RuntimeAccess runtime, Failures failures) {
    this.ledger = ledger;
    this.sites = sites;
    this.runtime = runtime;
    this.failures = failures;
  }

  /** What became of each site, sorted by class and line. */
  List<Finding> findings() {
    Map<String, Long> prevented = preventedBySite();
    Map<String, Finding> bySite = new LinkedHashMap<>();
    Action guarded = runtime == null ? Action.FOUND : Action.GUARDED;
    for (Ledger.Entry entry : ledger.snapshot()) {
      add(bySite, entry.guarded, guarded, prevented);
      add(bySite, entry.refused, Action.REFUSED, prevented);
    }
    List<Finding> findings = new ArrayList<>(bySite.values());
    Collections.sort(findings, new ByPlace());
    return findings;
  }

  private static void add(
      Map<String, Finding> bySite, List<Site> sites, Action action, Map<String, Long> prevented) {
    for (Site site : sites) {
      long count = prevented.getOrDefault(identity(site), 0L);
      bySite.putIfAbsent(identity(site), new Finding(site, action, "", count));
    }
  }

  private Map<String, Long> preventedBySite() {
    Map<String, Long> prevented = new HashMap<>();
    if (runtime == null) {
      return prevented;
    }
    List<Site> numbered = sites.snapshot();
    for (int i = 0; i < numbered.size(); i++) {
      String site = identity(numbered.get(i));
      prevented.put(site, prevented.getOrDefault(site, 0L) + runtime.preventedAt(i));
    }
    return prevented;
  }

  private static String identity(Site site) {
    String method = site.className() + '.' + site.method() + site.descriptor();
    return method + ' ' + site.idiom() + ' ' + site.line() + ' ' + site.fingerprint();
  }

  /** Sums up findings. */
  Summary summary(Mode mode, List<Finding> findings) {
    Set<String> classes = new HashSet<>();
    long prevented = 0;
    for (Finding finding : findings) {
      prevented += finding.prevented();
      if (finding.action() != Action.REFUSED) {
        classes.add(finding.site().className());
      }
    }
    return new Summary(
        TallyfastAgent.version(),
        mode.text(),
        count(findings, Action.GUARDED),
        count(findings, Action.REFUSED),
        count(findings, Action.FOUND),
        classes.size(),
        prevented,
        failures.errors(),
        failures.tooNew());
  }

  private static int count(List<Finding> findings, Action action) {
    int count = 0;
    for (Finding finding : findings) {
      if (finding.action() == action) {
        count++;
      }
    }
    return count;
  }

  private static final class ByPlace implements Comparator<Finding> {
    @Override
    public int compare(Finding a, Finding b) {
      int byClass = a.site().className().compareTo(b.site().className());
      return byClass != 0 ? byClass : Integer.compare(a.site().line(), b.site().line());
    }
  }
}
