package io.tallyfast.rewrite;

import static org.objectweb.asm.Opcodes.*;

import io.tallyfast.analysis.Repair;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Short names for the instructions that the rewriter writes. Immutable; thread-safe. */
final class Emit {
  static final String MAP = "Ljava/util/Map;";
  static final String OBJECT = "Ljava/lang/Object;";

  private final String prefix;

  /** Creates with the prefix of the runtime's classes. */
  Emit(String prefix) {
    this.prefix = prefix;
  }

  /** A call of a static method of a runtime class. */
  MethodInsnNode runtime(String type, String name, String descriptor) {
    return new MethodInsnNode(INVOKESTATIC, prefix + type, name, descriptor, false);
  }

  /** The internal name of a runtime class. */
  String type(String name) {
    return prefix.concat(name);
  }

  static VarInsnNode load(char kind, int slot) {
    return new VarInsnNode(
        switch (kind) {
          case 'I' -> ILOAD;
          case 'J' -> LLOAD;
          case 'F' -> FLOAD;
          case 'D' -> DLOAD;
          default -> ALOAD;
        },
        slot);
  }

  static int storeOf(char kind) {
    return switch (kind) {
      case 'I' -> ISTORE;
      case 'J' -> LSTORE;
      case 'F' -> FSTORE;
      case 'D' -> DSTORE;
      default -> ASTORE;
    };
  }

  static VarInsnNode store(char kind, int slot) {
    return new VarInsnNode(storeOf(kind), slot);
  }

  static AbstractInsnNode constant(int value) {
    if (value >= -1 && value <= 5) {
      return new InsnNode(ICONST_0 + value);
    }
    if (value == (short) value) {
      return new IntInsnNode(value == (byte) value ? BIPUSH : SIPUSH, value);
    }
    return new LdcInsnNode(value);
  }

  /** The number by which the runtime's {@code How} knows a merge. */
  static int numberOf(Repair.Merge merge) {
    return switch (merge) {
      case DIFFERENCE -> 0;
      case OPERAND -> 1;
      case MAX -> 2;
      case MIN -> 3;
      case KEEP -> 4;
      case NONE -> 5;
    };
  }

  /** Pushes that number. */
  static AbstractInsnNode merge(Repair.Merge merge) {
    return constant(numberOf(merge));
  }

  /** Pushes a number as an object. */
  static InsnList boxed(Number value) {
    InsnList list = new InsnList();
    if (value instanceof Double || value instanceof Float) {
      list.add(new LdcInsnNode(value.doubleValue()));
      list.add(box('D'));
    } else if (value.longValue() == value.intValue()) {
      list.add(constant(value.intValue()));
      list.add(box('I'));
    } else {
      list.add(new LdcInsnNode(value.longValue()));
      list.add(box('J'));
    }
    return list;
  }

  /** Puts the primitive on the stack into its box. */
  static MethodInsnNode box(char kind) {
    String type =
        switch (kind) {
          case 'I' -> "Integer";
          case 'J' -> "Long";
          case 'F' -> "Float";
          default -> "Double";
        };
    String owner = "java/lang/" + type;
    return new MethodInsnNode(
        INVOKESTATIC, owner, "valueOf", "(" + kind + ")L" + owner + ";", false);
  }
}
