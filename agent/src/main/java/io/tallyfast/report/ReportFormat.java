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

  /** Whether this version can write the format. */
  public boolean isAvailable() {
    return this == TEXT || this == JSON;
  }

  /**
   * Begins a report.
   *
   * @param out takes the report; the caller closes it
   * @throws UnsupportedOperationException when the format is not available
   */
  public ReportVisitor writeTo(Writer out) {
    return switch (this) {
      case TEXT -> new TextReport(out);
      case JSON -> new JsonReport(out);
      case SARIF, HTML ->
          throw new UnsupportedOperationException(ending + " reports are not available yet");
    };
  }
}
