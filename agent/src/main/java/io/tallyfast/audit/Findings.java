package io.tallyfast.audit;

import io.tallyfast.analysis.Site;
import io.tallyfast.analysis.Site.Confidence;
import io.tallyfast.config.ClassGlobs;
import io.tallyfast.report.Counts;
import io.tallyfast.report.Finding;
import io.tallyfast.report.Finding.Action;
import io.tallyfast.report.Fixes;
import io.tallyfast.report.ReadingOrder;
import io.tallyfast.report.Scan;
import io.tallyfast.report.Summary;
import java.util.ArrayList;
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
    return new Findings(List.copyOf(ReadingOrder.of(list)));
  }

  private static Action action(Site site, Baseline baseline) {
    Action action = Counts.action(site);
    return action != Action.NONE && baseline.accepts(site) ? Action.BASELINED : action;
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
    return Counts.of(list, action);
  }

  /** Sums up. */
  public Summary summary(String version, AuditResult result) {
    int refused = count(Action.REFUSED);
    int reported = count(Action.REPORTED);
    int classes = Counts.losingClasses(list);
    List<String> unreadable = result.problems().stream().map(Problem::toString).toList();
    Scan scan = Counts.scan(list, result.classes(), unreadable, Map.of());
    return new Summary(
        version, "audit", 0, refused, reported, classes, 0, result.problemCount(), 0, scan);
  }
}
