package io.tallyfast.analysis;

import static org.objectweb.asm.Opcodes.*;

import io.tallyfast.analysis.Expr.Op;
import io.tallyfast.analysis.FieldRepair.Outdated;
import io.tallyfast.analysis.Form.Effect;
import io.tallyfast.analysis.Repair.Merge;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Decides how a site on a field is repaired, or why it cannot be. Stateless. */
final class FieldPlanner {
  private static final String NOT_READ = "on some way to the write the value was not read";
  private static final String TOO_DEEP = "code after the write needs the old and the new value";

  private final FieldSite site;
  private final MethodFlow flow;
  private final Writers writers;
  private final boolean mayFuse;

  /** Tells which methods of the class write a field. */
  interface Writers {
    /** Whether a call may run code of the class that writes the field. */
    boolean mayWrite(MethodInsnNode call, String field);
  }

  FieldPlanner(FieldSite site, Writers writers, boolean mayFuse) {
    this.site = site;
    this.flow = site.flow();
    this.writers = writers;
    this.mayFuse = mayFuse;
  }

  FieldRepair plan() {
    Effect effect = Effect.NONE;
    for (Form form : site.forms()) {
      if (form.effect() == Effect.OTHER) {
        return again("the update does not merge: " + form.why());
      }
      if (!form.isRead()) {
        return FieldRepair.refused(NOT_READ);
      }
      if (form.effect() != Effect.NONE) {
        if (effect != Effect.NONE && effect != form.effect()) {
          return again("the update does not merge: it is a sum or a maximum by turns");
        }
        effect = form.effect();
      }
    }
    boolean fuses = mayFuse && effect == Effect.ADD && !site.isHeld();
    FieldFusion fusion = fuses ? FieldFusion.of(site) : null;
    return fusion != null ? FieldRepair.fused(fusion) : merge(effect);
  }

  private FieldRepair merge(Effect effect) {
    Merge merge =
        switch (effect) {
          case MAX -> Merge.MAX;
          case MIN -> Merge.MIN;
          default -> Merge.DIFFERENCE;
        };
    Expr sum = null;
    if (merge == Merge.DIFFERENCE && isFloating()) {
      sum = onlySum();
      merge = Merge.OPERAND;
      if (sum == null) {
        return again("what is added to a floating point number is not one value");
      }
    }
    String reason = obstacle();
    if (reason != null) {
      return FieldRepair.refused(reason);
    }
    List<Outdated> outdated = new OutdatedValues(site).find(positions());
    return outdated == null
        ? FieldRepair.refused(TOO_DEEP)
        : FieldRepair.merged(merge, sum, outdated);
  }

  /** What does not merge may be calculated again. */
  private FieldRepair again(String whyNot) {
    Recomputation again = site.isHeld() ? null : Recomputation.of(site);
    String reason = again == null ? whyNot : obstacle();
    if (reason != null) {
      return FieldRepair.refused(reason);
    }
    List<Outdated> outdated = new OutdatedValues(site).find(positions());
    return outdated == null ? FieldRepair.refused(TOO_DEEP) : FieldRepair.again(again, outdated);
  }

  private boolean isFloating() {
    String type = site.descriptor();
    return type.equals("F")
        || type.equals("D")
        || type.endsWith("Double;")
        || type.endsWith("Float;");
  }

  /** The one addition between the read and the write, null when there are more or others. */
  private Expr onlySum() {
    Expr e = Numbers.unboxed(site.written());
    boolean one =
        site.forms().size() == 1
            && site.forms().get(0).terms().size() == 1
            && e.op == Op.ARITH
            && e.args.length == 2
            && e.opcode() <= DSUB;
    return one ? e : null;
  }

  /** Whether it is known at the write what was read, so that both can be compared. */
  boolean isWatchable() {
    for (Form form : site.forms()) {
      if (!form.isRead()) {
        return false;
      }
    }
    return isOnePlace() && change() == null;
  }

  private String obstacle() {
    if (!isOnePlace()) {
      return "the object that is read may be another than the one that is written";
    }
    return !site.isKeptByBranch() && isTested()
        ? "a branch tests the value between the read and the write"
        : change();
  }

  /** Of what is held, the runtime compares the object that was read with the one written. */
  private boolean isOnePlace() {
    Steadiness steadiness = new Steadiness(flow);
    for (Expr read : site.reads()) {
      for (int i = site.isHeld() ? 1 : 0; i < read.args.length; i++) {
        if (!steadiness.certainInClass(read.args[i], site.place().write().args[i])) {
          return false;
        }
      }
    }
    return true;
  }

  /** How the value may have changed otherwise since the read; null when it cannot. */
  private String change() {
    if (changesBetween()) {
      return "code between the read and the write may change the value itself";
    }
    int write = flow.indexOf(site.write());
    BitSet reads = positions();
    if (flow.control().reachableFrom(write, reads).get(write)) {
      return "it is written again without having been read again";
    }
    return reads.get(0) || !flow.control().reachableFrom(0, reads).get(write) ? null : NOT_READ;
  }

  private boolean isTested() {
    BitSet reads = positions();
    for (AbstractInsnNode insn : flow.insns()) {
      if (Insns.isTest(insn.getOpcode())
          && flow.frame(insn) != null
          && ValueTests.dependsOn(flow.at(insn), site.reads())
          && reachesWrite(flow.indexOf(insn), reads)
          && decides(flow.indexOf(insn), reads)) {
        return true;
      }
    }
    return false;
  }

  private boolean decides(int test, BitSet reads) {
    BitSet after = flow.control().reachableFrom(test, reads);
    for (Expr value : site.chain()) {
      if (value.op == Op.PHI && after.get(value.joinsAt)) {
        return true;
      }
    }
    for (int next : flow.control().successors(test)) {
      if (next != flow.indexOf(site.write()) && !reachesWrite(next, reads)) {
        return true;
      }
    }
    return false;
  }

  private BitSet positions() {
    BitSet set = new BitSet();
    for (Expr read : site.reads()) {
      set.set(flow.indexOf(read.insn));
    }
    return set;
  }

  private boolean reachesWrite(int from, BitSet reads) {
    return flow.control().reachableFrom(from, reads).get(flow.indexOf(site.write()));
  }

  /** Whether the method itself, or one of its class that it calls, may write in between. */
  private boolean changesBetween() {
    BitSet reads = positions();
    BitSet between = new BitSet();
    for (Expr read : site.reads()) {
      between.or(flow.control().reachableFrom(flow.indexOf(read.insn), reads));
    }
    int write = flow.indexOf(site.write());
    for (AbstractInsnNode insn : flow.insns()) {
      int at = flow.indexOf(insn);
      if (between.get(at) && at != write && mayChange(insn) && reachesWrite(at, reads)) {
        return true;
      }
    }
    return false;
  }

  private boolean isOfHolder(String type) {
    return type.equals(((MethodInsnNode) site.write()).owner);
  }

  private boolean isRead(MethodInsnNode call) {
    for (Expr read : site.reads()) {
      if (call.name.equals(((MethodInsnNode) read.insn).name)) {
        return true;
      }
    }
    return false;
  }

  private boolean mayChange(AbstractInsnNode insn) {
    if (site.isElement()) {
      return insn.getOpcode() == site.write().getOpcode();
    }
    if (site.isHeld()) {
      return insn instanceof MethodInsnNode call && !isRead(call) && isOfHolder(call.owner);
    }
    FieldInsnNode field = site.field();
    if (insn instanceof MethodInsnNode call) {
      return writers.mayWrite(call, field.name);
    }
    return FieldKey.isWrite(insn)
        && ((FieldInsnNode) insn).name.equals(field.name)
        && ((FieldInsnNode) insn).desc.equals(field.desc);
  }
}
