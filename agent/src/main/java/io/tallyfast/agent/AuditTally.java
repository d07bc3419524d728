package io.tallyfast.agent;

import io.tallyfast.analysis.Site;
import io.tallyfast.config.Mode;
import io.tallyfast.report.Counts;
import io.tallyfast.report.Finding;
import io.tallyfast.report.Finding.Action;
import io.tallyfast.report.Fixes;
import io.tallyfast.report.ReadingOrder;
import io.tallyfast.report.Scan;
import io.tallyfast.report.Summary;
import java.util.ArrayList;
import java.util.List;

/** Sums up an audit of the classes that load. */
final class AuditTally implements Totals {
  private final LoadedAudit audit;
  private final LoadedBytecode bytecode;
  private final Failures failures;
  private final long since = System.currentTimeMillis();

  AuditTally(LoadedAudit audit, LoadedBytecode bytecode, Failures failures) {
    this.audit = audit;
    this.bytecode = bytecode;
    this.failures = failures;
  }

  @Override
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    for (Site site : audit.judge(bytecode)) {
      findings.add(new Finding(site, Counts.action(site), Fixes.of(site), 0));
    }
    return ReadingOrder.of(findings);
  }

  @Override
  public Summary summary(List<Finding> findings) {
    List<Site> sites = new ArrayList<>();
    for (Finding finding : findings) {
      sites.add(finding.site());
    }
    Scan scan =
        Counts.scan(findings, audit.classes(), failures.skippedMethods(), audit.sourcesOf(sites));
    return new Summary(
        TallyfastAgent.version(),
        Mode.AUDIT.text(),
        0,
        Counts.of(findings, Action.REFUSED),
        Counts.of(findings, Action.REPORTED),
        Counts.losingClasses(findings),
        0,
        failures.errors(),
        failures.tooNew(),
        scan);
  }

  /** What was found is no figure that begins again. */
  @Override
  public void reset() {}

  @Override
  public long since() {
    return since;
  }
}
