package io.tallyfast.report;

/**
 * How a report is to look. Immutable.
 *
 * @param colours whether text may hold the colours of a terminal
 * @param sources where source lines come from
 */
public record ReportStyle(boolean colours, Sources sources) {
  /** Without colours, without sources. */
  public static final ReportStyle PLAIN = new ReportStyle(false, Sources.NONE);
}
