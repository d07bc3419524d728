package io.tallyfast.report;

import java.io.IOException;

/**
 * A report in the making. It is shown the summary, then each finding, grouped by class, and then
 * the end. Not thread-safe; does not close what it writes to.
 */
public interface ReportVisitor {
  /** Begins the report. */
  void begin(Summary summary) throws IOException;

  /** Adds a finding. */
  void finding(Finding finding) throws IOException;

  /** Ends the report. */
  void end() throws IOException;
}
