package io.tallyfast.rewrite;

import io.tallyfast.analysis.MapFields;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Makes the maps of a class guarded ones: the same constructor of another class, or a copy of what
 * a library has made. Frames may go on naming the class of the JDK, which is the superclass. Used
 * for one class; not thread-safe.
 */
final class GuardedCreations {
  private static final String JDK = "java/util/";
  private static final String COPIES = "GuardedCopies";

  private final Emit emit;
  private final Set<String> types = new LinkedHashSet<>();

  GuardedCreations(Emit emit) {
    this.emit = emit;
  }

  /** Changes every creation that was found. */
  void guard(MapFields fields) {
    List<MethodInsnNode> wrappers = new ArrayList<>();
    for (AbstractInsnNode made : fields.made()) {
      if (made instanceof TypeInsnNode create) {
        MethodInsnNode constructor = fields.constructorOf(made);
        create.desc = guarded(create.desc);
        constructor.owner = create.desc;
      } else if (made instanceof InvokeDynamicInsnNode reference) {
        reference(reference);
      } else if (MapFields.typeMadeBy((MethodInsnNode) made) == null) {
        wrappers.add((MethodInsnNode) made);
      } else {
        copy((MethodInsnNode) made, fields.methodOf(made).instructions);
      }
    }
    // What wraps maps from elsewhere only stays as it is.
    if (!types.isEmpty()) {
      for (MethodInsnNode wrapper : wrappers) {
        wrapper.owner = emit.type(COPIES);
      }
    }
  }

  /** Has a guarded map take the place of the one that a call has just returned. */
  private void copy(MethodInsnNode call, InsnList code) {
    String type = MapFields.typeMadeBy(call);
    types.add(type);
    String name = methodFor(type, call);
    InsnList after = new InsnList();
    boolean sized = false;
    if (type.equals("java/util/HashMap")) {
      if (call.desc.startsWith("(I)")) {
        code.insertBefore(call, new InsnNode(Opcodes.DUP));
        sized = true;
      } else if (name.equals("hashMapOfPairs")) {
        code.insertBefore(call, new InsnNode(Opcodes.DUP));
        code.insertBefore(call, new InsnNode(Opcodes.ARRAYLENGTH));
        code.insertBefore(call, new InsnNode(Opcodes.SWAP));
        sized = true;
      }
    }
    String parameters = sized ? "(I" + Emit.OBJECT + ")" : "(" + Emit.OBJECT + ")";
    after.add(emit.runtime(COPIES, name, parameters + Emit.OBJECT));
    String returned = Type.getReturnType(call.desc).getInternalName();
    if (!returned.equals("java/lang/Object")) {
      after.add(new TypeInsnNode(Opcodes.CHECKCAST, returned));
    }
    code.insert(call, after);
  }

  private static String methodFor(String type, MethodInsnNode call) {
    String name = type.substring(JDK.length());
    if (name.equals("HashMap") && call.name.equals("collect")) {
      return "grownHashMap";
    }
    if (name.equals("HashMap") && call.desc.startsWith("([")) {
      return "hashMapOfPairs";
    }
    return name.substring(0, 1).toLowerCase(Locale.ROOT).concat(name.substring(1));
  }

  private void reference(InvokeDynamicInsnNode insn) {
    Handle old = (Handle) insn.bsmArgs[1];
    insn.bsmArgs = insn.bsmArgs.clone();
    insn.bsmArgs[1] =
        new Handle(old.getTag(), guarded(old.getOwner()), old.getName(), old.getDesc(), false);
  }

  private String guarded(String type) {
    types.add(type);
    return emit.type("Guarded".concat(type.substring(JDK.length())));
  }

  /** The classes of the JDK that a guarded one took the place of, as internal names. */
  Set<String> types() {
    return types;
  }
}
