package io.tallyfast.analysis;

import io.tallyfast.analysis.Expr.Op;
import java.util.Objects;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Compares expressions of a method with those of its caller, with the arguments of the call in
 * place of the parameters. Immutable; thread-safe.
 */
final class Substitution {
  private static final int MAX_DEPTH = 6;

  private final Expr[] bySlot;

  /** The substitution that a call of a method makes. */
  Substitution(MethodNode callee, Expr call) {
    int slot = (callee.access & Opcodes.ACC_STATIC) == 0 ? 1 : 0;
    Type[] parameters = Type.getArgumentTypes(callee.desc);
    this.bySlot = new Expr[callee.maxLocals + 1];
    if (slot == 1) {
      bySlot[0] = call.args[0];
    }
    for (int i = 0, arg = slot; i < parameters.length; i++) {
      bySlot[slot] = call.args[arg + i];
      slot += parameters[i].getSize();
    }
  }

  /** Whether an expression of the callee is the same computation as one of the caller. */
  boolean isAlike(Expr inCallee, Expr inCaller) {
    return isAlike(inCallee, inCaller, MAX_DEPTH);
  }

  /** What an expression of the callee is in the caller, where it is a parameter; or null. */
  Expr argument(Expr inCallee) {
    Expr e = Numbers.unboxed(inCallee.uncast()).uncast();
    return e.op == Op.PARAM && e.index < bySlot.length ? bySlot[e.index] : null;
  }

  private boolean isAlike(Expr calleeSide, Expr callerSide, int depth) {
    Expr a = Numbers.unboxed(calleeSide.uncast()).uncast();
    Expr b = Numbers.unboxed(callerSide.uncast()).uncast();
    if (a.op == Op.PARAM) {
      Expr argument = bySlot[a.index];
      return argument != null && Congruence.alike(Numbers.unboxed(argument.uncast()), b);
    }
    if (a.op != b.op || depth == 0 || a.args.length != b.args.length || !isSame(a, b)) {
      return false;
    }
    for (int i = 0; i < a.args.length; i++) {
      if (!isAlike(a.args[i], b.args[i], depth - 1)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSame(Expr a, Expr b) {
    return switch (a.op) {
      case CONST -> Objects.equals(a.constant, b.constant);
      case FIELD, STATIC ->
          ((FieldInsnNode) a.insn).name.equals(((FieldInsnNode) b.insn).name)
              && ((FieldInsnNode) a.insn).desc.equals(((FieldInsnNode) b.insn).desc);
      case CALL ->
          ((MethodInsnNode) a.insn).name.equals(((MethodInsnNode) b.insn).name)
              && ((MethodInsnNode) a.insn).desc.equals(((MethodInsnNode) b.insn).desc);
      case ARITH, CONVERT, ELEMENT ->
          a.opcode() == b.opcode() && Objects.equals(a.constant, b.constant);
      default -> false;
    };
  }
}
