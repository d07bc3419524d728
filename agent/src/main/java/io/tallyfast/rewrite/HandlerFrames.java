package io.tallyfast.rewrite;

import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.AnalyzerAdapter;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * What the local variables of a method are in the handlers of its batches: what they are where a
 * batch begins, but for those that it sets. Those are what the handlers around need them to be,
 * which they are anywhere in the batch, or unusable. Used for one method; not thread-safe.
 */
final class HandlerFrames {
  private final FreshLocals fresh;
  private final Map<LabelNode, List<Object>> locals = new HashMap<>();

  /** Computes for the labels given. The method's own frames must be complete. */
  HandlerFrames(String owner, MethodNode method, FreshLocals fresh, Set<LabelNode> labels) {
    this.fresh = fresh;
    AnalyzerAdapter types =
        new AnalyzerAdapter(owner, method.access, method.name, method.desc, null);
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof LabelNode label && labels.contains(label) && types.locals != null) {
        locals.put(label, List.copyOf(types.locals));
      }
      insn.accept(types);
    }
  }

  /** The frame of a batch's handler, as {@link FrameNode} wants it; null when it cannot be told. */
  Object[] of(BatchEdit batch) {
    List<Object> before = locals.get(batch.start());
    if (before == null || before.contains(Opcodes.UNINITIALIZED_THIS)) {
      return null;
    }
    List<Object> slots = new ArrayList<>(before);
    Set<Integer> stored = storedIn(batch, before);
    for (int slot = 0; slot < slots.size(); slot++) {
      if (slots.get(slot) instanceof Label) {
        slots.set(slot, Opcodes.TOP);
      }
      if (stored.contains(slot)) {
        slots.set(slot, fresh.typeOf(slot));
      }
    }
    widen(slots, stored, batch);
    for (TryCatchBlockNode block : batch.around()) {
      if (!narrow(slots, stored, block.handler)) {
        return null;
      }
    }
    return packed(slots);
  }

  /**
   * Gives each variable the type that it has where branches meet in the batch. A compiler writes
   * the declared type there, which may say less than what is known where the batch begins.
   */
  private static void widen(List<Object> slots, Set<Integer> changed, BatchEdit batch) {
    Set<Integer> wider = new HashSet<>();
    for (AbstractInsnNode insn = batch.start(); insn != batch.exit(); insn = insn.getNext()) {
      if (insn instanceof FrameNode frame) {
        List<Object> inside = unpacked(frame);
        for (int slot = 0; slot < slots.size(); slot++) {
          Object type = slot < inside.size() ? inside.get(slot) : Opcodes.TOP;
          if (slots.get(slot) != Opcodes.TOP && !type.equals(slots.get(slot))) {
            slots.set(slot, wider.add(slot) ? type : Opcodes.TOP);
            changed.add(slot);
          }
        }
      }
    }
  }

  private static Set<Integer> storedIn(BatchEdit batch, List<Object> before) {
    Set<Integer> stored = new HashSet<>();
    for (AbstractInsnNode insn = batch.start(); insn != batch.exit(); insn = insn.getNext()) {
      int opcode = insn.getOpcode();
      if (opcode >= ISTORE && opcode <= ASTORE) {
        int slot = ((VarInsnNode) insn).var;
        stored.add(slot);
        if (opcode == LSTORE || opcode == DSTORE) {
          stored.add(slot + 1);
        }
        // A value of two slots whose second half is overwritten is gone as a whole.
        if (slot > 0 && slot <= before.size() && isWide(before.get(slot - 1))) {
          stored.add(slot - 1);
        }
      }
    }
    return stored;
  }

  /** Gives the variables that are set in the batch the types that a handler around expects. */
  private boolean narrow(List<Object> slots, Set<Integer> stored, LabelNode handler) {
    List<Object> expected = unpacked(frameAt(handler));
    for (int slot : stored) {
      if (slot >= 0 && slot < slots.size() && slot < expected.size()) {
        Object type = expected.get(slot);
        if (type != Opcodes.TOP
            && slots.get(slot) != Opcodes.TOP
            && !type.equals(slots.get(slot))) {
          return false;
        }
        slots.set(slot, type == Opcodes.TOP ? slots.get(slot) : type);
      }
    }
    return true;
  }

  private static FrameNode frameAt(LabelNode handler) {
    AbstractInsnNode insn = handler;
    while (!(insn instanceof FrameNode)) {
      insn = insn.getNext();
    }
    return (FrameNode) insn;
  }

  private static List<Object> unpacked(FrameNode frame) {
    List<Object> slots = new ArrayList<>();
    for (Object type : frame.local) {
      slots.add(type);
      if (isWide(type)) {
        slots.add(Opcodes.TOP);
      }
    }
    return slots;
  }

  private static boolean isWide(Object type) {
    return type == Opcodes.LONG || type == Opcodes.DOUBLE;
  }

  private static Object[] packed(List<Object> slots) {
    List<Object> types = new ArrayList<>();
    for (int slot = 0; slot < slots.size(); slot++) {
      types.add(slots.get(slot));
      slot += isWide(slots.get(slot)) ? 1 : 0;
    }
    return types.toArray();
  }
}
