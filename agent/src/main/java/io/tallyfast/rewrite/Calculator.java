package io.tallyfast.rewrite;

import static org.objectweb.asm.Opcodes.*;

import io.tallyfast.analysis.Calculation;
import io.tallyfast.analysis.Expr;
import io.tallyfast.analysis.Expr.Op;
import io.tallyfast.analysis.Recomputation;
import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;

/**
 * Writes the code that calculates a value again, by the instructions that made it. Used for one
 * site; not thread-safe.
 */
final class Calculator {
  private final Recomputation again;
  private final char kind;
  private final int seen;

  /** The locals that keep the operands that are not calculated again, by step and operand. */
  private final Map<Expr, int[]> kept = new HashMap<>();

  /**
   * Creates for a site.
   *
   * @param kind how the place holds its value, {@code I J F D A}
   * @param seen the local with what was read at last
   */
  Calculator(Recomputation again, char kind, int seen) {
    this.again = again;
    this.kind = kind;
    this.seen = seen;
  }

  /** Keeps, in the method's code, what is not calculated again. */
  void keep(InsnList code, FreshLocals locals) {
    for (Expr step : again.steps()) {
      keep(step, code, locals);
    }
  }

  /** Keeps the operands of a step that do not derive from what was read. */
  private void keep(Expr step, InsnList code, FreshLocals locals) {
    String kinds = Calculation.operands(step.insn);
    int[] slots = new int[kinds.length()];
    int lowest = kinds.length();
    for (int i = kinds.length() - 1; i >= 0; i--) {
      boolean keeps = step.args[i].op != Op.CONST && !again.derives(step.args[i]);
      lowest = keeps ? i : lowest;
    }
    InsnList copies = new InsnList();
    for (int i = kinds.length() - 1; i >= lowest; i--) {
      slots[i] = locals.allocate(kinds.charAt(i));
      copies.add(Emit.store(kinds.charAt(i), slots[i]));
    }
    for (int i = lowest; i < kinds.length(); i++) {
      copies.add(Emit.load(kinds.charAt(i), slots[i]));
    }
    kept.put(step, slots);
    code.insertBefore(step.insn, copies);
  }

  /** Pushes a value, calculated of what was read at last, and of what was kept. */
  void calculate(Expr value, InsnList list) {
    if (again.reads().contains(value)) {
      list.add(Emit.load(kind, seen));
      return;
    }
    String kinds = Calculation.operands(value.insn);
    for (int i = 0; i < kinds.length(); i++) {
      Expr operand = value.args[i];
      if (again.derives(operand)) {
        calculate(operand, list);
      } else if (operand.op == Op.CONST) {
        list.add(operand.insn.clone(Map.of()));
      } else {
        list.add(Emit.load(kinds.charAt(i), kept.get(value)[i]));
      }
    }
    if (value.insn instanceof IincInsnNode increment) {
      list.add(Emit.constant(increment.incr));
      list.add(new InsnNode(IADD));
    } else {
      list.add(value.insn.clone(Map.of()));
    }
  }
}
