package io.tallyfast.rewrite;

import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Where an {@code EnumMap} is copied or compared. The JDK's class reads the fields of the other one
 * there, past every lock and every override; so it is given a copy of a guarded map instead, which
 * is made under the lock. Stateless.
 */
final class EnumCopies {
  private static final String ENUM_MAP = "java/util/EnumMap";
  private static final List<String> READING =
      List.of(
          "<init>(Ljava/util/EnumMap;)V",
          "<init>(Ljava/util/Map;)V",
          "putAll(Ljava/util/Map;)V",
          "equals(Ljava/lang/Object;)Z");

  private EnumCopies() {}

  /** Whether a class has such a place. */
  static boolean areIn(ClassNode owner) {
    for (MethodNode method : owner.methods) {
      for (AbstractInsnNode insn : method.instructions) {
        if (isOne(insn)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Changes each of them. */
  static void guard(ClassNode owner, Emit emit) {
    for (MethodNode method : owner.methods) {
      for (AbstractInsnNode insn : method.instructions.toArray()) {
        if (isOne(insn)) {
          method.instructions.insertBefore(insn, settled((MethodInsnNode) insn, emit));
        }
      }
    }
  }

  private static boolean isOne(AbstractInsnNode insn) {
    return insn instanceof MethodInsnNode call
        && call.owner.equals(ENUM_MAP)
        && READING.contains(call.name.concat(call.desc));
  }

  /** Puts one state of the last argument in its place. */
  private static InsnList settled(MethodInsnNode call, Emit emit) {
    InsnList list = new InsnList();
    list.add(emit.runtime("Guard", "stateOf", "(" + Emit.OBJECT + ")" + Emit.OBJECT));
    if (!call.name.equals("equals")) {
      boolean enums = call.desc.startsWith("(Ljava/util/EnumMap;");
      list.add(new TypeInsnNode(Opcodes.CHECKCAST, enums ? ENUM_MAP : "java/util/Map"));
    }
    return list;
  }
}
