package io.tallyfast.audit;

import io.tallyfast.analysis.Site;
import io.tallyfast.analysis.Site.Confidence;
import io.tallyfast.config.ClassGlobs;
import io.tallyfast.report.Finding;
import io.tallyfast.report.Finding.Action;
import io.tallyfast.report.Fixes;
import io.tallyfast.report.Scan;
import io.tallyfast.report.Summary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The sites that a user asked for, each with what is said of it: classes with a site that surely
 * several threads reach first, and the sites of a class together. Immutable.
 */
public final class Findings {
  private final List<Finding> list;

  private Findings(List<Finding> list) {
    this.list = list;
  }

  /**
   * Selects and sorts.
   *
   * @param include the classes to take; empty for all
   * @param exclude the classes to leave out all the same
   * @param least sites of less confidence are left out
   */
  public static Findings of(
      List<Site> sites,
      ClassGlobs include,
      ClassGlobs exclude,
      Confidence least,
      Baseline baseline) {
    List<Finding> list = new ArrayList<>();
    for (Site site : sites) {
      String name = site.className().replace('.', '/');
      boolean wanted = include.isEmpty() || include.matches(name);
      if (wanted && !exclude.matches(name) && site.confidence().compareTo(least) <= 0) {
        list.add(new Finding(site, action(site, baseline), Fixes.of(site), 0));
      }
    }
    list.sort(order(list));
    return new Findings(List.copyOf(list));
  }

  private static Action action(Site site, Baseline baseline) {
    if (!loses(site)) {
      return Action.NONE;
    }
    if (baseline.accepts(site)) {
      return Action.BASELINED;
    }
    return site.verdict() == Site.Verdict.REFUSED ? Action.REFUSED : Action.REPORTED;
  }

  /** Whether a site loses updates. */
  public static boolean loses(Site site) {
    return switch (site.verdict()) {
      case UNPROTECTED, MIXED, REFUSED -> true;
      case PROTECTED, ATOMIC, CONFINED -> false;
    };
  }

  private static Comparator<Finding> order(List<Finding> findings) {
    Map<String, Integer> first = new HashMap<>();
    for (Finding finding : findings) {
      first.merge(finding.site().className(), rank(finding), Math::min);
    }
    Comparator<Finding> byClass =
        Comparator.<Finding>comparingInt(f -> first.get(f.site().className()))
            .thenComparing(f -> f.site().className());
    return byClass
        .thenComparingInt(Findings::rank)
        .thenComparingInt(f -> f.site().line())
        .thenComparing(f -> f.site().fingerprint());
  }

  /** Smaller for what is to be read first. */
  private static int rank(Finding finding) {
    int confidence =
        switch (finding.site().confidence()) {
          case HIGH -> 0;
          case MEDIUM -> 1;
          case LOW -> 2;
        };
    return loses(finding.site()) ? confidence : confidence + 3;
  }

  /** All of them. */
  public List<Finding> all() {
    return list;
  }

  /** Those with one of some verdicts. */
  public List<Finding> ofVerdicts(Set<Site.Verdict> verdicts) {
    return list.stream().filter(f -> verdicts.contains(f.site().verdict())).toList();
  }

  /** How many sites lose updates and are not accepted by the baseline. */
  public int losing() {
    return count(Action.REPORTED) + count(Action.REFUSED);
  }

  private int count(Action action) {
    return (int) list.stream().filter(f -> f.action() == action).count();
  }

  /** Sums up. */
  public Summary summary(String version, AuditResult result) {
    Set<String> classes = new HashSet<>();
    for (Finding finding : list) {
      if (finding.action() == Action.REPORTED || finding.action() == Action.REFUSED) {
        classes.add(finding.site().className());
      }
    }
    int problems = result.problemCount();
    int reported = count(Action.REPORTED);
    int refused = count(Action.REFUSED);
    return new Summary(
        version, "audit", 0, refused, reported, classes.size(), 0, problems, 0, scan(result));
  }

  private Scan scan(AuditResult result) {
    Map<Site.Verdict, Integer> verdicts = new HashMap<>();
    for (Finding finding : list) {
      if (finding.action() != Action.BASELINED) {
        verdicts.merge(finding.site().verdict(), 1, Integer::sum);
      }
    }
    return new Scan(
        verdicts.getOrDefault(Site.Verdict.UNPROTECTED, 0),
        verdicts.getOrDefault(Site.Verdict.MIXED, 0),
        verdicts.getOrDefault(Site.Verdict.PROTECTED, 0),
        verdicts.getOrDefault(Site.Verdict.ATOMIC, 0),
        verdicts.getOrDefault(Site.Verdict.CONFINED, 0),
        count(Action.BASELINED),
        result.classes(),
        result.problems().stream().map(Problem::toString).toList());
  }
}
