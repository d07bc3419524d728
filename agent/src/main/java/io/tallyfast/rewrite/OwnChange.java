package io.tallyfast.rewrite;

import io.tallyfast.analysis.Congruence;
import io.tallyfast.analysis.Expr;
import io.tallyfast.analysis.MapCall;
import io.tallyfast.analysis.MapCalls;
import io.tallyfast.analysis.MapSite;
import io.tallyfast.analysis.MethodFlow;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * A plain change that the method itself makes to the entry between a read and a write: it knows of
 * it, so it is no update of another thread.
 *
 * @param call the call that changes the entry
 * @param removes whether it leaves nothing; else its third argument is what it stores
 */
record OwnChange(MethodInsnNode call, boolean removes) {

  /** The changes of a group, other than those of the sites that are rewritten themselves. */
  static List<OwnChange> of(MethodFlow flow, SiteGroup group, Set<MapSite> rewritten) {
    Set<AbstractInsnNode> writes = new HashSet<>();
    for (MapSite site : rewritten) {
      writes.add(site.write());
    }
    List<OwnChange> changes = new ArrayList<>();
    for (AbstractInsnNode insn : flow.insns()) {
      if (insn instanceof MethodInsnNode call
          && flow.frame(insn) != null
          && !writes.contains(insn)
          && isBetween(flow, group, flow.indexOf(insn))
          && changes(flow.at(call), group)) {
        changes.add(new OwnChange(call, kindOf(call) != MapCall.PUT));
      }
    }
    return changes;
  }

  private static MapCall kindOf(MethodInsnNode call) {
    return MapCalls.bySignature(call.name, call.desc);
  }

  private static boolean changes(Expr call, SiteGroup group) {
    MethodInsnNode insn = (MethodInsnNode) call.insn;
    boolean clears = insn.name.equals("clear") && insn.desc.equals("()V");
    MapCall kind = kindOf(insn);
    if (!clears && kind != MapCall.REMOVE && kind != MapCall.PUT || group.contains(call)) {
      return false;
    }
    for (Expr read : group.reads()) {
      if (Congruence.certain(call.args[0], read.args[0])
          && (clears || Congruence.certain(call.args[1], read.args[1]))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBetween(MethodFlow flow, SiteGroup group, int position) {
    BitSet reads = new BitSet();
    for (Expr read : group.reads()) {
      reads.set(flow.indexOf(read.insn));
    }
    BitSet after = flow.control().reachableFrom(position, reads);
    boolean before = false;
    for (MapSite site : group.sites()) {
      before |= after.get(flow.indexOf(site.write()));
    }
    if (!before) {
      return false;
    }
    for (Expr read : group.reads()) {
      if (flow.control().reachableFrom(flow.indexOf(read.insn), reads).get(position)) {
        return true;
      }
    }
    return false;
  }
}
