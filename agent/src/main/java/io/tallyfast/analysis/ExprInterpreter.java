package io.tallyfast.analysis;

import static org.objectweb.asm.Opcodes.*;

import io.tallyfast.analysis.Expr.Op;
import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.Interpreter;

/**
 * Executes instructions on expressions. Executing an instruction again, with other operands,
 * updates the one expression that stands for it.
 */
final class ExprInterpreter extends Interpreter<Expr> {
  private final InsnList instructions;
  private final Expr[] byInsn;
  private final Expr[] caught;

  ExprInterpreter(InsnList instructions) {
    super(Opcodes.ASM9);
    this.instructions = instructions;
    this.byInsn = new Expr[instructions.size()];
    this.caught = new Expr[instructions.size()];
  }

  /** The expression that stands for an instruction, null when it was never executed. */
  Expr at(int index) {
    return byInsn[index];
  }

  private Expr make(Op op, AbstractInsnNode insn, int size, Expr... args) {
    int index = instructions.indexOf(insn);
    Expr e = byInsn[index];
    if (e == null) {
      e = new Expr(op, insn, size);
      byInsn[index] = e;
    }
    e.args = args;
    return e;
  }

  @Override
  public Expr newValue(Type type) {
    return type != null && type.getSort() == Type.VOID ? null : Expr.UNSET;
  }

  @Override
  public Expr newParameterValue(boolean isInstanceMethod, int local, Type type) {
    Expr e = new Expr(Op.PARAM, null, type.getSize());
    e.index = local;
    e.constant = type;
    return e;
  }

  @Override
  public Expr newExceptionValue(TryCatchBlockNode block, Frame<Expr> frame, Type type) {
    int index = instructions.indexOf(block.handler);
    if (caught[index] == null) {
      caught[index] = new Expr(Op.OTHER, null, 1);
    }
    return caught[index];
  }

  @Override
  public Expr newOperation(AbstractInsnNode insn) {
    int opcode = insn.getOpcode();
    if (opcode == GETSTATIC) {
      return make(Op.STATIC, insn, Insns.fieldSize(insn));
    }
    if (opcode == NEW || opcode == JSR) {
      return make(opcode == NEW ? Op.NEW : Op.OTHER, insn, 1);
    }
    Object constant = constantOf(insn);
    Expr e = make(Op.CONST, insn, sizeOf(constant));
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

  @Override
  public Expr copyOperation(AbstractInsnNode insn, Expr value) {
    return value;
  }

  @Override
  public Expr unaryOperation(AbstractInsnNode insn, Expr value) {
    int opcode = insn.getOpcode();
    if (opcode == IINC) {
      Expr e = make(Op.ARITH, insn, 1, value);
      e.constant = ((IincInsnNode) insn).incr;
      return e;
    }
    if (opcode >= INEG && opcode <= DNEG) {
      return make(Op.ARITH, insn, value.getSize(), value);
    }
    if (opcode >= I2L && opcode <= I2S) {
      return make(Op.CONVERT, insn, Insns.convertedSize(opcode), value);
    }
    return switch (opcode) {
      case GETFIELD -> make(Op.FIELD, insn, Insns.fieldSize(insn), value);
      case CHECKCAST -> make(Op.CAST, insn, 1, value);
      case NEWARRAY, ANEWARRAY -> make(Op.NEW, insn, 1, value);
      default -> make(Op.OTHER, insn, 1, value);
    };
  }

  @Override
  public Expr binaryOperation(AbstractInsnNode insn, Expr left, Expr right) {
    int opcode = insn.getOpcode();
    if (opcode >= IALOAD && opcode <= SALOAD) {
      return make(Op.ELEMENT, insn, opcode == LALOAD || opcode == DALOAD ? 2 : 1, left, right);
    }
    if (opcode >= IADD && opcode <= LXOR) {
      return make(Op.ARITH, insn, left.getSize(), left, right);
    }
    return make(Op.OTHER, insn, 1, left, right);
  }

  @Override
  public Expr ternaryOperation(AbstractInsnNode insn, Expr array, Expr index, Expr value) {
    return make(Op.OTHER, insn, 1, array, index, value);
  }

  @Override
  public Expr naryOperation(AbstractInsnNode insn, List<? extends Expr> values) {
    Expr[] args = values.toArray(new Expr[0]);
    if (insn instanceof InvokeDynamicInsnNode indy) {
      return make(Op.DYNAMIC, insn, Math.max(1, Type.getReturnType(indy.desc).getSize()), args);
    }
    if (insn instanceof MethodInsnNode call) {
      Expr e = make(Op.CALL, insn, Math.max(1, Type.getReturnType(call.desc).getSize()), args);
      if (call.name.equals("<init>") && args[0].op == Op.NEW) {
        args[0].args = Arrays.copyOfRange(args, 1, args.length);
        args[0].constant = call;
      }
      return e;
    }
    return make(Op.NEW, insn, 1, args);
  }

  @Override
  public void returnOperation(AbstractInsnNode insn, Expr value, Expr expected) {
    // The value was recorded by unaryOperation.
  }

  @Override
  public Expr merge(Expr value1, Expr value2) {
    throw new IllegalStateException("ExprFrame merges");
  }
}
