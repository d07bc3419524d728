package io.tallyfast.agent;

import io.tallyfast.report.Finding;
import io.tallyfast.report.Summary;
import java.util.List;

/** What a report of the agent says. Implementations are thread-safe. */
interface Totals {
  /** What became of each site so far. */
  List<Finding> findings();

  /** Sums up findings. */
  Summary summary(List<Finding> findings);

  /** Starts all figures from zero. */
  void reset();

  /** When counting began, in milliseconds since 1970: when the agent was turned on, or reset. */
  long since();
}
