package io.tallyfast.monitor.jfr;

import io.tallyfast.report.Evidence;
import io.tallyfast.report.Finding;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Period;
import jdk.jfr.Registered;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** What was counted at a site so far; one for each site at the end of each chunk. */
@Name("tallyfast.Site")
@Label("Site")
@Description("What was counted at a site, since the agent was turned on or since the last reset")
@Category("Tallyfast")
@StackTrace(false)
@Period("endChunk")
@Registered(false)
final class SiteCounts extends SiteEvent {
  @Label("Action")
  @Description("What became of it: guarded, refused, reported")
  String action;

  @Label("Hits")
  long hits;

  @Label("Threads")
  @Description("At least")
  int threads;

  @Label("Prevented")
  @Description("Lost updates that were prevented")
  long prevented;

  @Label("Lost")
  @Description("Updates that were lost, in the mode observe")
  long lost;

  @Label("Plain Maps")
  @Description("Whether a map was met that is guarded here only")
  boolean plainMaps;

  @Label("Timed")
  @Description("Updates, a sample, of which the time to get the lock was taken")
  long timed;

  @Label("Contended")
  @Description("Of those, how many had to wait")
  long contended;

  @Label("Time to Acquire")
  @Description("The sum over those that were timed")
  @Timespan(Timespan.NANOSECONDS)
  long acquire;

  @Label("Longest Time to Acquire")
  @Timespan(Timespan.NANOSECONDS)
  long longestAcquire;

  final void of(Finding finding) {
    at(finding.site());
    Evidence evidence = finding.evidence();
    action = finding.action().text();
    hits = evidence.hits();
    threads = evidence.threads();
    prevented = evidence.prevented();
    lost = evidence.lost();
    plainMaps = evidence.plainMaps();
    timed = evidence.waiting().timed();
    contended = evidence.waiting().contended();
    acquire = evidence.waiting().nanos();
    longestAcquire = evidence.waiting().longestNanos();
  }
}
