package io.tallyfast.runtime;

/** The bits by which rewritten code tells the runtime how to repeat an update. */
public final class How {
  /** Add what was written minus what was read. */
  public static final int DIFFERENCE = 0;

  /** Add the operand. */
  public static final int OPERAND = 1;

  /** Keep the larger. */
  public static final int MAX = 2;

  /** Keep the smaller. */
  public static final int MIN = 3;

  /** Keep what is there; store only where there is nothing. */
  public static final int KEEP = 4;

  /** None of these: nothing is repeated, only observed. */
  public static final int OTHER = 5;

  /** Store only where there is something, as {@code Map.replace} does. */
  public static final int REPLACE = 8;

  /** Fail rather than overflow, as {@code Math.addExact} does. */
  public static final int EXACT = 16;

  /** The read has noted its thread, so that windows that overlap can be told. */
  public static final int WINDOW = 32;

  static final int MERGE = 7;

  private How() {}
}
