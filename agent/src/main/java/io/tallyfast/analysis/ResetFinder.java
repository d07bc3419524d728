package io.tallyfast.analysis;

import io.tallyfast.analysis.Expr.Op;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Finds numbers that are taken and set to zero in two steps, {@code n = map.get(k); map.put(k, 0)}:
 * what is counted in between is lost. Answers for one method.
 */
final class ResetFinder {
  static final String IDIOM = "read-reset";

  private final MethodFlow flow;
  private final TypeOracle types;

  ResetFinder(MethodFlow flow, TypeOracle types) {
    this.flow = flow;
    this.types = types;
  }

  /**
   * Whether a write sets a place to zero whose number was read before, and is used.
   *
   * @param value what is written
   */
  boolean isReset(Place place, Expr value, AbstractInsnNode write) {
    Number zero = Bases.constantOf(value);
    if (zero == null || zero.doubleValue() != 0) {
      return false;
    }
    for (AbstractInsnNode insn : flow.insns()) {
      Expr read = flow.frame(insn) == null ? null : flow.at(insn);
      if (read != null
          && insn != write
          && place.isReadBy(read, types)
          && flow.control().dominators().dominates(flow.indexOf(insn), flow.indexOf(write))
          && isTaken(read, new HashSet<>())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a number goes anywhere but into a test. */
  private boolean isTaken(Expr value, Set<Expr> seen) {
    if (!seen.add(value)) {
      return false;
    }
    for (AbstractInsnNode use : flow.usesOf(value)) {
      Expr e = flow.at(use);
      boolean same =
          e != null
              && (e.op == Op.CAST
                  || e.op == Op.CONVERT
                  || e.op == Op.CALL && NumberCalls.roleOf(use) == NumberCalls.Role.SAME);
      if (same ? isTaken(e, seen) : !Insns.isTest(use.getOpcode()) && !isComparison(e)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isComparison(Expr e) {
    if (e == null) {
      return false;
    }
    boolean compares =
        e.opcode() >= org.objectweb.asm.Opcodes.LCMP
            && e.opcode() <= org.objectweb.asm.Opcodes.DCMPG;
    return compares
        || e.insn instanceof MethodInsnNode call
            && List.of("equals", "compareTo", "compare").contains(call.name);
  }
}
