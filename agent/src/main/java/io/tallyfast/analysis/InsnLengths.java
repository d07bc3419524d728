package io.tallyfast.analysis;

import static org.objectweb.asm.Opcodes.*;

/** How long instructions are in a class file, with their operands. Stateless; never throws. */
final class InsnLengths {
  private static final int GOTO_W = 200;
  private static final int JSR_W = 201;
  private static final int WIDE = 196;
  private static final int LDC_W = 19;
  private static final int LDC2_W = 20;

  /** By opcode; 0 for those that vary, and those that are unknown. */
  private static final byte[] LENGTHS = lengths();

  private InsnLengths() {}

  private static byte[] lengths() {
    byte[] lengths = new byte[256];
    for (int i = 0; i <= MONITOREXIT; i++) {
      lengths[i] = 1;
    }
    set(lengths, 2, BIPUSH, LDC, NEWARRAY, RET);
    set(lengths, 3, SIPUSH, LDC_W, LDC2_W, IINC, NEW, ANEWARRAY, CHECKCAST, INSTANCEOF);
    set(lengths, 3, IFNULL, IFNONNULL);
    for (int i = ILOAD; i <= ALOAD; i++) {
      lengths[i] = 2;
      lengths[i + ISTORE - ILOAD] = 2;
    }
    for (int i = IFEQ; i <= JSR; i++) {
      lengths[i] = 3;
    }
    for (int i = GETSTATIC; i <= INVOKESTATIC; i++) {
      lengths[i] = 3;
    }
    set(lengths, 5, INVOKEINTERFACE, INVOKEDYNAMIC, GOTO_W, JSR_W);
    set(lengths, 4, MULTIANEWARRAY);
    set(lengths, 0, TABLESWITCH, LOOKUPSWITCH);
    return lengths;
  }

  private static void set(byte[] lengths, int length, int... opcodes) {
    for (int opcode : opcodes) {
      lengths[opcode] = (byte) length;
    }
  }

  /**
   * The length of an instruction.
   *
   * @param pool gives the bytes
   * @param at where the instruction starts
   * @param start where the code of the method starts
   * @return 0 when it cannot be understood
   */
  static int at(ConstantPool pool, int at, int start) {
    int opcode = pool.uint8(at);
    if (opcode == WIDE) {
      return pool.uint8(at + 1) == IINC ? 6 : 4;
    }
    if (opcode != TABLESWITCH && opcode != LOOKUPSWITCH) {
      return LENGTHS[opcode];
    }
    int operands = at + 4 - (at - start) % 4;
    long cases =
        opcode == TABLESWITCH
            ? (long) pool.int32(operands + 8) - pool.int32(operands + 4) + 1
            : 2L * pool.int32(operands + 4);
    int fixed = opcode == TABLESWITCH ? 12 : 8;
    return cases < 0 || cases > 65_535 ? 0 : (int) (operands - at + fixed + 4 * cases);
  }
}
