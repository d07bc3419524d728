package io.tallyfast.analysis;

import static org.objectweb.asm.Opcodes.*;

import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Small questions about instructions. */
public final class Insns {
  private Insns() {}

  static int fieldSize(AbstractInsnNode insn) {
    char kind = ((FieldInsnNode) insn).desc.charAt(0);
    return kind == 'J' || kind == 'D' ? 2 : 1;
  }

  static int convertedSize(int opcode) {
    return switch (opcode) {
      case I2L, I2D, L2D, F2L, F2D, D2L -> 2;
      default -> 1;
    };
  }

  /** The conversion between two kinds of numbers on the stack, as in {@code I} and {@code J}. */
  public static int conversion(char from, char to) {
    String all = "IJFD";
    int[] conversions = {NOP, I2L, I2F, I2D, L2I, NOP, L2F, L2D, F2I, F2L, NOP, F2D, D2I, D2L, D2F};
    int index = all.indexOf(from) * 4 + all.indexOf(to);
    return index < conversions.length ? conversions[index] : NOP;
  }

  /** Whether a conversion keeps sums exact modulo the width of its result. */
  static boolean isIntegralConversion(int opcode) {
    return switch (opcode) {
      case I2L, L2I, I2B, I2C, I2S -> true;
      default -> false;
    };
  }

  /** Whether the instruction is a call of the given method. */
  static boolean isCall(AbstractInsnNode insn, String owner, String name) {
    return insn instanceof MethodInsnNode call
        && call.owner.equals(owner)
        && call.name.equals(name);
  }

  /** Whether the instruction does nothing: a label, a line number or a frame. */
  public static boolean isMark(AbstractInsnNode insn) {
    return insn.getOpcode() < 0;
  }

  /** The source line of an instruction, 0 when the class has none. */
  public static int lineOf(AbstractInsnNode insn) {
    for (AbstractInsnNode i = insn; i != null; i = i.getPrevious()) {
      if (i instanceof LineNumberNode line) {
        return line.line;
      }
    }
    return 0;
  }

  /** Whether control never goes on to the next instruction. */
  static boolean endsBlock(int opcode) {
    return opcode == GOTO
        || opcode == TABLESWITCH
        || opcode == LOOKUPSWITCH
        || opcode >= IRETURN && opcode <= RETURN
        || opcode == ATHROW
        || opcode == RET;
  }

  /** Whether the instruction tests one or two values and may jump. */
  public static boolean isTest(int opcode) {
    return opcode >= IFEQ && opcode <= IF_ACMPNE
        || opcode == IFNULL
        || opcode == IFNONNULL
        || opcode == TABLESWITCH
        || opcode == LOOKUPSWITCH;
  }
}
