package io.tallyfast.analysis;

import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Which locks are held on every way to each instruction of a method: monitors, the locks of {@code
 * java.util.concurrent}, and those that methods take for their callers. A read lock counts as no
 * lock. Computed once; not thread-safe.
 */
public final class LockState {
  private final MethodFlow flow;
  private final LockNames names;
  private final LockUse use;
  private final LockSummaries summaries;
  private final HeldLocks[] before;
  private final Set<String> released = new HashSet<>();

  /** What is held throughout, besides the locks of the method itself. */
  private Set<String> always = Set.of();

  /** What a call that took locks gave back: closing it releases them. */
  private final Map<Expr, Set<String>> closers = new HashMap<>();

  private LockState(
      String owner, MethodFlow flow, FieldInits fields, LockSummaries summaries, TypeOracle types) {
    this.flow = flow;
    this.names = new LockNames(owner, flow.method(), types);
    this.use = new LockUse(fields, names);
    this.summaries = summaries;
    this.before = new HeldLocks[flow.insns().length];
  }

  /** Computes the locks of a method of a class, given by its internal name. */
  static LockState of(
      String owner, MethodFlow flow, FieldInits fields, LockSummaries summaries, TypeOracle types) {
    LockState state = new LockState(owner, flow, fields, summaries, types);
    if (state.hasAny()) {
      state.run();
    }
    return state;
  }

  /** Whether the method takes or gives back any lock, as far as a glance tells: most do not. */
  private boolean hasAny() {
    if (LockCalls.areIn(flow.method())) {
      return true;
    }
    for (AbstractInsnNode insn : flow.insns()) {
      if (insn instanceof MethodInsnNode call
          && (LockCalls.givesBack(call) || summaries.of(call) != null)) {
        return true;
      }
    }
    return false;
  }

  /** The names of the locks held just before an instruction; empty where it is never reached. */
  public Set<String> heldAt(AbstractInsnNode insn) {
    HeldLocks held = before[flow.indexOf(insn)];
    Set<String> names = held == null ? Set.of() : held.names();
    if (always.isEmpty()) {
      return names;
    }
    Set<String> all = new HashSet<>(names);
    all.addAll(always);
    return all;
  }

  /** Whether a lock is held just before an instruction. */
  boolean isHeldAt(AbstractInsnNode insn, String lock) {
    HeldLocks held = before[flow.indexOf(insn)];
    return held != null && held.has(lock) || always.contains(lock);
  }

  /** The same, where something else keeps other threads away as a lock does. */
  LockState with(Set<String> more) {
    always = more;
    return this;
  }

  /** Likewise, but for the one that a synchronized method gives back by itself. */
  Set<String> takenAt(AbstractInsnNode insn) {
    HeldLocks held = before[flow.indexOf(insn)];
    for (String own : names.ofMethod()) {
      held = held == null ? null : held.minus(own);
    }
    return held == null ? Set.of() : held.names();
  }

  /** The locks that are given back without having been taken here. */
  Set<String> released() {
    return released;
  }

  private void run() {
    if (before.length == 0) {
      return;
    }
    before[0] = HeldLocks.of(names.ofMethod());
    Deque<Integer> work = new ArrayDeque<>();
    work.add(0);
    while (!work.isEmpty()) {
      int at = work.remove();
      for (int next : flow.control().successors(at)) {
        if (flow.frame(flow.insns()[next]) != null && meet(next, after(at, next))) {
          work.add(next);
        }
      }
    }
  }

  private boolean meet(int next, HeldLocks held) {
    if (before[next] == null) {
      before[next] = held;
      return true;
    }
    HeldLocks both = before[next].meet(held);
    boolean changed = !both.isSame(before[next]);
    before[next] = both;
    return changed;
  }

  private HeldLocks after(int at, int next) {
    AbstractInsnNode insn = flow.insns()[at];
    int opcode = insn.getOpcode();
    boolean throwing = flow.control().isHandler(next) && next != at + 1;
    if (opcode == MONITORENTER) {
      return throwing ? before[at] : before[at].plus(names.of(flow.at(insn).args[0]));
    }
    if (opcode == MONITOREXIT) {
      return before[at].minus(names.of(flow.at(insn).args[0]));
    }
    if (insn instanceof MethodInsnNode call && !throwing) {
      Expr e = flow.at(call);
      return e == null ? before[at] : afterCall(call, e, before[at]);
    }
    if (Insns.isTest(opcode)) {
      String tried = use.triedLock(flow.at(insn), insn, next != at + 1);
      return tried == null ? before[at] : before[at].plus(tried);
    }
    return before[at];
  }

  private HeldLocks afterCall(MethodInsnNode call, Expr e, HeldLocks held) {
    if (OneThread.assertsMain(call)) {
      return held.plus(OneThread.MAIN);
    }
    if (LockCalls.asserts(call)) {
      return held.plus(names.of(e.args[0]));
    }
    String taken = use.takenBy(call, e);
    if (taken != null) {
      return held.plus(taken);
    }
    if (LockCalls.givesBack(call)) {
      return give(use.givenBackBy(e), held);
    }
    LockSummary summary = summaries.of(call);
    return summary == null ? close(call, e, held) : afterWrapper(summary, call, e, held);
  }

  private HeldLocks give(String lock, HeldLocks held) {
    if (!held.has(lock)) {
      released.add(lock);
    }
    return held.minus(lock);
  }

  private HeldLocks afterWrapper(LockSummary summary, MethodInsnNode call, Expr e, HeldLocks held) {
    HeldLocks after = close(call, e, held);
    if (after == held) {
      for (String lock : summary.releases()) {
        after = give(use.asCallerNames(lock, call, e), after);
      }
    }
    for (String lock : summary.acquires()) {
      String name = use.asCallerNames(lock, call, e);
      after = after.plus(name);
      Expr result = call.name.equals("<init>") ? e.args[0] : e;
      remember(result.uncast(), name);
    }
    return after;
  }

  private void remember(Expr closer, String lock) {
    Set<String> locks = closers.get(closer);
    if (locks == null) {
      locks = new HashSet<>();
      closers.put(closer, locks);
    }
    locks.add(lock);
  }

  /** What a call gave to be closed is closed: its locks are given back. */
  private HeldLocks close(MethodInsnNode call, Expr e, HeldLocks held) {
    boolean closes = call.name.equals("close") && e.args.length == 1 && !closers.isEmpty();
    Set<String> locks = closes ? closers.get(e.args[0].uncast()) : null;
    HeldLocks after = held;
    if (locks != null) {
      for (String lock : locks) {
        after = after.minus(lock);
      }
    }
    return after;
  }
}
