package io.tallyfast.analysis;

/** A method that the analysis leaves alone; the message says why, for the report. */
public final class UnsupportedMethodException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnsupportedMethodException(String message) {
    super(message, null, false, false);
  }
}
