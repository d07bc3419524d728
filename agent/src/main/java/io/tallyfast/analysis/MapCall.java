package io.tallyfast.analysis;

/** What a call does with one entry of a map. The first argument is the map, the second the key. */
public enum MapCall {
  /** Reads the value, null when there is none. */
  GET(2),
  /** Reads the value, the third argument when there is none. */
  GET_OR_DEFAULT(3),
  /** Tells whether there is a value. */
  CONTAINS(2),
  /** Stores the third argument, and returns what was there. */
  PUT(3),
  /** Stores the third argument if there is no value, and returns what was there. */
  PUT_IF_ABSENT(3),
  /** Stores the third argument if there is a value, and returns what was there. */
  REPLACE(3),
  /** Stores the fourth argument if the value equals the third, and tells whether it did. */
  REPLACE_IF(4),
  /** Removes the value and returns it. */
  REMOVE(2),
  /** Combines the value with the third argument by the function that is the fourth. */
  MERGE(4),
  /** Computes the value by the function that is the third argument. */
  COMPUTE(3),
  /** Likewise, when there is a value. */
  COMPUTE_IF_PRESENT(3),
  /** Likewise, when there is none. */
  COMPUTE_IF_ABSENT(3);

  private final int arguments;

  MapCall(int arguments) {
    this.arguments = arguments;
  }

  /** How many arguments it takes, the map included. */
  public int arguments() {
    return arguments;
  }

  /** Whether the result is the value that is, or just was, in the map. */
  public boolean reads() {
    return this == GET
        || this == GET_OR_DEFAULT
        || this == PUT_IF_ABSENT
        || this == REMOVE
        || this == COMPUTE_IF_ABSENT;
  }

  /** Whether the third argument is what the map holds from now on. */
  public boolean stores() {
    return this == PUT || this == REPLACE;
  }

  /** Whether the call itself reads, computes and writes. */
  public boolean computes() {
    return this == MERGE
        || this == COMPUTE
        || this == COMPUTE_IF_PRESENT
        || this == COMPUTE_IF_ABSENT;
  }
}
