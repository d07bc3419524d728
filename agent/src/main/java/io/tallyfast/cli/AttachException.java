package io.tallyfast.cli;

/** Why a JVM cannot be reached, as the user is told. */
final class AttachException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;

  AttachException(int status, String message) {
    super(message);
    this.status = status;
  }

  /** The exit status; a constant of {@code Answer}. */
  int status() {
    return status;
  }
}
