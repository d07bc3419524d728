package io.tallyfast.analysis;

import static org.objectweb.asm.Opcodes.*;

import io.tallyfast.analysis.Expr.Op;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Which locks are held on every way to each instruction of a method: monitors, and the locks of
 * {@code java.util.concurrent}. A read lock counts as no lock. Computed once; not thread-safe.
 */
public final class LockState {
  private final MethodFlow flow;
  private final LockNames names;
  private final Set<String>[] before;

  @SuppressWarnings({"unchecked", "rawtypes"})
  private LockState(String owner, MethodFlow flow) {
    this.flow = flow;
    this.names = new LockNames(owner, flow.method());
    this.before = new Set[flow.insns().length];
  }

  /** Computes the locks of a method of a class, given by its internal name. */
  public static LockState of(String owner, MethodFlow flow) {
    LockState state = new LockState(owner, flow);
    state.run();
    return state;
  }

  /** The names of the locks held just before an instruction; empty where it is never reached. */
  public Set<String> heldAt(AbstractInsnNode insn) {
    Set<String> held = before[flow.indexOf(insn)];
    return held == null ? Set.of() : held;
  }

  private void run() {
    if (before.length == 0) {
      return;
    }
    before[0] = names.ofMethod();
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

  private boolean meet(int next, Set<String> held) {
    if (before[next] == null) {
      before[next] = held;
      return true;
    }
    if (held.containsAll(before[next])) {
      return false;
    }
    Set<String> both = new HashSet<>(before[next]);
    both.retainAll(held);
    before[next] = both;
    return true;
  }

  private Set<String> after(int at, int next) {
    AbstractInsnNode insn = flow.insns()[at];
    int opcode = insn.getOpcode();
    boolean throwing = flow.control().isHandler(next) && next != at + 1;
    if (opcode == MONITORENTER) {
      return throwing ? before[at] : plus(before[at], names.of(flow.at(insn).args[0]));
    }
    if (opcode == MONITOREXIT) {
      return minus(before[at], names.of(flow.at(insn).args[0]));
    }
    if (insn instanceof MethodInsnNode call && !throwing) {
      return afterCall(call, before[at]);
    }
    return Insns.isTest(opcode) ? afterTest(insn, at, next) : before[at];
  }

  private Set<String> afterCall(MethodInsnNode call, Set<String> held) {
    Expr e = flow.at(call);
    if (e == null || e.args.length == 0) {
      return held;
    }
    if (LockCalls.asserts(call)) {
      return plus(held, names.of(e.args[0]));
    }
    if (!LockCalls.isLock(call)) {
      return held;
    }
    if (LockCalls.acquires(call) && !isReadLock(e.args[0])) {
      return plus(held, names.of(lockOf(e.args[0])));
    }
    return LockCalls.releases(call) ? minus(held, names.of(lockOf(e.args[0]))) : held;
  }

  /** In the branch where tryLock said yes, the lock is held. */
  private Set<String> afterTest(AbstractInsnNode insn, int at, int next) {
    Expr condition = flow.at(insn);
    if (condition == null || condition.args.length != 1) {
      return before[at];
    }
    Expr tested = condition.args[0];
    boolean tries =
        tested.op == Op.CALL
            && tested.insn instanceof MethodInsnNode call
            && LockCalls.isLock(call)
            && LockCalls.tries(call)
            && !isReadLock(tested.args[0]);
    boolean jumps = next != at + 1;
    boolean yes = insn.getOpcode() == IFNE ? jumps : insn.getOpcode() == IFEQ && !jumps;
    return tries && yes ? plus(before[at], names.of(lockOf(tested.args[0]))) : before[at];
  }

  private static boolean isReadLock(Expr lock) {
    Expr e = lock.uncast();
    return e.op == Op.CALL
            && e.insn instanceof MethodInsnNode call
            && (call.name.equals("readLock") || call.name.equals("asReadLock"))
        || Numbers.typeOf(e).endsWith("$ReadLock")
        || e.insn instanceof org.objectweb.asm.tree.FieldInsnNode field
            && field.name.toLowerCase(java.util.Locale.ROOT).startsWith("readlock");
  }

  /** The write lock of a read-write lock goes by the name of the whole. */
  private static Expr lockOf(Expr lock) {
    Expr e = lock.uncast();
    boolean part =
        e.op == Op.CALL
            && e.args.length == 1
            && (((MethodInsnNode) e.insn).name.equals("writeLock")
                || ((MethodInsnNode) e.insn).name.equals("asWriteLock"));
    return part ? e.args[0] : e;
  }

  private static Set<String> plus(Set<String> held, String lock) {
    Set<String> more = new HashSet<>(held);
    more.add(lock);
    return more;
  }

  private static Set<String> minus(Set<String> held, String lock) {
    Set<String> fewer = new HashSet<>(held);
    fewer.remove(lock);
    return fewer;
  }
}
