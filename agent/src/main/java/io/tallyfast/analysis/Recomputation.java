package io.tallyfast.analysis;

import io.tallyfast.analysis.Expr.Op;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;

/**
 * A value that is calculated from what was read by operators and functions that do nothing else, so
 * that it can be calculated again from what another thread has written meanwhile. What else takes
 * part in it is not computed again: its value is kept. Immutable once built; not thread-safe.
 */
public final class Recomputation {
  private static final int MOST = 64;

  private final MethodFlow flow;
  private final Set<Expr> sources;
  private final Map<Expr, Boolean> derived = new HashMap<>();
  private final Set<Expr> steps = new HashSet<>();
  private final List<Expr> reads = new ArrayList<>();
  private int size;

  private Recomputation(MethodFlow flow, Set<Expr> sources) {
    this.flow = flow;
    this.sources = sources;
  }

  /** How the value of a site is calculated again; null when it cannot be. */
  static Recomputation of(FieldSite site) {
    return site.kind() == 'A' ? null : of(site.flow(), site.reads(), site.written());
  }

  /**
   * How a value is calculated again; null when it cannot be.
   *
   * @param sources all that reads the place
   */
  static Recomputation of(MethodFlow flow, Set<Expr> sources, Expr value) {
    Recomputation result = new Recomputation(flow, sources);
    boolean possible = result.derives(value) && result.follow(value) && result.orderReads();
    return possible ? result : null;
  }

  /** Whether another value can be calculated again from the same reads; it is, from now on. */
  boolean makes(Expr value) {
    int before = reads.size();
    boolean possible = follow(value) && reads.size() == before;
    while (reads.size() > before) {
      reads.remove(reads.size() - 1);
    }
    return possible;
  }

  /** The reads in the order in which they run; all but the first give what the first one gave. */
  public List<Expr> reads() {
    return reads;
  }

  /** The calculations that are to be repeated. */
  public Set<Expr> steps() {
    return steps;
  }

  /** Whether a value derives from what was read, so that it must be calculated again. */
  public boolean derives(Expr value) {
    Boolean known = derived.get(value);
    if (known == null) {
      known = ValueTests.dependsOn(value, sources);
      derived.put(value, known);
    }
    return known;
  }

  private boolean follow(Expr value) {
    if (++size > MOST) {
      return false;
    }
    if (sources.contains(value)) {
      if (!reads.contains(value)) {
        reads.add(value);
      }
      return true;
    }
    if (!repeats(value)) {
      return false;
    }
    steps.add(value);
    for (Expr arg : value.args) {
      if (derives(arg) && !follow(arg)) {
        return false;
      }
    }
    return true;
  }

  /** A division may be repeated as long as its divisor stays what it was. */
  private boolean repeats(Expr value) {
    if (value.op == Op.ARITH && Calculation.divides(value.opcode())) {
      return !derives(value.args[1]);
    }
    return Calculation.isOne(value) || Calculation.isBox(value);
  }

  /** Two reads must follow one another on one way, so that one value can serve for both. */
  private boolean orderReads() {
    reads.sort(new ByPosition(flow));
    int last = flow.indexOf(reads.get(reads.size() - 1).insn);
    for (int i = flow.indexOf(reads.get(0).insn) + 1; i < last; i++) {
      AbstractInsnNode insn = flow.insns()[i];
      boolean joins = insn instanceof LabelNode && flow.control().predecessors(i).length > 1;
      if (joins || insn instanceof JumpInsnNode || Insns.isTest(insn.getOpcode())) {
        return false;
      }
    }
    return true;
  }

  /** By position. Written out, for a lambda must not run at the start. */
  private record ByPosition(MethodFlow flow) implements Comparator<Expr> {
    @Override
    public int compare(Expr a, Expr b) {
      return Integer.compare(flow.indexOf(a.insn), flow.indexOf(b.insn));
    }
  }
}
