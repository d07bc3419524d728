package io.tallyfast.report;

import io.tallyfast.analysis.Site;
import io.tallyfast.analysis.Site.Verdict;
import io.tallyfast.report.Finding.Action;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an audit counts, be it of class files or of classes that load. Stateless. */
public final class Counts {
  private Counts() {}

  /** Whether a site loses updates. */
  public static boolean loses(Site site) {
    return switch (site.verdict()) {
      case UNPROTECTED, MIXED, REFUSED -> true;
      case PROTECTED, ATOMIC, CONFINED -> false;
    };
  }

  /** What is done about a site where nothing is rewritten, and no baseline accepts it. */
  public static Action action(Site site) {
    if (!loses(site)) {
      return Action.NONE;
    }
    return site.verdict() == Verdict.REFUSED ? Action.REFUSED : Action.REPORTED;
  }

  /** How many findings have an action. */
  public static int of(Collection<Finding> findings, Action action) {
    int count = 0;
    for (Finding finding : findings) {
      if (finding.action() == action) {
        count++;
      }
    }
    return count;
  }

  /** How many classes have a site that loses updates, and that no baseline accepts. */
  public static int losingClasses(Collection<Finding> findings) {
    Set<String> classes = new HashSet<>();
    for (Finding finding : findings) {
      if (finding.action() == Action.REPORTED || finding.action() == Action.REFUSED) {
        classes.add(finding.site().className());
      }
    }
    return classes.size();
  }

  /**
   * Counts the verdicts.
   *
   * @param classes how many classes were looked at
   * @param unreadable what could not be looked at, in words
   * @param loaded where a JVM got the classes from, by binary name; empty when none runs
   */
  public static Scan scan(
      Collection<Finding> findings,
      int classes,
      List<String> unreadable,
      Map<String, List<LoadedFrom>> loaded) {
    return new Scan(
        count(findings, Verdict.UNPROTECTED),
        count(findings, Verdict.MIXED),
        count(findings, Verdict.PROTECTED),
        count(findings, Verdict.ATOMIC),
        count(findings, Verdict.CONFINED),
        of(findings, Action.BASELINED),
        classes,
        unreadable,
        loaded);
  }

  private static int count(Collection<Finding> findings, Verdict verdict) {
    int count = 0;
    for (Finding finding : findings) {
      if (finding.site().verdict() == verdict && finding.action() != Action.BASELINED) {
        count++;
      }
    }
    return count;
  }
}
