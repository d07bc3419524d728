package io.tallyfast.audit;

import java.io.IOException;

/** Something is larger than any that is not meant to do harm; the message says what. */
final class LimitException extends IOException {
  private static final long serialVersionUID = 1L;

  LimitException(String message) {
    super(message);
  }
}
