package io.tallyfast.agent;

import io.tallyfast.analysis.Site;
import io.tallyfast.config.Mode;
import io.tallyfast.report.Evidence;
import io.tallyfast.report.Finding;
import io.tallyfast.report.Finding.Action;
import io.tallyfast.report.Fixes;
import io.tallyfast.report.Scan;
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
final class Tally implements Totals {
  private final Mode mode;
  private final Ledger ledger;
  private final SiteTable sites;
  private final RuntimeAccess runtime;
  private final Failures failures;
  private final Jvm jvm = new Jvm();
  private volatile long since = System.currentTimeMillis();

  Tally(Mode mode, Ledger ledger, SiteTable sites, RuntimeAccess runtime, Failures failures) {
    this.mode = mode;
    this.ledger = ledger;
    this.sites = sites;
    this.runtime = runtime;
    this.failures = failures;
  }

  /** What became of each site, sorted by class and line. */
  @Override
  public List<Finding> findings() {
    Map<String, Evidence> evidence = evidenceBySite();
    Map<String, Finding> bySite = new LinkedHashMap<>();
    PlainFields plain = new PlainFields(runtime.notAtomic());
    for (Ledger.Entry entry : ledger.snapshot()) {
      for (Site site : entry.guarded) {
        Action action = mode == Mode.GUARD ? Action.GUARDED : Action.REPORTED;
        add(bySite, site, plain.noted(site), action, evidence);
      }
      for (Site site : entry.refused) {
        add(bySite, site, site, losesUpdates(site) ? Action.REFUSED : Action.NONE, evidence);
      }
    }
    List<Finding> findings = new ArrayList<>(bySite.values());
    Collections.sort(findings, new ByPlace());
    return findings;
  }

  private static boolean losesUpdates(Site site) {
    return switch (site.verdict()) {
      case UNPROTECTED, MIXED, REFUSED -> true;
      case PROTECTED, ATOMIC, CONFINED -> false;
    };
  }

  private static void add(
      Map<String, Finding> bySite,
      Site site,
      Site shown,
      Action action,
      Map<String, Evidence> evidence) {
    String identity = identity(site);
    Evidence happened = evidence.getOrDefault(identity, Evidence.NONE);
    bySite.putIfAbsent(identity, new Finding(shown, action, Fixes.of(shown), happened));
  }

  private Map<String, Evidence> evidenceBySite() {
    Map<String, Evidence> evidence = new HashMap<>();
    List<Site> numbered = sites.snapshot();
    int first = sites.first();
    for (int i = 0; i < numbered.size(); i++) {
      String site = identity(numbered.get(i));
      Evidence known = evidence.getOrDefault(site, Evidence.NONE);
      evidence.put(site, known.plus(runtime.evidenceAt(first + i)));
    }
    return evidence;
  }

  private static String identity(Site site) {
    String method = site.className() + '.' + site.method() + site.descriptor();
    return method + ' ' + site.idiom() + ' ' + site.line() + ' ' + site.fingerprint();
  }

  /** Sums up findings. */
  @Override
  public Summary summary(List<Finding> findings) {
    Set<String> classes = new HashSet<>();
    long prevented = 0;
    long lost = 0;
    for (Finding finding : findings) {
      prevented += finding.prevented();
      lost += finding.evidence().lost();
      if (isWhatTheModeIsAbout(finding.action())) {
        classes.add(finding.site().className());
      }
    }
    Summary summary =
        new Summary(
            TallyfastAgent.version(),
            mode.text(),
            count(findings, Action.GUARDED),
            count(findings, Action.REFUSED),
            count(findings, Action.REPORTED),
            classes.size(),
            prevented,
            failures.errors(),
            failures.tooNew(),
            Scan.none(failures.skippedMethods()));
    return summary.of(jvm.run(since), Math.max(0, lost));
  }

  @Override
  public void reset() {
    runtime.reset();
    since = System.currentTimeMillis();
  }

  @Override
  public long since() {
    return since;
  }

  private boolean isWhatTheModeIsAbout(Action action) {
    return action == Action.GUARDED
        || action == Action.REPORTED
        || (action == Action.REFUSED && mode == Mode.AUDIT);
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
