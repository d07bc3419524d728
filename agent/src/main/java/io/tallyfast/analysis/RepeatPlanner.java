package io.tallyfast.analysis;

import io.tallyfast.analysis.Expr.Op;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Decides whether an update of a map that does not merge can be calculated again at its write: what
 * lies between what is read and what is written must be a calculation that does nothing else. Used
 * for one method; not thread-safe.
 */
final class RepeatPlanner {
  private final MethodFlow flow;
  private final TypeOracle types;
  private final List<AbsenceTest> absenceTests;

  RepeatPlanner(MethodFlow flow, TypeOracle types, List<AbsenceTest> absenceTests) {
    this.flow = flow;
    this.types = types;
    this.absenceTests = absenceTests;
  }

  /** How a site is calculated again; null when it cannot be. */
  MapRepeat plan(MapSite site, Derivation derivation) {
    MapCall kind = MapCalls.bySignature(site.write().name, site.write().desc);
    if (kind == null || !kind.stores() || site.write().getOpcode() == Opcodes.INVOKESTATIC) {
      return null;
    }
    Recomputation again = Recomputation.of(flow, readsOf(site), site.written());
    if (again == null || !readsOneEntry(again) || !isStraight(site, again, derivation)) {
      return null;
    }
    Map<Integer, Expr> outdated = outdated(site, again);
    return outdated == null ? null : new MapRepeat(again, outdated);
  }

  /** All calls of the method that may read the entry. */
  private Set<Expr> readsOf(MapSite site) {
    Set<Expr> reads = new LinkedHashSet<>();
    for (AbstractInsnNode insn : flow.insns()) {
      Expr e = insn instanceof MethodInsnNode && flow.frame(insn) != null ? flow.at(insn) : null;
      if (e != null && site.cell().isReadBy(e, types)) {
        reads.add(e);
      }
    }
    return reads;
  }

  /** Whether the reads do no more than read, and one after the other gives the same. */
  private boolean readsOneEntry(Recomputation again) {
    Expr first = again.reads().get(0);
    Steadiness steadiness = new Steadiness(flow);
    for (Expr read : again.reads()) {
      MethodInsnNode call = (MethodInsnNode) read.insn;
      MapCall kind = MapCalls.bySignature(call.name, call.desc);
      boolean reads = kind == MapCall.GET || kind == MapCall.GET_OR_DEFAULT;
      if (!reads || read.args.length != first.args.length) {
        return false;
      }
      for (int i = 0; i < first.args.length; i++) {
        if (!steadiness.certain(read.args[i], first.args[i])) {
          return false;
        }
      }
    }
    return nothingElseRunsBetween(again);
  }

  private boolean nothingElseRunsBetween(Recomputation again) {
    int last = flow.indexOf(again.reads().get(again.reads().size() - 1).insn);
    for (int i = flow.indexOf(again.reads().get(0).insn); i < last; i++) {
      Expr e = flow.at(flow.insns()[i]);
      boolean runs = e != null && (e.op == Op.CALL || e.op == Op.DYNAMIC);
      if (runs
          && !again.reads().contains(e)
          && !Calculation.isOne(e)
          && !Calculation.isBox(e)
          && !Numbers.isBoxing(e.insn)) {
        return false;
      }
    }
    return true;
  }

  /** Whether one way leads from the read to the write, as far as the value goes. */
  private boolean isStraight(MapSite site, Recomputation again, Derivation derivation) {
    int read = flow.indexOf(again.reads().get(0).insn);
    int write = site.position();
    BitSet barrier = new BitSet();
    barrier.set(read);
    BitSet between = flow.control().reachableFrom(read, barrier);
    boolean once = !flow.control().reachableFrom(write, barrier).get(write);
    return once
        && flow.control().dominators().dominates(read, write)
        && !new ValueTests(flow, absenceTests).decide(site, derivation.joins())
        && !testsAbsence(site, between, barrier)
        && !new OwnWrites(flow).mayChange(site, between, barrier);
  }

  /** Whether a branch asks in between whether there is a value: the other side has its own. */
  private boolean testsAbsence(MapSite site, BitSet between, BitSet barrier) {
    for (AbsenceTest test : absenceTests) {
      if (between.get(test.jump())
          && Cell.of(test.read()).isAlike(site.cell())
          && flow.control().reachableFrom(test.jump(), barrier).get(site.position())) {
        return true;
      }
    }
    return false;
  }

  /**
   * The locals that hold what would be another value after another thread's update; null when one
   * of them cannot be calculated again.
   */
  private Map<Integer, Expr> outdated(MapSite site, Recomputation again) {
    ExprFrame frame = flow.frame(site.write());
    Set<Expr> reads = new LinkedHashSet<>(again.reads());
    for (int i = frame.getStackSize() - site.expression().args.length - 1; i >= 0; i--) {
      if (ValueTests.dependsOn(frame.getStack(i), reads)) {
        return null;
      }
    }
    Map<Integer, Expr> outdated = new LinkedHashMap<>();
    for (int slot = 0; slot < frame.getLocals(); slot++) {
      Expr value = frame.getLocal(slot);
      if (value != null
          && value.op != Op.UNSET
          && ValueTests.dependsOn(value, reads)
          && flow.control().isLoadedAfter(slot, site.position())) {
        if (!again.makes(value)) {
          return null;
        }
        outdated.put(slot, value);
      }
    }
    return outdated;
  }
}
