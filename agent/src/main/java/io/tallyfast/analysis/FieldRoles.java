package io.tallyfast.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What the fields of a class are for: which of them hold maps that are concurrent by what is
 * assigned to them, which are cursors, and whether the class shows that its objects are shared.
 */
final class FieldRoles {
  private static final String[] SHARED_NAMES = {
    "stats", "statistics", "metrics", "counter", "counters", "monitor", "registry"
  };

  private final ClassNode owner;
  private final TypeOracle types;
  private final Map<String, FieldNode> fields = new HashMap<>();
  private final Set<String> concurrent = new HashSet<>();
  private final Set<String> plain = new HashSet<>();
  private final Set<String> cursors = new HashSet<>();
  private final boolean shared;

  FieldRoles(ClassNode owner, TypeOracle types) {
    this.owner = owner;
    this.types = types;
    for (FieldNode field : owner.fields) {
      fields.put(field.name, field);
    }
    for (MethodNode method : owner.methods) {
      for (AbstractInsnNode insn : method.instructions) {
        if (insn instanceof FieldInsnNode field && field.owner.equals(owner.name)) {
          look(field);
        }
      }
    }
    this.shared = showsSharing();
  }

  /** The value just before an assignment tells its type often enough: new, a factory, a wrapper. */
  private void look(FieldInsnNode field) {
    boolean writes =
        field.getOpcode() == Opcodes.PUTFIELD || field.getOpcode() == Opcodes.PUTSTATIC;
    if (writes && field.desc.endsWith("Map;")) {
      lookAtMap(field);
    } else if (!writes && isUsedAsPosition(field)) {
      cursors.add(field.name);
    }
  }

  private void lookAtMap(FieldInsnNode field) {
    AbstractInsnNode before = previous(field);
    if (before instanceof MethodInsnNode call) {
      String type = call.name.equals("<init>") ? call.owner : returned(call);
      boolean isConcurrent =
          MapCalls.isConcurrent(type, types)
              || call.name.equals("newConcurrentMap")
              || call.name.equals("synchronizedMap");
      (isConcurrent ? concurrent : plain).add(field.name);
    } else {
      plain.add(field.name);
    }
  }

  private static String returned(MethodInsnNode call) {
    Type type = Type.getReturnType(call.desc);
    return type.getSort() == Type.OBJECT ? type.getInternalName() : "";
  }

  private static AbstractInsnNode previous(AbstractInsnNode insn) {
    AbstractInsnNode i = insn.getPrevious();
    while (i != null && Insns.isMark(i)) {
      i = i.getPrevious();
    }
    return i;
  }

  /** An index, an offset or a bound: what follows within a few instructions reads an element. */
  private static boolean isUsedAsPosition(FieldInsnNode field) {
    AbstractInsnNode i = field.getNext();
    for (int steps = 0; i != null && steps < 8; i = i.getNext()) {
      if (Insns.isMark(i)) {
        continue;
      }
      steps++;
      int opcode = i.getOpcode();
      if (opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD
          || opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE
          || opcode == Opcodes.ARRAYLENGTH
          || i instanceof MethodInsnNode call && takesPosition(call)) {
        return true;
      }
      if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
        return false;
      }
    }
    return false;
  }

  private static boolean takesPosition(MethodInsnNode call) {
    return switch (call.name) {
      case "charAt",
          "substring",
          "codePointAt",
          "subList",
          "arraycopy",
          "position",
          "regionMatches" ->
          true;
      case "get", "set", "remove", "add" -> call.desc.startsWith("(I");
      default -> false;
    };
  }

  private boolean showsSharing() {
    for (FieldNode field : owner.fields) {
      if ((field.access & Opcodes.ACC_VOLATILE) != 0
          || field.desc.startsWith("Ljava/util/concurrent/")) {
        return true;
      }
    }
    for (MethodNode method : owner.methods) {
      if ((method.access & Opcodes.ACC_SYNCHRONIZED) != 0) {
        return true;
      }
    }
    String simple = owner.name.substring(owner.name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    for (String name : SHARED_NAMES) {
      if (simple.endsWith(name)) {
        return true;
      }
    }
    return owner.interfaces.contains("java/lang/Runnable")
        || owner.interfaces.contains("java/util/concurrent/Callable");
  }

  /** Whether all maps that are ever assigned to the field are concurrent or synchronized. */
  boolean isConcurrent(FieldInsnNode field) {
    return field.owner.equals(owner.name)
        && concurrent.contains(field.name)
        && !plain.contains(field.name);
  }

  /** Whether the field is used as an index, an offset or a bound. */
  boolean isCursor(FieldInsnNode field) {
    return cursors.contains(field.name);
  }

  boolean isVolatile(FieldInsnNode field) {
    FieldNode node = fields.get(field.name);
    return node != null
        && field.owner.equals(owner.name)
        && (node.access & Opcodes.ACC_VOLATILE) != 0;
  }

  /** Whether the class shows that several threads use its objects. */
  boolean isShared() {
    return shared;
  }
}
