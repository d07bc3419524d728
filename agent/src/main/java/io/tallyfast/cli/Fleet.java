package io.tallyfast.cli;

import io.tallyfast.analysis.Site;
import io.tallyfast.report.Finding;
import io.tallyfast.report.Finding.Action;
import io.tallyfast.report.Run;
import io.tallyfast.report.Summary;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Joins the reports of several JVMs: sites by their fingerprints, counts added. What it holds grows
 * with the number of sites, not with that of reports. Not thread-safe.
 */
final class Fleet {
  private static final Comparator<Finding> BY_PLACE =
      Comparator.comparing((Finding finding) -> finding.site().className())
          .thenComparingInt(finding -> finding.site().line())
          .thenComparing(finding -> finding.site().fingerprint());

  private record Known(Finding finding, long written) {}

  private final Map<String, Known> sites = new HashMap<>();
  private String mode = "";
  private long lastWritten;
  private int jvms;
  private int errors;
  private int tooNew;

  /** Begins a JVM, whose sites follow. */
  void begin(ReportReader.Head head) {
    mode = mode.isEmpty() || mode.equals(head.mode()) ? head.mode() : "several";
    lastWritten = Math.max(lastWritten, head.run().written());
    jvms++;
    errors += head.errors();
    tooNew += head.tooNew();
  }

  /** Adds a site; what is not a count is taken from the report that was written last. */
  void add(Finding finding, long written) {
    String key = key(finding.site());
    Known known = sites.get(key);
    if (known == null) {
      sites.put(key, new Known(finding, written));
      return;
    }
    Finding newer = written >= known.written() ? finding : known.finding();
    Finding both =
        new Finding(
            newer.site(),
            newer.action(),
            newer.fix(),
            known.finding().evidence().plus(finding.evidence()));
    sites.put(key, new Known(both, Math.max(written, known.written())));
  }

  private static String key(Site site) {
    String method = site.className() + '.' + site.method() + site.descriptor();
    return site.fingerprint().isEmpty()
        ? method + ' ' + site.idiom() + ' ' + site.line()
        : site.fingerprint();
  }

  /** How many JVMs there are so far. */
  int jvms() {
    return jvms;
  }

  /** The joined sites, by class and line. */
  List<Finding> findings() {
    return sites.values().stream().map(Known::finding).sorted(BY_PLACE).toList();
  }

  /** Sums up findings. */
  Summary summary(String version, List<Finding> findings, int reports) {
    Set<String> classes = new HashSet<>();
    long prevented = 0;
    long lost = 0;
    for (Finding finding : findings) {
      prevented += finding.prevented();
      lost += finding.evidence().lost();
      if (finding.action() == Action.GUARDED || finding.action() == Action.REPORTED) {
        classes.add(finding.site().className());
      }
    }
    Summary summary =
        new Summary(
            version,
            mode,
            count(findings, Action.GUARDED),
            count(findings, Action.REFUSED),
            count(findings, Action.REPORTED),
            classes.size(),
            prevented,
            errors,
            tooNew);
    return summary.of(Run.joined(reports, jvms, lastWritten), Math.max(0, lost));
  }

  private static int count(List<Finding> findings, Action action) {
    return (int) findings.stream().filter(finding -> finding.action() == action).count();
  }
}
