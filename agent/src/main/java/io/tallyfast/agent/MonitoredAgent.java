package io.tallyfast.agent;

import io.tallyfast.analysis.Site;
import io.tallyfast.monitor.Monitored;
import io.tallyfast.monitor.State;
import io.tallyfast.report.Finding;
import io.tallyfast.report.ReportFile;
import io.tallyfast.rewrite.SiteTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Lets monitors see what the report at exit would tell. Thread-safe. */
final class MonitoredAgent implements Monitored {
  private final Totals totals;
  private final SiteTable sites;
  private final RuntimeAccess runtime;
  private final Failures failures;

  MonitoredAgent(Totals totals, SiteTable sites, RuntimeAccess runtime, Failures failures) {
    this.totals = totals;
    this.sites = sites;
    this.runtime = runtime;
    this.failures = failures;
  }

  @Override
  public State now() {
    List<Finding> findings = totals.findings();
    State.Troubles troubles =
        new State.Troubles(failures.skipped(), failures.unreadable(), runtime.fieldsNotAtomic());
    return new State(totals.summary(findings), findings, troubles, totals.since());
  }

  @Override
  public Site site(int number) {
    return sites.get(number);
  }

  @Override
  public void reset() {
    totals.reset();
  }

  @Override
  public void write(Path file) throws IOException {
    State now = now();
    ReportFile.write(file, now.summary(), now.findings());
  }

  @Override
  public void failed(String what, Throwable cause) {
    failures.notShown(what, cause);
  }
}
