package io.tallyfast.cli;

import java.io.IOException;

/** A file that is no report of a JVM; the message says why, in words for the user. */
final class BadReportException extends IOException {
  private static final long serialVersionUID = 1L;

  BadReportException(String message) {
    super(message);
  }
}
