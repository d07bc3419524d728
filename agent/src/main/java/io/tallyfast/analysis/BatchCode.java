package io.tallyfast.analysis;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** What may lie within a batch: code of one method. Not thread-safe. */
final class BatchCode {
  /** So far back a class is looked for that is initialised already. */
  private static final int MAX_BACK = 200;

  private static final Set<String> WHOLE = Set.of("clear()V", "size()I", "isEmpty()Z");

  private static final Set<String> SIZES = Set.of("size()I", "isEmpty()Z", "length()I");

  private final MethodFlow flow;
  private final TypeOracle types;
  private final PureCode pure;
  private final Computations computations;
  private final AbstractInsnNode[] insns;
  private final boolean concurrent;
  private final Set<AbstractInsnNode> barriers = new HashSet<>();

  /**
   * Creates for a method of a class.
   *
   * @param concurrent whether the map of the batches is a {@code ConcurrentMap}, or else none is
   */
  BatchCode(ClassNode owner, MethodFlow flow, TypeOracle types, boolean concurrent) {
    this.flow = flow;
    this.types = types;
    this.pure = new PureCode(owner.name);
    this.computations = new Computations(owner, types);
    this.insns = flow.insns();
    this.concurrent = concurrent;
  }

  /** No batch goes on over this instruction. */
  void stopAt(AbstractInsnNode insn) {
    barriers.add(insn);
  }

  /** Whether all code from one place to another, that one included, may be part of a batch. */
  boolean allPure(int from, int to, Expr map, Set<String> initialised) {
    for (int i = from; i <= to; i++) {
      if (!isAllowed(i, map, initialised)) {
        return false;
      }
    }
    return true;
  }

  /** Whether an instruction may be part of a batch. */
  boolean isAllowed(int at, Expr map, Set<String> initialised) {
    AbstractInsnNode insn = insns[at];
    if (insn.getOpcode() < 0) {
      return true;
    }
    if (flow.frame(insn) == null || barriers.contains(insn)) {
      return false;
    }
    return insn instanceof MethodInsnNode call && (isOf(call, map) || measuredBy(call, at) >= 0)
        || pure.allows(insn, initialised);
  }

  /**
   * The variable that holds what a call asks for its size, -1 when it is none, or no such call. At
   * run time it turns out whether that is a collection of the JDK, or runs unknown code.
   */
  private int measuredBy(MethodInsnNode call, int at) {
    boolean asks =
        SIZES.contains(call.name.concat(call.desc))
            && (call.owner.startsWith("java/util/") || call.owner.equals("java/lang/CharSequence"));
    return asks ? slotOf(flow.at(call).args[0], at) : -1;
  }

  private int slotOf(Expr value, int at) {
    ExprFrame frame = flow.frame(insns[at]);
    for (int slot = 0; slot < frame.getLocals(); slot++) {
      if (frame.getLocal(slot) == value) {
        return slot;
      }
    }
    return -1;
  }

  /**
   * The variables, at the start, that are asked for their size; null when one is set only later.
   */
  Set<Integer> measuredIn(int start, int end, Expr map) {
    Set<Integer> slots = new LinkedHashSet<>();
    for (int i = start; i < end; i++) {
      if (insns[i] instanceof MethodInsnNode call
          && flow.frame(call) != null
          && !isOf(call, map)
          && measuredBy(call, i) >= 0) {
        slots.add(slotOf(flow.at(call).args[0], start));
      }
    }
    return slots.contains(-1) ? null : slots;
  }

  /** Whether a call looks into, or changes, this map, and runs no other code. */
  boolean isOf(MethodInsnNode call, Expr map) {
    if (flow.frame(call) == null || call.getOpcode() == Opcodes.INVOKESTATIC) {
      return false;
    }
    MapCall kind = MapCalls.of(call, types);
    boolean whole = WHOLE.contains(call.name.concat(call.desc));
    if (kind == null && !(whole && MapCalls.isMap(call.owner, types))
        || MapCalls.isConcurrent(call.owner, types) != concurrent) {
      return false;
    }
    Expr expression = flow.at(call);
    if (!Congruence.certain(expression.args[0], map)) {
      return false;
    }
    return kind == null || !kind.computes() || computations.onlyCalculates(expression);
  }

  /** The classes whose static members the method used on every way to a place. */
  Set<String> initialisedBefore(int position) {
    Set<String> found = new HashSet<>();
    for (int i = Math.max(0, position - MAX_BACK); i < position; i++) {
      boolean uses =
          insns[i].getOpcode() == Opcodes.GETSTATIC || insns[i].getOpcode() == Opcodes.PUTSTATIC;
      if (uses && flow.control().dominators().dominates(i, position)) {
        found.add(((FieldInsnNode) insns[i]).owner);
      }
    }
    return found;
  }
}
