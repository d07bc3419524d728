package io.tallyfast.rewrite;

import static org.objectweb.asm.Opcodes.*;

import io.tallyfast.analysis.Expr;
import io.tallyfast.analysis.MapRetry;
import io.tallyfast.analysis.MapSite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * The place that the code goes back to, with the read behind it. Several writes may share it. Used
 * for one method; not thread-safe.
 */
final class RetryStart {
  private final InsnList code;
  private final FreshLocals locals;
  private final Emit emit;
  private final WriteFrame frame;
  private final LabelNode label = new LabelNode();
  private final ReadEntry read;
  private final int tries;
  private final MapSite site;
  private final Map<Integer, Integer> saved = new HashMap<>();
  private final Set<AbstractInsnNode> served = new HashSet<>();

  /**
   * Marks the place.
   *
   * @param frame what the verifier knows there; null when the class file needs no frames
   */
  RetryStart(MapSite site, WriteFrame frame, FreshLocals locals, Emit emit) {
    this.site = site;
    this.code = site.flow().method().instructions;
    this.locals = locals;
    this.emit = emit;
    this.frame = frame;
    this.read = new ReadEntry(site.retry().read(), locals);
    this.tries = locals.allocate('I');
    InsnList start = new InsnList();
    start.add(new InsnNode(ICONST_0));
    start.add(Emit.store('I', tries));
    start.add(label);
    if (frame != null) {
      start.add(frame.without(0));
    }
    code.insertBefore(site.retry().start(), start);
    read.keep(code, emit);
  }

  /**
   * Keeps what the code in between changes, for one of the writes, and what is out of scope there.
   *
   * @param there what the verifier knows at the write
   */
  void prepare(MapRetry retry, WriteFrame there) {
    for (Expr other : retry.others()) {
      if (served.add(other.insn)) {
        read.serve(List.of(other), code, emit);
      }
    }
    for (Map.Entry<Integer, Character> local : retry.live().entrySet()) {
      save(local.getKey(), local.getValue());
    }
    for (int slot : forgotten(retry, there)) {
      char kind = WriteFrame.kindOf(frame.typeOf(slot));
      if (kind != 0 && isNeeded(slot)) {
        save(slot, kind);
      }
    }
  }

  private void save(int slot, char kind) {
    if (!saved.containsKey(slot)) {
      int copy = locals.allocate(kind);
      saved.put(slot, copy);
      code.insertBefore(label, Emit.load(kind, slot));
      code.insertBefore(label, Emit.store(kind, copy));
    }
  }

  /** The locals that are usable at the start, and, as the compiler says, not so at a write. */
  private List<Integer> forgotten(MapRetry retry, WriteFrame there) {
    List<Integer> slots = new ArrayList<>();
    for (int slot : frame == null ? List.<Integer>of() : frame.slots()) {
      boolean restored = retry.live().containsKey(slot) || retry.dead().contains(slot);
      if (!restored && !frame.typeOf(slot).equals(there.typeOf(slot))) {
        slots.add(slot);
      }
    }
    return slots;
  }

  private boolean isNeeded(int slot) {
    int start = site.flow().indexOf(site.retry().start());
    return site.flow().control().isLoadedFrom(slot, start);
  }

  /** Pushes what was read, and then the number of tries before this one. */
  void load(int how, InsnList list) {
    read.load(list);
    list.add(Emit.constant(how));
    list.add(Emit.load('I', tries));
  }

  /** Goes back from a write, with all locals as they were. */
  void goBack(MapRetry retry, WriteFrame there, InsnList list) {
    list.add(new IincInsnNode(tries, 1));
    for (Map.Entry<Integer, Character> local : retry.live().entrySet()) {
      list.add(Emit.load(local.getValue(), saved.get(local.getKey())));
      list.add(Emit.store(local.getValue(), local.getKey()));
    }
    for (int slot : retry.dead()) {
      clear(slot, list);
    }
    for (int slot : forgotten(retry, there)) {
      if (saved.containsKey(slot)) {
        restore(slot, list);
      } else {
        clear(slot, list);
      }
    }
    list.add(new JumpInsnNode(GOTO, label));
  }

  private void restore(int slot, InsnList list) {
    Object type = frame.typeOf(slot);
    char kind = WriteFrame.kindOf(type);
    list.add(Emit.load(kind, saved.get(slot)));
    if (type instanceof String name) {
      list.add(new TypeInsnNode(CHECKCAST, name));
    }
    list.add(Emit.store(kind, slot));
  }

  /** What nobody looks at again must be of its old type for the verifier. */
  private void clear(int slot, InsnList list) {
    Object type = frame == null ? Opcodes.TOP : frame.typeOf(slot);
    if (type == Opcodes.INTEGER) {
      list.add(new InsnNode(ICONST_0));
      list.add(Emit.store('I', slot));
    } else if (type == Opcodes.LONG) {
      list.add(new InsnNode(LCONST_0));
      list.add(Emit.store('J', slot));
    } else if (type == Opcodes.FLOAT) {
      list.add(new InsnNode(FCONST_0));
      list.add(Emit.store('F', slot));
    } else if (type == Opcodes.DOUBLE) {
      list.add(new InsnNode(DCONST_0));
      list.add(Emit.store('D', slot));
    } else if (type instanceof String || type == Opcodes.NULL) {
      list.add(new InsnNode(ACONST_NULL));
      list.add(Emit.store('A', slot));
    }
  }
}
