package io.tallyfast.analysis;

import static org.objectweb.asm.Opcodes.*;

import io.tallyfast.analysis.Expr.Op;
import java.util.Arrays;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Makes the values of instructions from their operands. Executing an instruction again, with other
 * operands, updates the one expression that stands for it.
 */
final class ExprInterpreter {
  private static final Expr[] NONE = {};

  private final Expr[] byInsn;
  private int position;

  ExprInterpreter(int instructions) {
    this.byInsn = new Expr[instructions];
  }

  /** The expression that stands for an instruction, null when it was never executed. */
  Expr at(int index) {
    return byInsn[index];
  }

  /** Says which instruction comes next. */
  void goTo(int instruction) {
    position = instruction;
  }

  private Expr make(Op op, AbstractInsnNode insn, int size, Expr[] args) {
    Expr e = byInsn[position];
    if (e == null) {
      e = new Expr(op, insn, size);
      byInsn[position] = e;
    }
    e.args = args;
    return e;
  }

  /** The value of a parameter or of {@code this}. */
  static Expr parameter(int local, Type type) {
    Expr e = new Expr(Op.PARAM, null, type.getSize());
    e.index = local;
    e.constant = type;
    return e;
  }

  /** The value of a constant, a static field, or a new object. */
  Expr newOperation(AbstractInsnNode insn) {
    int opcode = insn.getOpcode();
    if (opcode == GETSTATIC) {
      return make(Op.STATIC, insn, Insns.fieldSize(insn), NONE);
    }
    if (opcode == NEW) {
      return make(Op.NEW, insn, 1, NONE);
    }
    Object constant = constantOf(insn);
    Expr e = make(Op.CONST, insn, sizeOf(constant), NONE);
    e.constant = constant;
    return e;
  }

  private static int sizeOf(Object constant) {
    if (constant instanceof ConstantDynamic dynamic) {
      return dynamic.getSize();
    }
    return constant instanceof Long || constant instanceof Double ? 2 : 1;
  }

  private static Object constantOf(AbstractInsnNode insn) {
    int opcode = insn.getOpcode();
    if (opcode == ACONST_NULL) {
      return null;
    }
    if (opcode <= ICONST_5) {
      return opcode - ICONST_0;
    }
    if (opcode <= LCONST_1) {
      return (long) (opcode - LCONST_0);
    }
    if (opcode <= FCONST_2) {
      return (float) (opcode - FCONST_0);
    }
    if (opcode <= DCONST_1) {
      return (double) (opcode - DCONST_0);
    }
    return insn instanceof IntInsnNode push ? push.operand : ((LdcInsnNode) insn).cst;
  }

  /** The value made of one operand; for an instruction that leaves none, what stands for it. */
  Expr unaryOperation(AbstractInsnNode insn, Expr value) {
    int opcode = insn.getOpcode();
    Expr[] args = {value};
    if (opcode == IINC) {
      Expr e = make(Op.ARITH, insn, 1, args);
      e.constant = ((IincInsnNode) insn).incr;
      return e;
    }
    if (opcode >= INEG && opcode <= DNEG) {
      return make(Op.ARITH, insn, value.getSize(), args);
    }
    if (opcode >= I2L && opcode <= I2S) {
      return make(Op.CONVERT, insn, Insns.convertedSize(opcode), args);
    }
    return switch (opcode) {
      case GETFIELD -> make(Op.FIELD, insn, Insns.fieldSize(insn), args);
      case CHECKCAST -> make(Op.CAST, insn, 1, args);
      case NEWARRAY, ANEWARRAY -> make(Op.NEW, insn, 1, args);
      default -> make(Op.OTHER, insn, 1, args);
    };
  }

  /** Likewise of two operands. */
  Expr binaryOperation(AbstractInsnNode insn, Expr left, Expr right) {
    int opcode = insn.getOpcode();
    Expr[] args = {left, right};
    if (opcode >= IALOAD && opcode <= SALOAD) {
      return make(Op.ELEMENT, insn, opcode == LALOAD || opcode == DALOAD ? 2 : 1, args);
    }
    if (opcode >= IADD && opcode <= LXOR) {
      return make(Op.ARITH, insn, left.getSize(), args);
    }
    return make(Op.OTHER, insn, 1, args);
  }

  /** Likewise of the three operands of a store into an array. */
  void ternaryOperation(AbstractInsnNode insn, Expr array, Expr index, Expr value) {
    make(Op.OTHER, insn, 1, new Expr[] {array, index, value});
  }

  /**
   * Likewise of any number of operands.
   *
   * @param args an array of its own, which is kept
   */
  Expr naryOperation(AbstractInsnNode insn, Expr[] args) {
    if (insn instanceof InvokeDynamicInsnNode indy) {
      return make(Op.DYNAMIC, insn, returnSize(indy.desc), args);
    }
    if (insn instanceof MethodInsnNode call) {
      Expr e = make(Op.CALL, insn, returnSize(call.desc), args);
      if (call.name.equals("<init>") && args[0].op == Op.NEW) {
        args[0].args = Arrays.copyOfRange(args, 1, args.length);
        args[0].constant = call;
      }
      return e;
    }
    return make(Op.NEW, insn, 1, args);
  }

  private static int returnSize(String desc) {
    char last = desc.charAt(desc.length() - 1);
    boolean wide = (last == 'J' || last == 'D') && desc.charAt(desc.length() - 2) == ')';
    return wide ? 2 : 1;
  }
}
