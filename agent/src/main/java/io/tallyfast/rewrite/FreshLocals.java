package io.tallyfast.rewrite;

import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * New local variables behind those that a method has. Each is set on entry, so that it is known in
 * every frame of the method. Used once; not thread-safe.
 */
final class FreshLocals {
  private final MethodNode method;
  private final int first;
  private final List<Object> types = new ArrayList<>();
  private final InsnList entry = new InsnList();
  private int next;

  FreshLocals(MethodNode method) {
    this.method = method;
    this.first = method.maxLocals;
    this.next = first;
  }

  /** A new local of the given kind ({@code I J F D A}), zero or null on entry. */
  int allocate(char kind) {
    InsnList zero = new InsnList();
    zero.add(
        new InsnNode(
            switch (kind) {
              case 'I' -> ICONST_0;
              case 'J' -> LCONST_0;
              case 'F' -> FCONST_0;
              case 'D' -> DCONST_0;
              default -> ACONST_NULL;
            }));
    return allocate(kind, zero);
  }

  /** A new local whose value on entry the given instructions push. */
  int allocate(char kind, InsnList initial) {
    int slot = next;
    next += kind == 'J' || kind == 'D' ? 2 : 1;
    types.add(
        switch (kind) {
          case 'I' -> Opcodes.INTEGER;
          case 'J' -> Opcodes.LONG;
          case 'F' -> Opcodes.FLOAT;
          case 'D' -> Opcodes.DOUBLE;
          default -> "java/lang/Object";
        });
    entry.add(initial);
    entry.add(new VarInsnNode(Emit.storeOf(kind), slot));
    return slot;
  }

  /** The type that a slot has in every frame, when it is one of the new ones; else unusable. */
  Object typeOf(int slot) {
    int at = first;
    for (Object type : types) {
      if (at == slot) {
        return type;
      }
      at += type == Opcodes.LONG || type == Opcodes.DOUBLE ? 2 : 1;
    }
    return Opcodes.TOP;
  }

  /** Writes the entry code, and makes the locals known to every frame. */
  void finish() {
    if (types.isEmpty()) {
      return;
    }
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof FrameNode frame) {
        extend(frame);
      }
    }
    method.instructions.insert(entry);
    method.maxLocals = next;
  }

  private void extend(FrameNode frame) {
    List<Object> locals = new ArrayList<>(frame.local);
    int slots = 0;
    for (Object local : locals) {
      slots += local == Opcodes.LONG || local == Opcodes.DOUBLE ? 2 : 1;
    }
    for (; slots < first; slots++) {
      locals.add(Opcodes.TOP);
    }
    locals.addAll(types);
    frame.local = locals;
  }
}
