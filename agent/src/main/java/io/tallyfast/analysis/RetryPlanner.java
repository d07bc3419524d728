package io.tallyfast.analysis;

import static org.objectweb.asm.Opcodes.*;

import io.tallyfast.analysis.Expr.Op;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Decides whether an update of a map can go back to its read: whatever lies between the read and
 * the write, branches too, must do nothing but calculate. Used for one method; not thread-safe.
 */
final class RetryPlanner {
  private final MethodFlow flow;
  private final List<AbsenceTest> absenceTests;
  private final PureSteps pure;
  private final ValueTests tests;

  RetryPlanner(String owner, MethodFlow flow, List<AbsenceTest> absenceTests) {
    this.flow = flow;
    this.absenceTests = absenceTests;
    this.pure = new PureSteps(owner, flow);
    this.tests = new ValueTests(flow, absenceTests);
  }

  /** How a site goes back to its read; null when it cannot. */
  MapRetry plan(MapSite site) {
    return stores(site) ? plan(site, firstRead(site)) : null;
  }

  /**
   * How a site goes back to a read whose value decides about the write, though what is written
   * derives from another read; null when there is no such read, or it cannot go back.
   */
  MapRetry planFromTest(MapSite site) {
    return stores(site) ? plan(site, decidedBy(site)) : null;
  }

  private static boolean stores(MapSite site) {
    MapCall kind = MapCalls.bySignature(site.write().name, site.write().desc);
    return kind != null && kind.stores() && site.write().getOpcode() != INVOKESTATIC;
  }

  private Expr decidedBy(MapSite site) {
    for (AbstractInsnNode insn : flow.insns()) {
      Expr call = insn instanceof MethodInsnNode && flow.frame(insn) != null ? flow.at(insn) : null;
      if (call != null
          && call.args.length > 1
          && !site.reads().contains(call)
          && mayBeFirst(call, site)
          && tests.decides(call, site)) {
        return call;
      }
    }
    return null;
  }

  /** How a site goes back to one of its reads, null for none; or null when it cannot. */
  private MapRetry plan(MapSite site, Expr read) {
    int start = read == null ? -1 : startOf(read, site);
    if (start < 0) {
      return null;
    }
    BitSet region = region(start, site.position());
    List<Expr> others = new ArrayList<>();
    if (!isClosed(region, start, read, site, others)) {
      return null;
    }
    return withLocals(site, read, start, region, others);
  }

  /** The read that comes before all others, and on every way to the write. */
  private Expr firstRead(MapSite site) {
    Expr first = null;
    for (Expr read : site.reads()) {
      if (first == null || dominates(read, first.insn)) {
        first = read;
      }
    }
    return first != null && mayBeFirst(first, site) ? first : null;
  }

  /** Whether a call reads the entry of a site before all other reads, on every way to the write. */
  private boolean mayBeFirst(Expr first, MapSite site) {
    if (!isPlainRead(first) || !dominates(first, site.write())) {
      return false;
    }
    for (Expr read : site.reads()) {
      if (read != first && !dominates(first, read.insn)) {
        return false;
      }
    }
    return Cell.of(first).isCertainly(site.cell(), flow);
  }

  private boolean dominates(Expr read, AbstractInsnNode insn) {
    return flow.control().dominators().dominates(flow.indexOf(read.insn), flow.indexOf(insn));
  }

  private static boolean isPlainRead(Expr read) {
    if (!(read.insn instanceof MethodInsnNode call)) {
      return false;
    }
    MapCall kind = MapCalls.bySignature(call.name, call.desc);
    return call.getOpcode() != INVOKESTATIC
        && (kind == MapCall.GET || kind == MapCall.GET_OR_DEFAULT);
  }

  /**
   * The last place before a read at which the stack holds only what it holds below the operands of
   * the write; -1 when there is none on the one way that leads to the read.
   */
  private int startOf(Expr read, MapSite site) {
    ExprFrame write = flow.frame(site.write());
    int base = write.getStackSize() - site.expression().args.length;
    for (int i = flow.indexOf(read.insn) - 1; i >= 0; i--) {
      AbstractInsnNode insn = flow.insns()[i];
      int[] before = flow.control().predecessors(i + 1);
      ExprFrame frame = flow.frame(insn);
      if (before.length != 1 || before[0] != i || frame == null || !pure.allows(insn)) {
        return -1;
      }
      if (frame.getStackSize() == base && insn.getOpcode() >= 0) {
        return hasSameStack(frame, write, base) ? i : -1;
      }
    }
    return -1;
  }

  private static boolean hasSameStack(ExprFrame a, ExprFrame b, int size) {
    for (int i = 0; i < size; i++) {
      if (a.getStack(i) != b.getStack(i)) {
        return false;
      }
    }
    return true;
  }

  /** What lies on a way from the start to the write that does not come by the start again. */
  private BitSet region(int start, int write) {
    BitSet ends = new BitSet();
    ends.set(start);
    ends.set(write);
    BitSet region = new BitSet();
    BitSet after = flow.control().reachableFrom(start, ends);
    for (int i = after.nextSetBit(0); i >= 0; i = after.nextSetBit(i + 1)) {
      if (i != start && i != write && flow.control().reachableFrom(i, ends).get(write)) {
        region.set(i);
      }
    }
    region.set(start);
    return region;
  }

  /** Whether everything in a region calculates, and is entered by its start only. */
  private boolean isClosed(BitSet region, int start, Expr read, MapSite site, List<Expr> others) {
    ControlFlow control = flow.control();
    for (int i = region.nextSetBit(0); i >= 0; i = region.nextSetBit(i + 1)) {
      AbstractInsnNode insn = flow.insns()[i];
      if (control.isHandler(i)
          || !control.dominators().dominates(start, i)
          || !pure.isInSameTries(i, start)) {
        return false;
      }
      Expr e = insn.getOpcode() < 0 ? null : flow.at(insn);
      if (insn == read.insn) {
        continue;
      }
      if (e != null && isSameRead(e, read) && dominates(read, insn)) {
        others.add(e);
      } else if (!pure.allows(insn) || pure.dividesBy(e, read)) {
        return false;
      }
    }
    BitSet barrier = new BitSet();
    barrier.set(start);
    int write = site.position();
    boolean once = !control.reachableFrom(write, barrier).get(write);
    return once && pure.isInSameTries(write, start) && control.dominators().dominates(start, write);
  }

  private boolean isSameRead(Expr e, Expr read) {
    if (e.op != Op.CALL || e.args.length != read.args.length || !isPlainRead(e)) {
      return false;
    }
    Steadiness steadiness = new Steadiness(flow);
    for (int i = 0; i < e.args.length; i++) {
      if (!steadiness.certain(e.args[i], read.args[i])) {
        return false;
      }
    }
    return true;
  }

  private MapRetry withLocals(
      MapSite site, Expr read, int start, BitSet region, List<Expr> others) {
    Map<Integer, Character> live = new TreeMap<>();
    List<Integer> dead = new ArrayList<>();
    ExprFrame frame = flow.frame(flow.insns()[start]);
    for (int slot : touched(region, frame)) {
      Expr value = slot < frame.getLocals() ? frame.getLocal(slot) : Expr.UNSET;
      if (value == null || value == Expr.UNSET || !flow.control().isLoadedFrom(slot, start)) {
        dead.add(slot);
        continue;
      }
      char kind = Numbers.kindOf(value);
      if (kind == 'A') {
        return null;
      }
      live.put(slot, kind);
    }
    return new MapRetry(flow.insns()[start], read, others, live, dead, testsAbsence(site, region));
  }

  /** The locals that a region sets; a wide one takes two. */
  private Set<Integer> touched(BitSet region, ExprFrame frame) {
    Set<Integer> slots = new TreeSet<>();
    for (int i = region.nextSetBit(0); i >= 0; i = region.nextSetBit(i + 1)) {
      AbstractInsnNode insn = flow.insns()[i];
      if (insn instanceof IincInsnNode step) {
        slots.add(step.var);
      } else if (insn instanceof VarInsnNode store && store.getOpcode() >= ISTORE) {
        slots.add(store.var);
        if (store.getOpcode() == LSTORE || store.getOpcode() == DSTORE) {
          slots.add(store.var + 1);
        }
        if (store.var > 0 && frame.getLocal(store.var - 1).getSize() == 2) {
          // What was wide and began one slot before is no more.
          slots.add(store.var - 1);
        }
      }
    }
    return slots;
  }

  private boolean testsAbsence(MapSite site, BitSet region) {
    for (AbsenceTest test : absenceTests) {
      if (region.get(test.jump()) && Cell.of(test.read()).isAlike(site.cell())) {
        return true;
      }
    }
    return false;
  }
}
