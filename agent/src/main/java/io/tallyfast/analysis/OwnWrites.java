package io.tallyfast.analysis;

import java.util.BitSet;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * The changes that a method makes by itself between a read and a write, which are no other
 * thread's.
 *
 * @param flow the method
 */
record OwnWrites(MethodFlow flow) {
  private static final Set<String> WHOLE = Set.of("clear", "putAll", "replaceAll");

  /**
   * Whether the method may change the entry of a site between its read and its write.
   *
   * @param between what can follow the read
   * @param barrier the read
   */
  boolean mayChange(MapSite site, BitSet between, BitSet barrier) {
    for (AbstractInsnNode insn : flow.insns()) {
      int at = flow.indexOf(insn);
      if (insn instanceof MethodInsnNode call
          && insn != site.write()
          && between.get(at)
          && flow.frame(insn) != null
          && mayChange(call, site)
          && flow.control().reachableFrom(at, barrier).get(site.position())) {
        return true;
      }
    }
    return false;
  }

  private boolean mayChange(MethodInsnNode call, MapSite site) {
    Expr[] args = flow.at(call).args;
    boolean whole = WHOLE.contains(call.name);
    boolean entry = BatchFinder.writes(call) && args.length > 1;
    if (args.length == 0 || !whole && !entry || !Congruence.alike(args[0], site.map())) {
      return false;
    }
    return whole || !areDifferent(args[1].uncast(), site.key().uncast());
  }

  private static boolean areDifferent(Expr a, Expr b) {
    return a.op == Expr.Op.CONST
        && b.op == Expr.Op.CONST
        && a.constant != null
        && !a.constant.equals(b.constant);
  }
}
