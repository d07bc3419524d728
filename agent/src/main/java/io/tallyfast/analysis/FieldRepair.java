package io.tallyfast.analysis;

import io.tallyfast.analysis.Repair.Merge;
import java.util.List;

/**
 * How a site on a field is repaired. Immutable.
 *
 * @param fusion the instructions that become one call; null when it is done at the write
 * @param again how the value is calculated again at the write; null when it merges or is fused
 * @param merge how the update is repeated
 * @param sum the addition whose operand must be kept; null unless merging needs it
 * @param outdated what still holds the old or the new value after the write, to be set again
 * @param reason why it is refused; empty when it is repaired
 */
public record FieldRepair(
    FieldFusion fusion,
    Recomputation again,
    Merge merge,
    Expr sum,
    List<Outdated> outdated,
    String reason) {

  /**
   * A local or the top of the stack, which another thread's update would make wrong.
   *
   * @param slot the local; -1 for the top of the stack below the operands of the write
   * @param kind how the stack holds it
   * @param type its class when it is an object
   * @param isNew whether it holds the value written, and not the value read
   */
  public record Outdated(int slot, char kind, String type, boolean isNew) {}

  static FieldRepair refused(String reason) {
    return new FieldRepair(null, null, Merge.DIFFERENCE, null, List.of(), reason);
  }

  static FieldRepair fused(FieldFusion fusion) {
    return new FieldRepair(fusion, null, Merge.DIFFERENCE, null, List.of(), "");
  }

  static FieldRepair merged(Merge merge, Expr sum, List<Outdated> outdated) {
    return new FieldRepair(null, null, merge, sum, outdated, "");
  }

  static FieldRepair again(Recomputation again, List<Outdated> outdated) {
    return new FieldRepair(null, again, Merge.DIFFERENCE, null, outdated, "");
  }

  /** Whether some local or the stack must be given the new value, or the old one, afterwards. */
  public boolean renews(boolean isNew) {
    for (Outdated each : outdated) {
      if (each.isNew() == isNew) {
        return true;
      }
    }
    return false;
  }

  /** Whether the site stays as it is. */
  public boolean isRefused() {
    return !reason.isEmpty();
  }
}
