package io.tallyfast.analysis;

import io.tallyfast.analysis.Expr.Op;
import io.tallyfast.analysis.FieldRepair.Outdated;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * What still holds the old or the new value after a write, which another thread's update would make
 * wrong. Used for one site; not thread-safe.
 */
final class OutdatedValues {
  private final FieldSite site;
  private final MethodFlow flow;

  OutdatedValues(FieldSite site) {
    this.site = site;
    this.flow = site.flow();
  }

  /**
   * What to set again after the write.
   *
   * @param reads the positions of the reads
   * @return null when that is not possible
   */
  List<Outdated> find(BitSet reads) {
    ExprFrame frame = flow.frame(site.write());
    BitSet after = flow.control().reachableFrom(flow.indexOf(site.write()), reads);
    List<Outdated> all = new ArrayList<>();
    for (int slot = 0; slot < frame.getLocals(); slot++) {
      Boolean isNew = role(frame.getLocal(slot));
      if (isNew != null && isUsed(frame.getLocal(slot), after)) {
        all.add(outdated(slot, frame.getLocal(slot), isNew));
      }
    }
    int below = frame.getStackSize() - site.operands() - 1;
    for (int i = below; i >= 0; i--) {
      Boolean isNew = role(frame.getStack(i));
      if (isNew != null && i < below) {
        return null;
      }
      if (isNew != null) {
        all.add(outdated(-1, frame.getStack(i), isNew));
      }
    }
    return all;
  }

  private static Outdated outdated(int slot, Expr value, boolean isNew) {
    char kind = Numbers.kindOf(value);
    return new Outdated(slot, kind, kind == 'A' ? Numbers.typeOf(value) : "", isNew);
  }

  /** True for the new value, false for the old one, null for neither. */
  private Boolean role(Expr value) {
    if (value == null || value == Expr.UNSET) {
      return null;
    }
    Expr core = Numbers.unboxed(value);
    if (site.reads().contains(core) || site.reads().contains(value)) {
      return Boolean.FALSE;
    }
    boolean isNew =
        core == Numbers.unboxed(site.written())
            && core.op != Op.CONST
            && (!site.isKeptByBranch() || core.op == Op.PHI);
    return isNew ? Boolean.TRUE : null;
  }

  private boolean isUsed(Expr value, BitSet after) {
    for (AbstractInsnNode use : flow.usesOf(value)) {
      if (after.get(flow.indexOf(use)) && use != site.write()) {
        return true;
      }
    }
    return false;
  }
}
