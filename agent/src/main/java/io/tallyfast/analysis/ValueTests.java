package io.tallyfast.analysis;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;

/** Finds branches, between a read and a write, that are decided by the value that was read. */
final class ValueTests {
  private final MethodFlow flow;
  private final List<AbsenceTest> absenceTests;

  ValueTests(MethodFlow flow, List<AbsenceTest> absenceTests) {
    this.flow = flow;
    this.absenceTests = absenceTests;
  }

  /**
   * Whether the value decides if, or what, is written.
   *
   * @param joins the merge points that the written value passed through
   */
  boolean decide(MapSite site, Set<Expr> joins) {
    return decide(site, site.reads(), joins);
  }

  /** Whether what a call gives decides if a site is written. */
  boolean decides(Expr read, MapSite site) {
    return decide(site, Set.of(read), Set.of());
  }

  private boolean decide(MapSite site, Set<Expr> reads, Set<Expr> joins) {
    BitSet positions = positions(reads);
    for (AbstractInsnNode insn : flow.insns()) {
      if (isTestOf(insn, reads)
          && !isAbsenceTest(flow.indexOf(insn), site)
          && controls(flow.indexOf(insn), site.position(), joins, positions)) {
        return true;
      }
    }
    return false;
  }

  /** As the other, where what was read is known by calls that are none of the map's own. */
  boolean decide(Set<Expr> reads, int write, Set<Expr> joins) {
    BitSet positions = positions(reads);
    for (AbstractInsnNode insn : flow.insns()) {
      if (isTestOf(insn, reads) && controls(flow.indexOf(insn), write, joins, positions)) {
        return true;
      }
    }
    return false;
  }

  private boolean isTestOf(AbstractInsnNode insn, Set<Expr> reads) {
    return Insns.isTest(insn.getOpcode())
        && flow.frame(insn) != null
        && dependsOn(flow.at(insn), reads);
  }

  private boolean isAbsenceTest(int position, MapSite site) {
    for (AbsenceTest test : absenceTests) {
      if (test.jump() == position) {
        return test.read() != null && Cell.of(test.read()).isAlike(site.cell());
      }
    }
    return false;
  }

  private boolean controls(int test, int write, Set<Expr> joins, BitSet reads) {
    ControlFlow control = flow.control();
    BitSet after = control.reachableFrom(test, reads);
    if (!after.get(write)) {
      return false;
    }
    for (Expr join : joins) {
      if (after.get(join.joinsAt)) {
        return true;
      }
    }
    for (int next : control.successors(test)) {
      if (next != write && !control.reachableFrom(next, reads).get(write)) {
        return true;
      }
    }
    return false;
  }

  private BitSet positions(Set<Expr> calls) {
    BitSet set = new BitSet();
    for (Expr call : calls) {
      set.set(flow.indexOf(call.insn));
    }
    return set;
  }

  /** Whether a value was computed from one of the given values; its type does not count. */
  static boolean dependsOn(Expr e, Set<Expr> sources) {
    return e != null && dependsOn(e, sources, new HashSet<>());
  }

  private static boolean dependsOn(Expr e, Set<Expr> sources, Set<Expr> seen) {
    if (sources.contains(e)) {
      return true;
    }
    if (!seen.add(e) || e.opcode() == Opcodes.INSTANCEOF) {
      return false;
    }
    for (Expr arg : e.args) {
      if (dependsOn(arg, sources, seen)) {
        return true;
      }
    }
    return false;
  }
}
