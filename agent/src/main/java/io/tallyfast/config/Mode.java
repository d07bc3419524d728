package io.tallyfast.config;

import java.util.Locale;

/** What the agent does with the sites that it finds. */
public enum Mode {
  /** Rewrite them, so that no update is lost. */
  GUARD,
  /** Rewrite nothing; report the sites of the classes that really load. */
  AUDIT,
  /** Change no result; detect and count lost updates as they happen. */
  OBSERVE,
  /** Do nothing at all. */
  OFF;

  private final String text = name().toLowerCase(Locale.ROOT);

  /** The mode as a user writes it, in lower case. */
  public String text() {
    return text;
  }
}
