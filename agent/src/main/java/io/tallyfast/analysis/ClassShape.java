package io.tallyfast.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/** What the methods of a class are, as their few instructions tell. Stateless; thread-safe. */
final class ClassShape {
  private ClassShape() {}

  /** The field, with its class, that each getter of an object returns. */
  static Map<String, String> getters(ClassNode owner) {
    Map<String, String> getters = new HashMap<>();
    for (MethodNode method : owner.methods) {
      boolean accessor = method.desc.startsWith("()L") || method.name.startsWith("access$");
      FieldInsnNode field = accessor ? Claims.returned(method) : null;
      if (field != null
          && field.getOpcode() == Opcodes.GETFIELD
          && field.desc.startsWith("L")
          && !field.desc.startsWith("Ljava/lang/S")) {
        String name = LockPaths.method(owner.name, method.name, method.desc);
        getters.put(name, field.owner + "." + field.name);
      }
    }
    return getters;
  }

  /** Of an anonymous class: the fields that its constructors keep their parameters in, by slot. */
  static Map<String, Map<Integer, String>> stores(ClassNode owner) {
    Map<String, Map<Integer, String>> all = new HashMap<>();
    if (CallFact.isAnonymous(owner.name)) {
      for (MethodNode method : owner.methods) {
        if (method.name.equals("<init>")) {
          all.put(method.name + method.desc, stores(method));
        }
      }
    }
    return all;
  }

  private static Map<Integer, String> stores(MethodNode constructor) {
    Map<Integer, String> stores = new HashMap<>();
    int slot = -1;
    for (AbstractInsnNode insn : constructor.instructions) {
      if (insn.getOpcode() < 0) {
        continue;
      }
      if (insn.getOpcode() == Opcodes.PUTFIELD && slot > 0) {
        stores.put(slot, ((FieldInsnNode) insn).name);
      }
      slot = insn instanceof VarInsnNode load ? load.var : -1;
    }
    return stores;
  }

  /** The private methods that the class itself does not call. */
  static Set<String> unused(ClassNode owner) {
    Set<String> unused = new HashSet<>();
    for (MethodNode method : owner.methods) {
      boolean known = method.visibleAnnotations == null && method.invisibleAnnotations == null;
      if ((method.access & Opcodes.ACC_PRIVATE) != 0 && known && !isForSerializers(method)) {
        unused.add(method.name + method.desc);
      }
    }
    for (MethodNode method : unused.isEmpty() ? new MethodNode[0] : methods(owner)) {
      for (AbstractInsnNode insn : method.instructions) {
        remove(insn, owner.name, unused);
      }
    }
    return unused;
  }

  private static MethodNode[] methods(ClassNode owner) {
    return owner.methods.toArray(new MethodNode[0]);
  }

  private static void remove(AbstractInsnNode insn, String owner, Set<String> unused) {
    if (insn instanceof MethodInsnNode call && call.owner.equals(owner)) {
      unused.remove(call.name + call.desc);
    } else if (insn instanceof InvokeDynamicInsnNode dynamic) {
      for (Object argument : dynamic.bsmArgs) {
        if (argument instanceof Handle handle) {
          unused.remove(handle.getName() + handle.getDesc());
        }
      }
    }
  }

  private static boolean isForSerializers(MethodNode method) {
    return method.name.startsWith("read")
        || method.name.startsWith("write")
        || method.name.startsWith("<");
  }
}
