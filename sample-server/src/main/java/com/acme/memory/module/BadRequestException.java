package com.acme.memory.module;

/** A request that the client got wrong. The message says what, in words for the client. */
public final class BadRequestException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Creates the exception with the text that the client is shown. */
  public BadRequestException(String message) {
    super(message);
  }
}
