package io.tallyfast.analysis;

import static org.objectweb.asm.Opcodes.*;

import io.tallyfast.analysis.Expr.Op;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * A jump that tells whether an entry has a value.
 *
 * @param read the call whose result is tested: a read, or {@code containsKey}
 * @param jump position of the jump
 * @param absent position that is reached when there is no value
 */
record AbsenceTest(Expr read, int jump, int absent) {

  /** All such jumps of a method. */
  static List<AbsenceTest> in(MethodFlow flow, TypeOracle types) {
    List<AbsenceTest> tests = new ArrayList<>();
    for (AbstractInsnNode insn : flow.insns()) {
      if (insn instanceof JumpInsnNode jump && flow.frame(insn) != null) {
        AbsenceTest test = of(jump, flow, types);
        if (test != null) {
          tests.add(test);
        }
      }
    }
    return tests;
  }

  private static AbsenceTest of(JumpInsnNode jump, MethodFlow flow, TypeOracle types) {
    Expr condition = flow.at(jump);
    int opcode = jump.getOpcode();
    Expr tested = testedBy(condition);
    if (tested == null) {
      return null;
    }
    Expr read = null;
    boolean absentIfTrue = false;
    if (opcode == IFNULL || opcode == IFNONNULL || opcode == IF_ACMPEQ || opcode == IF_ACMPNE) {
      read = readUnder(tested, types);
      absentIfTrue = opcode == IFNULL || opcode == IF_ACMPEQ;
    } else if (opcode == IFEQ || opcode == IFNE) {
      read = flagUnder(tested, types);
      boolean saysAbsent = read != null && saysAbsent(tested);
      absentIfTrue = (opcode == IFNE) == saysAbsent;
    }
    if (read == null) {
      return null;
    }
    int at = flow.indexOf(jump);
    return new AbsenceTest(read, at, absentIfTrue ? flow.indexOf(jump.label) : at + 1);
  }

  /** The one value that a jump tests, for absence or truth; null when it compares two values. */
  private static Expr testedBy(Expr condition) {
    if (condition == null || condition.args.length == 0) {
      return null;
    }
    if (condition.args.length == 1) {
      return condition.args[0];
    }
    if (condition.args[0].isNull()) {
      return condition.args[1];
    }
    return condition.args[1].isNull() ? condition.args[0] : null;
  }

  private static Expr readUnder(Expr tested, TypeOracle types) {
    Expr e = tested.uncast();
    while (e.op == Op.CALL
        && NumberCalls.roleOf(e.insn) == NumberCalls.Role.SAME
        && e.args.length > 0) {
      e = e.args[0].uncast();
    }
    MapCall call = e.op == Op.CALL ? MapCalls.of(e.insn, types) : null;
    return call != null && call.reads() ? e : null;
  }

  /**
   * What a boolean tells the presence of: {@code containsKey}, {@code isPresent}, {@code isNull}.
   */
  private static Expr flagUnder(Expr tested, TypeOracle types) {
    boolean isSome =
        tested.insn instanceof TypeInsnNode type
            && tested.opcode() == INSTANCEOF
            && type.desc.equals("scala/Some");
    if (isSome) {
      return readUnder(tested.args[0], types);
    }
    if (tested.op != Op.CALL || tested.args.length == 0) {
      return null;
    }
    if (isNone(tested.args[0])) {
      return tested.args.length == 2 ? readUnder(tested.args[1], types) : null;
    }
    if (MapCalls.of(tested.insn, types) == MapCall.CONTAINS) {
      return tested;
    }
    String owner = ((MethodInsnNode) tested.insn).owner;
    boolean presence =
        tested.args.length == 1
            && (owner.equals("java/util/Optional") || owner.equals("java/util/Objects"));
    return presence ? readUnder(tested.args[0], types) : null;
  }

  private static boolean isNone(Expr e) {
    return e.insn instanceof FieldInsnNode field && field.owner.equals("scala/None$");
  }

  private static boolean saysAbsent(Expr flag) {
    if (flag.op != Op.CALL || flag.args.length == 0) {
      return false;
    }
    if (isNone(flag.args[0])) {
      return true;
    }
    String name = ((MethodInsnNode) flag.insn).name;
    return name.equals("isEmpty") || name.equals("isNull");
  }

  /** Whether every way to a position leads over the side where there is no value. */
  boolean guards(int position, ControlFlow flow) {
    int[] in = flow.predecessors(absent);
    return in.length == 1 && in[0] == jump && flow.dominators().dominates(absent, position);
  }

  /** Whether a merge point takes an input on the side where there is no value. */
  boolean guardsInput(Expr phi, int input, ControlFlow flow) {
    int source = phi.from[input];
    return source == jump && phi.joinsAt == absent || guards(source, flow);
  }
}
