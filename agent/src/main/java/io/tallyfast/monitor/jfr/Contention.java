package io.tallyfast.monitor.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Registered;
import jdk.jfr.SettingDefinition;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** An update that was timed, and had to wait for its lock. */
@Name("tallyfast.Contention")
@Label("Contention")
@Description("An update, one of the sample that is timed, waited for its lock")
@Category("Tallyfast")
@StackTrace
@Registered(false)
final class Contention extends SiteEvent {
  @Label("Time to Acquire")
  @Timespan(Timespan.NANOSECONDS)
  long waited;

  /** Whether the wait was long enough for what is recorded. Called by the recorder. */
  @Name("atLeast")
  @Label("At Least")
  @Description("Leaves out what waited less")
  @Timespan
  @SettingDefinition
  boolean atLeast(WaitThreshold threshold) {
    return threshold.admits(waited);
  }
}
