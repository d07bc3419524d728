package io.tallyfast.analysis;

import static org.objectweb.asm.Opcodes.*;

import io.tallyfast.analysis.Expr.Op;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Which instructions may run any number of times, as they do nothing but calculate, look at fields,
 * and set local variables. Answers for one method; not thread-safe.
 */
final class PureSteps {
  private static final Set<String> CHECKS =
      Set.of(
          "java/util/Objects.requireNonNull",
          "kotlin/jvm/internal/Intrinsics.checkNotNull",
          "kotlin/jvm/internal/Intrinsics.checkNotNullExpressionValue");

  private final String owner;
  private final MethodFlow flow;

  PureSteps(String owner, MethodFlow flow) {
    this.owner = owner;
    this.flow = flow;
  }

  /** Whether an instruction does nothing that could be noticed when it runs again. */
  boolean allows(AbstractInsnNode insn) {
    int opcode = insn.getOpcode();
    if (opcode < 0 || opcode == NOP) {
      return true;
    }
    if (opcode <= LDC) {
      return !(insn instanceof LdcInsnNode ldc)
          || ldc.cst instanceof Number
          || ldc.cst instanceof String;
    }
    if (opcode <= SALOAD || opcode >= ISTORE && opcode <= ASTORE) {
      return true;
    }
    if (opcode >= POP && opcode <= LOOKUPSWITCH) {
      return opcode != JSR && opcode != RET;
    }
    return switch (opcode) {
      case GETSTATIC -> isReady(((FieldInsnNode) insn).owner);
      case GETFIELD, ARRAYLENGTH, CHECKCAST, INSTANCEOF, IFNULL, IFNONNULL -> true;
      case INVOKEDYNAMIC -> Congruence.isPureConcat((InvokeDynamicInsnNode) insn);
      case INVOKEVIRTUAL, INVOKESTATIC, INVOKEINTERFACE -> calculates((MethodInsnNode) insn);
      default -> false;
    };
  }

  /** Whether looking at a static field cannot run an initialiser of the application. */
  private boolean isReady(String type) {
    return type.equals(owner) || type.startsWith("java/");
  }

  private boolean calculates(MethodInsnNode call) {
    Expr e = flow.at(call);
    return e != null
        && (Calculation.isOne(e)
            || Calculation.isBox(e)
            || CHECKS.contains(call.owner.concat(".").concat(call.name)));
  }

  /** Whether something is divided by what was read, which fails for zero. */
  boolean dividesBy(Expr e, Expr read) {
    return e != null
        && e.op == Op.ARITH
        && Calculation.divides(e.opcode())
        && ValueTests.dependsOn(e.args[1], Set.of(read));
  }

  /** Whether the same handlers catch what two instructions throw. */
  boolean isInSameTries(int a, int b) {
    for (TryCatchBlockNode block : flow.method().tryCatchBlocks) {
      int start = flow.indexOf(block.start);
      int end = flow.indexOf(block.end);
      if ((a >= start && a < end) != (b >= start && b < end)) {
        return false;
      }
    }
    return true;
  }
}
