package io.tallyfast.config;

/** An option that cannot be honoured. The message is one line for the user and names the option. */
public final class OptionException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Creates one with a message for the user. */
  public OptionException(String message) {
    super(message);
  }

  /** Creates one with a message for the user and what led to it. */
  public OptionException(String message, Throwable cause) {
    super(message, cause);
  }
}
