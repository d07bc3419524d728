package io.tallyfast.analysis;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;

/** Names fields, and tells which can count. Stateless; thread-safe. */
final class FieldKey {
  private FieldKey() {}

  /** The class that the code names, and the field, as in {@code com/acme/Server.hits}. */
  static String of(FieldInsnNode field) {
    return of(field.owner, field.name);
  }

  static String of(String owner, String name) {
    return owner.concat(".").concat(name);
  }

  /** Whether a field has this key. */
  static boolean is(FieldInsnNode field, String key) {
    int dot = field.owner.length();
    return key.length() == dot + 1 + field.name.length()
        && key.charAt(dot) == '.'
        && key.endsWith(field.name)
        && key.startsWith(field.owner);
  }

  /** The field that a value was read from, or whose array it was; null when there is none. */
  static FieldInsnNode behind(Expr value) {
    Expr e = value.uncast();
    if (e.op == Expr.Op.ELEMENT) {
      e = e.args[0].uncast();
    }
    boolean field = e.op == Expr.Op.FIELD || e.op == Expr.Op.STATIC;
    return field ? (FieldInsnNode) e.insn : null;
  }

  /** Whether a field of this type holds a number. */
  static boolean isNumber(String descriptor) {
    if (descriptor.length() == 1) {
      return descriptor.charAt(0) != 'Z';
    }
    return switch (descriptor) {
      case "Ljava/lang/Integer;",
          "Ljava/lang/Long;",
          "Ljava/lang/Short;",
          "Ljava/lang/Byte;",
          "Ljava/lang/Float;",
          "Ljava/lang/Double;" ->
          true;
      default -> false;
    };
  }

  /** Whether a field of this type holds numbers, alone or in an array. */
  static boolean canCount(String descriptor) {
    return isNumber(descriptor)
        || descriptor.length() == 2 && descriptor.charAt(0) == '[' && descriptor.charAt(1) != 'Z';
  }

  static boolean isWrite(AbstractInsnNode insn) {
    return insn.getOpcode() == Opcodes.PUTFIELD || insn.getOpcode() == Opcodes.PUTSTATIC;
  }

  static boolean isElementWrite(AbstractInsnNode insn) {
    int opcode = insn.getOpcode();
    return opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE && opcode != Opcodes.AASTORE;
  }

  /** Whether an instruction calculates, or tells the larger from the smaller. */
  static boolean isSum(AbstractInsnNode insn) {
    int opcode = insn.getOpcode();
    return opcode >= Opcodes.IADD && opcode <= Opcodes.IINC
        || opcode >= Opcodes.LCMP && opcode <= Opcodes.DCMPG
        || opcode >= Opcodes.IF_ICMPLT && opcode <= Opcodes.IF_ICMPLE;
  }
}
