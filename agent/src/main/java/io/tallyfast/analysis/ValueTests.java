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
    BitSet reads = positions(site.reads());
    for (AbstractInsnNode insn : flow.insns()) {
      if (Insns.isTest(insn.getOpcode())
          && flow.frame(insn) != null
          && !isAbsenceTest(flow.indexOf(insn), site)
          && dependsOn(flow.at(insn), site.reads())
          && controls(flow.indexOf(insn), site, joins, reads)) {
        return true;
      }
    }
    return false;
  }

  private boolean isAbsenceTest(int position, MapSite site) {
    for (AbsenceTest test : absenceTests) {
      if (test.jump() == position) {
        return test.read() != null && Cell.of(test.read()).isAlike(site.cell());
      }
    }
    return false;
  }

  private boolean controls(int test, MapSite site, Set<Expr> joins, BitSet reads) {
    ControlFlow control = flow.control();
    BitSet after = control.reachableFrom(test, reads);
    if (!after.get(site.position())) {
      return false;
    }
    for (Expr join : joins) {
      if (after.get(join.joinsAt)) {
        return true;
      }
    }
    for (int next : control.successors(test)) {
      if (next != site.position() && !control.reachableFrom(next, reads).get(site.position())) {
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
