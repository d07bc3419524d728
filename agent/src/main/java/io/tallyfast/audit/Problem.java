package io.tallyfast.audit;

/**
 * Something that could not be audited.
 *
 * @param place which file, archive or entry; holds no control characters
 * @param reason why, in words a user can act upon
 */
public record Problem(String place, String reason) {
  @Override
  public String toString() {
    return place + ": " + reason;
  }
}
