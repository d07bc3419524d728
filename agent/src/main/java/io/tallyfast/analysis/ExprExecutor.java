package io.tallyfast.analysis;

import static org.objectweb.asm.Opcodes.*;

import java.util.Arrays;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;

/**
 * Executes one instruction after the other on the values of a frame. Not thread-safe; what is not
 * valid bytecode ends in an {@link AnalyzerException} or {@link IndexOutOfBoundsException}.
 */
final class ExprExecutor {
  private static final Expr[] NONE = {};

  private final ExprInterpreter interpreter;
  private final Expr[] stack;
  private Expr[] locals = NONE;
  private int top;

  ExprExecutor(ExprInterpreter interpreter, int maxStack) {
    this.interpreter = interpreter;
    this.stack = new Expr[maxStack];
  }

  /** The local variables after what was executed last; not to be changed. */
  Expr[] locals() {
    return locals;
  }

  /** The stack after what was executed last, as an array of its own. */
  Expr[] stack() {
    return top == 0 ? NONE : Arrays.copyOf(stack, top);
  }

  /** The value of a slot, locals first, after what was executed last. */
  Expr slot(int i) {
    return i < locals.length ? locals[i] : stack[i - locals.length];
  }

  private void push(Expr value) {
    stack[top++] = value;
  }

  private Expr pop() {
    return stack[--top];
  }

  private void set(int slot, Expr value) {
    locals = locals.clone();
    locals[slot] = value;
  }

  /** Executes an instruction of a frame, given with its position. */
  void execute(ExprFrame frame, AbstractInsnNode insn, int position) throws AnalyzerException {
    Expr[] before = frame.stack();
    System.arraycopy(before, 0, stack, 0, before.length);
    top = before.length;
    locals = frame.locals();
    interpreter.goTo(position);
    int opcode = insn.getOpcode();
    if (opcode >= POP && opcode <= SWAP) {
      shuffle(insn, opcode);
    } else if (opcode >= ILOAD && opcode <= ALOAD) {
      push(locals[((VarInsnNode) insn).var]);
    } else if (opcode >= ISTORE && opcode <= ASTORE) {
      store(((VarInsnNode) insn).var, pop());
    } else if (opcode == IINC) {
      int slot = ((IincInsnNode) insn).var;
      set(slot, interpreter.unaryOperation(insn, locals[slot]));
    } else if (insn instanceof MethodInsnNode call) {
      boolean isStatic = opcode == INVOKESTATIC;
      call(insn, call.desc, Type.getArgumentCount(call.desc) + (isStatic ? 0 : 1));
    } else if (insn instanceof InvokeDynamicInsnNode call) {
      call(insn, call.desc, Type.getArgumentCount(call.desc));
    } else if (insn instanceof MultiANewArrayInsnNode array) {
      push(interpreter.naryOperation(insn, popAll(array.dims)));
    } else {
      calculate(insn, opcode);
    }
  }

  /** A value of two slots takes the next one, and loses its meaning where one half is gone. */
  private void store(int slot, Expr value) {
    set(slot, value);
    if (value.getSize() == 2) {
      locals[slot + 1] = Expr.UNSET;
    }
    if (slot > 0 && locals[slot - 1].getSize() == 2) {
      locals[slot - 1] = Expr.UNSET;
    }
  }

  private void call(AbstractInsnNode insn, String desc, int arguments) {
    Expr result = interpreter.naryOperation(insn, popAll(arguments));
    if (desc.charAt(desc.length() - 1) != 'V' || desc.charAt(desc.length() - 2) != ')') {
      push(result);
    }
  }

  private Expr[] popAll(int count) {
    top -= count;
    return Arrays.copyOfRange(stack, top, top + count);
  }

  private void calculate(AbstractInsnNode insn, int opcode) {
    switch (operands(opcode)) {
      case 0 -> {
        boolean makes = opcode > NOP && opcode <= LDC || opcode == GETSTATIC || opcode == NEW;
        if (makes) {
          push(interpreter.newOperation(insn));
        }
      }
      case 1 -> {
        Expr result = interpreter.unaryOperation(insn, pop());
        if (makesOfOne(opcode)) {
          push(result);
        }
      }
      case 2 -> {
        Expr right = pop();
        Expr result = interpreter.binaryOperation(insn, pop(), right);
        if (opcode < IF_ICMPEQ) {
          push(result);
        }
      }
      default -> {
        Expr value = pop();
        Expr index = pop();
        interpreter.ternaryOperation(insn, pop(), index, value);
      }
    }
  }

  /** How many values an instruction takes that neither calls nor knows a variable. */
  private static int operands(int opcode) {
    if (opcode >= IASTORE && opcode <= SASTORE) {
      return 3;
    }
    if (opcode >= IALOAD && opcode <= SALOAD
        || opcode >= IADD && opcode < INEG
        || opcode >= ISHL && opcode <= LXOR
        || opcode >= LCMP && opcode <= DCMPG
        || opcode >= IF_ICMPEQ && opcode <= IF_ACMPNE
        || opcode == PUTFIELD) {
      return 2;
    }
    boolean none =
        opcode <= LDC || opcode == GOTO || opcode == RETURN || opcode == GETSTATIC || opcode == NEW;
    return none ? 0 : 1;
  }

  private static boolean makesOfOne(int opcode) {
    return opcode >= INEG && opcode <= I2S
        || opcode == GETFIELD
        || opcode >= NEWARRAY && opcode <= ARRAYLENGTH
        || opcode == CHECKCAST
        || opcode == INSTANCEOF;
  }

  private void shuffle(AbstractInsnNode insn, int opcode) throws AnalyzerException {
    int first = sizeAt(1);
    int second = opcode == POP || opcode == DUP ? 0 : first == 2 && opcode != SWAP ? 1 : sizeAt(2);
    switch (opcode) {
      case POP -> drop(1, first == 1, insn);
      case POP2 -> drop(first == 2 ? 1 : 2, first == 2 || second == 1, insn);
      case DUP -> duplicate(1, 0, first == 1, insn);
      case DUP_X1 -> duplicate(1, 1, first == 1 && second == 1, insn);
      case DUP_X2 -> duplicate(1, below(2), first == 1, insn);
      case DUP2 -> duplicate(first == 2 ? 1 : 2, 0, first == 2 || second == 1, insn);
      case DUP2_X1 -> {
        int count = first == 2 ? 1 : 2;
        duplicate(count, 1, sizeAt(count + 1) == 1 && (first == 2 || second == 1), insn);
      }
      case DUP2_X2 -> {
        int count = first == 2 ? 1 : 2;
        duplicate(count, below(count + 1), first == 2 || second == 1, insn);
      }
      default -> {
        check(first == 1 && second == 1, insn);
        Expr upper = pop();
        Expr lower = pop();
        push(upper);
        push(lower);
      }
    }
  }

  /** How many values make up the two slots from a depth on. */
  private int below(int depth) {
    return sizeAt(depth) == 2 ? 1 : sizeAt(depth + 1) == 1 ? 2 : stack.length;
  }

  private int sizeAt(int depth) {
    return stack[top - depth].getSize();
  }

  private void drop(int count, boolean valid, AbstractInsnNode insn) throws AnalyzerException {
    check(valid, insn);
    top -= count;
  }

  /** Puts copies of the uppermost values below some more. */
  private void duplicate(int count, int below, boolean valid, AbstractInsnNode insn)
      throws AnalyzerException {
    check(valid && count + below <= top, insn);
    int from = top - count - below;
    System.arraycopy(stack, from, stack, from + count, count + below);
    System.arraycopy(stack, top, stack, from, count);
    top += count;
  }

  private static void check(boolean valid, AbstractInsnNode insn) throws AnalyzerException {
    if (!valid) {
      throw new AnalyzerException(insn, "an instruction does not fit what is on the stack");
    }
  }
}
