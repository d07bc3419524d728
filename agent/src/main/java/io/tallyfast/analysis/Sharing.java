package io.tallyfast.analysis;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** Whether a class shows that several threads use its objects. Stateless; thread-safe. */
final class Sharing {
  private Sharing() {}

  /** Whether it does. */
  static boolean isShownBy(ClassNode type) {
    return isTask(type) || hasSharedFields(type) || locks(type) || saysSo(type);
  }

  /**
   * Whether an annotation says that it is made for several threads, or which lock a field needs.
   */
  private static boolean saysSo(ClassNode type) {
    if (Claims.has("ThreadSafe", type.visibleAnnotations, type.invisibleAnnotations)) {
      return true;
    }
    for (FieldNode field : type.fields) {
      if (Claims.has("GuardedBy", field.visibleAnnotations, field.invisibleAnnotations)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTask(ClassNode type) {
    return type.interfaces.contains("java/lang/Runnable")
        || type.interfaces.contains("java/util/concurrent/Callable")
        || "java/lang/Thread".equals(type.superName)
        || "java/util/TimerTask".equals(type.superName);
  }

  private static boolean hasSharedFields(ClassNode type) {
    for (FieldNode field : type.fields) {
      if ((field.access & Opcodes.ACC_VOLATILE) != 0
          || field.desc.startsWith("Ljava/util/concurrent/")) {
        return true;
      }
    }
    return false;
  }

  private static boolean locks(ClassNode type) {
    for (MethodNode method : type.methods) {
      if ((method.access & Opcodes.ACC_SYNCHRONIZED) != 0) {
        return true;
      }
      for (AbstractInsnNode insn : method.instructions) {
        if (insn.getOpcode() == Opcodes.MONITORENTER) {
          return true;
        }
      }
    }
    return false;
  }
}
