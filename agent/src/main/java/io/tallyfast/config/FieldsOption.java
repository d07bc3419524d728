package io.tallyfast.config;

import java.util.Locale;

/** Which counters in fields the agent guards. */
public enum FieldsOption {
  /** Volatile ones only. */
  VOLATILE,
  /** Volatile ones, and plain ones that are used as statistics are. */
  STATS,
  /** Each that is not used as a position. */
  ALL,
  /** None. */
  OFF;

  private final String text = name().toLowerCase(Locale.ROOT);

  /** The value as a user writes it, in lower case. */
  public String text() {
    return text;
  }
}
