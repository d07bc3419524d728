package io.tallyfast.analysis;

import io.tallyfast.analysis.Form.Term;
import java.util.List;
import java.util.Objects;

/**
 * How a site is repaired. Immutable.
 *
 * @param kind which of the repairs
 * @param merge how the update is repeated on what another thread stored in between
 * @param operand for {@link Merge#OPERAND}: what is added
 * @param base what an entry without a value counts as; null for zero
 * @param reason why it is refused; or what remains to be said of a repaired site; may be empty
 */
public record Repair(Kind kind, Merge merge, List<Term> operand, Base base, String reason) {
  /** The repairs. */
  public enum Kind {
    /** Read and write become one call. */
    FUSED,
    /** The write compares with what was read, and merges when it has changed. */
    MERGE_AT_WRITE,
    /** The write compares with what was read, and the value is calculated again if it changed. */
    CALCULATED_AGAIN,
    /** The write compares with what was read, and the code goes back to the read if it changed. */
    READ_AGAIN,
    /** A call that reads, computes and writes by itself runs under the map's lock. */
    COMPUTE,
    /** Left as it is. */
    REFUSED
  }

  /** How the update is repeated. */
  public enum Merge {
    /** Adds the difference between what was written and what was read. */
    DIFFERENCE,
    /** Adds the operand itself; differences of floating point numbers are not exact. */
    OPERAND,
    MAX,
    MIN,
    /** Keeps what the other thread stored. */
    KEEP,
    /** It does not merge. */
    NONE
  }

  /**
   * What an entry without a value counts as.
   *
   * @param constant a boxed number; null when it is an expression
   * @param value the expression whose value it is; null when it is a constant
   */
  public record Base(Number constant, Expr value) {
    /** Written out, for the one of records starts invokedynamic when an application starts. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Base base
          && Objects.equals(constant, base.constant)
          && value == base.value;
    }

    @Override
    public int hashCode() {
      return Objects.hashCode(constant) * 31 + Objects.hashCode(value);
    }
  }

  static Repair refused(String reason) {
    return new Repair(Kind.REFUSED, Merge.DIFFERENCE, List.of(), null, reason);
  }

  static Repair merge(Merge merge, Base base) {
    return new Repair(Kind.MERGE_AT_WRITE, merge, List.of(), base, "");
  }

  static Repair operand(List<Term> terms, Base base) {
    return new Repair(Kind.MERGE_AT_WRITE, Merge.OPERAND, terms, base, "");
  }

  static Repair calculatedAgain() {
    return new Repair(Kind.CALCULATED_AGAIN, Merge.NONE, List.of(), null, "");
  }

  static Repair readAgain() {
    return new Repair(Kind.READ_AGAIN, Merge.NONE, List.of(), null, "");
  }

  Repair fused() {
    return new Repair(Kind.FUSED, merge, operand, base, reason);
  }

  Repair withNote(String note) {
    return new Repair(kind, merge, operand, base, note);
  }
}
