package io.tallyfast.report;

import java.io.Writer;

/** The formats of a report. */
public enum ReportFormat {
  TEXT(".txt"),
  JSON(".json"),
  SARIF(".sarif"),
  HTML(".html");

  private final String ending;

  ReportFormat(String ending) {
    this.ending = ending;
  }

  /** The ending of a file of this format, with its dot. */
  public String ending() {
    return ending;
  }

  /** The format that a file's ending stands for; null when it stands for none. */
  public static ReportFormat ofFile(String fileName) {
    for (ReportFormat format : values()) {
      if (fileName.endsWith(format.ending)) {
        return format;
      }
    }
    return null;
  }

  /**
   * Begins a report.
   *
   * @param out takes the report; the caller closes it
   */
  public ReportVisitor writeTo(Writer out, ReportStyle style) {
    return switch (this) {
      case TEXT -> new TextReport(out, style.colours());
      case JSON -> new JsonReport(out);
      case SARIF -> new SarifReport(out);
      case HTML -> new HtmlReport(out, style.sources());
    };
  }
}
