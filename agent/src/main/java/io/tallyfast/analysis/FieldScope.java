package io.tallyfast.analysis;

/** Which fields are of interest. */
public enum FieldScope {
  /** None. */
  OFF,
  /** Volatile ones. */
  VOLATILE,
  /** Volatile ones, and those that are used as statistics are. */
  STATS,
  /** Each that is not used as a position. */
  ALL
}
