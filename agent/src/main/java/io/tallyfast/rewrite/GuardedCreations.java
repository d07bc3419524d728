package io.tallyfast.rewrite;

import io.tallyfast.analysis.MapFields;
import java.util.LinkedHashSet;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Makes the maps of a class guarded ones: the same constructor of another class. Frames may go on
 * naming the class of the JDK, which is the superclass. Used for one class; not thread-safe.
 */
final class GuardedCreations {
  private static final String JDK = "java/util/";

  private final Emit emit;
  private final Set<String> types = new LinkedHashSet<>();

  GuardedCreations(Emit emit) {
    this.emit = emit;
  }

  /** Changes every creation that was found. */
  void guard(MapFields fields) {
    for (AbstractInsnNode made : fields.made()) {
      if (made instanceof TypeInsnNode create) {
        MethodInsnNode constructor = fields.constructorOf(made);
        create.desc = guarded(create.desc);
        constructor.owner = create.desc;
      } else {
        reference((InvokeDynamicInsnNode) made);
      }
    }
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
