package io.tallyfast.analysis;

import io.tallyfast.analysis.Form.Effect;
import io.tallyfast.analysis.Form.Term;
import io.tallyfast.analysis.Repair.Base;
import io.tallyfast.analysis.Repair.Merge;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Plans the write on the side that found nothing. When it loses the race to insert, it repeats what
 * its sibling branch does; where there is none, the first value stays.
 */
final class FirstInserts {
  private final MethodFlow flow;
  private final List<AbsenceTest> absenceTests;

  FirstInserts(MethodFlow flow, List<AbsenceTest> absenceTests) {
    this.flow = flow;
    this.absenceTests = absenceTests;
  }

  /** The calls that found the entry empty on every way to a position; empty when there is none. */
  Set<Expr> testsBefore(int position, Cell cell) {
    Set<Expr> reads = new LinkedHashSet<>();
    for (AbsenceTest test : absenceTests) {
      if (Cell.of(test.read()).isAlike(cell) && test.guards(position, flow.control())) {
        reads.add(test.read());
      }
    }
    return reads;
  }

  /** Decides how a first insert is repaired, given all sites of the method. */
  Repair plan(MapSite site, List<MapSite> all) {
    List<Term> sibling = null;
    for (MapSite other : all) {
      Merge extreme = extremeOf(other);
      if (extreme != null && other.cell().isAlike(site.cell()) && !follows(other, site)) {
        return Repair.merge(extreme, null);
      }
      List<Term> terms = incrementOf(other);
      if (terms == null || !other.cell().isAlike(site.cell()) || follows(other, site)) {
        continue;
      }
      if (sibling != null && !sibling.equals(terms)) {
        return Repair.refused("the other branches add different amounts");
      }
      sibling = terms;
    }
    return sibling == null ? Repair.merge(Merge.KEEP, null) : withSibling(site, sibling);
  }

  /** Whether a site keeps a maximum or minimum; null when it does not. */
  private static Merge extremeOf(MapSite site) {
    for (Form form : site.forms()) {
      if (form.isRead() && form.effect() == Effect.MAX) {
        return Merge.MAX;
      }
      if (form.isRead() && form.effect() == Effect.MIN) {
        return Merge.MIN;
      }
    }
    return null;
  }

  private static List<Term> incrementOf(MapSite site) {
    for (Form form : site.forms()) {
      if (form.isRead() && form.effect() == Effect.ADD) {
        return form.terms();
      }
    }
    return null;
  }

  /** Whether the other write comes after this one, without a new read: then it counts by itself. */
  private boolean follows(MapSite other, MapSite site) {
    BitSet reads = new BitSet();
    for (Expr read : site.reads()) {
      reads.set(flow.indexOf(read.insn));
    }
    return flow.control().reachableFrom(site.position(), reads).get(other.position());
  }

  private Repair withSibling(MapSite site, List<Term> sibling) {
    Number difference = Bases.difference(site.written(), sibling);
    if (difference != null) {
      return Repair.merge(Merge.DIFFERENCE, new Base(difference, null));
    }
    if (Bases.isAlone(sibling, site.written())) {
      return Repair.merge(Merge.DIFFERENCE, null);
    }
    if (RepairPlanner.arePrimitive(sibling) && Bases.knownAt(sibling, site.position(), flow)) {
      return Repair.operand(sibling, null);
    }
    return Repair.refused(
        "what its sibling branch adds is not known where the first value is stored");
  }
}
