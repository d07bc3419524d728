package io.tallyfast.analysis;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/** Which operand of a call becomes which local variable of the method called. Stateless. */
final class CallSlots {
  /** The slot of what is no parameter. */
  static final int NONE = -1;

  private CallSlots() {}

  /**
   * What stands for the slot of a key that a method of the code makes of its arguments: another
   * number for each method. {@link #NONE} for any other value.
   */
  static int made(Expr key) {
    boolean own =
        key.op == Expr.Op.CALL
            && key.insn instanceof MethodInsnNode call
            && CallFacts.isOfTheCode(call.owner);
    return own ? NONE - 1 - (member((MethodInsnNode) key.insn).hashCode() & 0x3fffffff) : NONE;
  }

  /** Whether a call has no receiver. */
  static boolean isStatic(MethodInsnNode call) {
    return call.getOpcode() == Opcodes.INVOKESTATIC;
  }

  /** The slot of an operand, by its index among the operands, the receiver included. */
  static int of(MethodInsnNode call, int operand) {
    boolean isStatic = isStatic(call);
    Type[] types = Type.getArgumentTypes(call.desc);
    int slot = isStatic ? 0 : 1;
    for (int i = isStatic ? 0 : 1; i < operand; i++) {
      slot += types[i - (isStatic ? 0 : 1)].getSize();
    }
    return operand == 0 && !isStatic ? 0 : slot;
  }

  /** The name and descriptor of the method called. */
  static String member(MethodInsnNode call) {
    return call.name + call.desc;
  }

  /** The field that an instruction accesses, as a mutation names it. */
  static String field(org.objectweb.asm.tree.AbstractInsnNode insn) {
    return insn instanceof org.objectweb.asm.tree.FieldInsnNode f ? f.owner + "." + f.name : "";
  }
}
