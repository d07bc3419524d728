package io.tallyfast.analysis;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/** Which operand of a call becomes which local variable of the method called. Stateless. */
final class CallSlots {
  private CallSlots() {}

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
