package io.tallyfast.rewrite;

import java.util.ArrayList;
import java.util.HashMap;
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

/**
 * What the verifier knows before an instruction, so that a loop can be put in its place. Immutable.
 *
 * @param locals the locals, as {@link FrameNode} wants them
 * @param stack the stack, from the bottom, likewise
 */
record WriteFrame(List<Object> locals, List<Object> stack) {

  /** What is known before each of the instructions. The method's own frames must be complete. */
  static Map<AbstractInsnNode, WriteFrame> of(
      String owner, MethodNode method, Set<AbstractInsnNode> wanted) {
    Map<Label, LabelNode> labels = labelNews(method);
    Map<AbstractInsnNode, WriteFrame> frames = new HashMap<>();
    AnalyzerAdapter types =
        new AnalyzerAdapter(owner, method.access, method.name, method.desc, null);
    for (AbstractInsnNode insn : method.instructions) {
      if (wanted.contains(insn) && types.locals != null) {
        frames.put(insn, new WriteFrame(packed(types.locals, labels), packed(types.stack, labels)));
      }
      insn.accept(types);
    }
    return frames;
  }

  /** An object that was not initialised yet is known by the label of its {@code new}. */
  private static Map<Label, LabelNode> labelNews(MethodNode method) {
    for (AbstractInsnNode insn : method.instructions.toArray()) {
      if (insn.getOpcode() == Opcodes.NEW) {
        method.instructions.insertBefore(insn, new LabelNode());
      }
    }
    Map<Label, LabelNode> labels = new HashMap<>();
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof LabelNode label) {
        labels.put(label.getLabel(), label);
      }
    }
    return labels;
  }

  private static List<Object> packed(List<Object> slots, Map<Label, LabelNode> labels) {
    List<Object> types = new ArrayList<>();
    for (int i = 0; i < slots.size(); i++) {
      Object type = slots.get(i);
      types.add(type instanceof Label label ? labels.get(label) : type);
      i += type == Opcodes.LONG || type == Opcodes.DOUBLE ? 1 : 0;
    }
    return types;
  }

  /** The frame once the topmost values have been taken from the stack. */
  FrameNode without(int topmost) {
    List<Object> rest = stack.subList(0, stack.size() - topmost);
    return new FrameNode(
        Opcodes.F_NEW, locals.size(), locals.toArray(), rest.size(), rest.toArray());
  }

  /** The locals that are usable; of a wide one the first of its two. */
  List<Integer> slots() {
    List<Integer> slots = new ArrayList<>();
    int slot = 0;
    for (Object type : locals) {
      if (type != Opcodes.TOP) {
        slots.add(slot);
      }
      slot += type == Opcodes.LONG || type == Opcodes.DOUBLE ? 2 : 1;
    }
    return slots;
  }

  /** The kind of a local's type, as descriptors have it; 0 for one that cannot be kept. */
  static char kindOf(Object type) {
    if (type == Opcodes.INTEGER) {
      return 'I';
    }
    if (type == Opcodes.LONG) {
      return 'J';
    }
    if (type == Opcodes.FLOAT) {
      return 'F';
    }
    if (type == Opcodes.DOUBLE) {
      return 'D';
    }
    return type instanceof String ? 'A' : 0;
  }

  /** How a local is known, as {@link FrameNode} wants it; unusable where nothing is. */
  Object typeOf(int slot) {
    int at = 0;
    for (Object type : locals) {
      if (at == slot) {
        return type;
      }
      at += type == Opcodes.LONG || type == Opcodes.DOUBLE ? 2 : 1;
    }
    return Opcodes.TOP;
  }
}
