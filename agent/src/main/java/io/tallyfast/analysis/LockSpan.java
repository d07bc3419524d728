package io.tallyfast.analysis;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * Which locks are held all the way from a read to a write: one that is taken after the read, or
 * given back in between, lets others in. Belongs to one method; not thread-safe.
 */
final class LockSpan {
  private final MethodFlow flow;
  private final LockState locks;

  LockSpan(MethodFlow flow, LockState locks) {
    this.flow = flow;
    this.locks = locks;
  }

  /** The locks held at a write, and since each of some reads. */
  Set<String> heldSince(Collection<Expr> reads, AbstractInsnNode write) {
    Set<String> held = locks.heldAt(write);
    if (held.isEmpty() || reads.isEmpty()) {
      return held;
    }
    Set<String> throughout = new HashSet<>();
    for (String lock : held) {
      boolean always = true;
      for (Expr read : reads) {
        always &= isHeld(lock, read.insn, write);
      }
      if (always) {
        throughout.add(lock);
      }
    }
    return throughout;
  }

  private boolean isHeld(String lock, AbstractInsnNode read, AbstractInsnNode write) {
    if (read == null || flow.frame(read) == null) {
      return true;
    }
    if (!locks.isHeldAt(read, lock)) {
      return false;
    }
    int start = flow.indexOf(read);
    int end = flow.indexOf(write);
    BitSet after = flow.control().reachableFrom(start, only(end));
    AbstractInsnNode[] insns = flow.insns();
    for (int i = after.nextSetBit(1); i >= 0; i = after.nextSetBit(i + 1)) {
      boolean givenBack =
          i != end
              && flow.frame(insns[i]) != null
              && !locks.isHeldAt(insns[i], lock)
              && locks.isHeldAt(insns[i - 1], lock);
      if (givenBack && flow.control().reachableFrom(i, only(start)).get(end)) {
        return false;
      }
    }
    return true;
  }

  private static BitSet only(int position) {
    BitSet one = new BitSet();
    one.set(position);
    return one;
  }
}
