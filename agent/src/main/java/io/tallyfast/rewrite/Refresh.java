package io.tallyfast.rewrite;

import io.tallyfast.analysis.Expr;
import io.tallyfast.analysis.ExprFrame;
import io.tallyfast.analysis.MapSite;
import io.tallyfast.analysis.MethodFlow;
import io.tallyfast.analysis.Numbers;
import io.tallyfast.analysis.Repair;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * A local variable that the code goes on to use after the write, and that must then hold what the
 * update really read or stored: an id that is handed out, a limit that is tested.
 *
 * @param slot the local
 * @param kind its kind, {@code I J F D A}
 * @param type its type when it is a reference
 * @param stored whether it holds the new value; else it holds the old one
 */
record Refresh(int slot, char kind, String type, boolean stored) {

  /** The variables to refresh after a write. */
  static List<Refresh> of(MapSite site) {
    List<Refresh> result = new ArrayList<>();
    if (site.call().computes()) {
      return result;
    }
    MethodFlow flow = site.flow();
    ExprFrame frame = flow.frame(site.write());
    BitSet after = flow.control().reachableFrom(flow.indexOf(site.write()), new BitSet());
    for (int slot = 0; slot < frame.getLocals(); slot++) {
      Expr value = frame.getLocal(slot);
      Boolean stored = role(value, site);
      if (stored != null
          && (isUsedAfter(value, site, after) || isLoadedAfter(slot, value, site, after))) {
        char kind = Numbers.kindOf(value);
        String type = kind == 'A' ? Numbers.typeOf(value) : "";
        boolean known = value.op != Expr.Op.PHI || !type.equals("java/lang/Object");
        if (known) {
          result.add(new Refresh(slot, kind, type, stored));
        }
      }
    }
    return result;
  }

  /** True for the new value, false for the old one, null for neither. */
  private static Boolean role(Expr value, MapSite site) {
    Expr core = Numbers.unboxed(value);
    Expr written = Numbers.unboxed(site.written());
    boolean isNew = core == written && core.op != Expr.Op.CONST && core.op != Expr.Op.PARAM;
    if (isNew && (site.derivesFromRead() || site.repair().merge() == Repair.Merge.KEEP)) {
      return true;
    }
    boolean isOld = site.chain().contains(value) && (isRead(core, site) || joinsReads(core, site));
    return isOld && site.derivesFromRead() ? Boolean.FALSE : null;
  }

  private static boolean isRead(Expr core, MapSite site) {
    return site.reads().contains(core);
  }

  /** Whether a merge point brings nothing but what was read, or a first value in its place. */
  private static boolean joinsReads(Expr core, MapSite site) {
    if (core.op != Expr.Op.PHI) {
      return false;
    }
    boolean read = false;
    for (Expr arg : core.args) {
      Expr input = Numbers.unboxed(arg);
      if (isRead(input, site)) {
        read = true;
      } else if (input.op != Expr.Op.CONST) {
        return false;
      }
    }
    return read;
  }

  private static boolean isUsedAfter(Expr value, MapSite site, BitSet after) {
    MethodFlow flow = site.flow();
    for (AbstractInsnNode use : flow.usesOf(value)) {
      if (after.get(flow.indexOf(use)) && use != site.write() && !rereads(use, site)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the variable is looked at where other ways join, on which it holds something else. */
  private static boolean isLoadedAfter(int slot, Expr value, MapSite site, BitSet after) {
    MethodFlow flow = site.flow();
    for (AbstractInsnNode insn : flow.insns()) {
      if (insn instanceof VarInsnNode load
          && load.var == slot
          && load.getOpcode() <= Opcodes.ALOAD
          && after.get(flow.indexOf(insn))
          && flow.frame(insn) != null
          && joins(flow.frame(insn).getLocal(slot), value)
          && !rereads(insn, site)) {
        return true;
      }
    }
    return false;
  }

  private static boolean joins(Expr joined, Expr value) {
    if (joined.op == Expr.Op.PHI) {
      for (Expr input : joined.args) {
        if (input == value) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a use comes only after the value was made anew, in the next turn of a loop. */
  private static boolean rereads(AbstractInsnNode use, MapSite site) {
    MethodFlow flow = site.flow();
    BitSet reads = new BitSet();
    for (Expr read : site.reads()) {
      reads.set(flow.indexOf(read.insn));
    }
    BitSet direct = flow.control().reachableFrom(flow.indexOf(site.write()), reads);
    return !direct.get(flow.indexOf(use));
  }
}
