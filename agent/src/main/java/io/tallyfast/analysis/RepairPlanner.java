package io.tallyfast.analysis;

import io.tallyfast.analysis.Form.Effect;
import io.tallyfast.analysis.Form.Term;
import io.tallyfast.analysis.Repair.Base;
import io.tallyfast.analysis.Repair.Merge;
import java.util.List;

/** Decides how a site whose value derives from a read is repaired, or why it cannot be. */
final class RepairPlanner {
  private final MethodFlow flow;
  private final List<AbsenceTest> absenceTests;

  RepairPlanner(MethodFlow flow, List<AbsenceTest> absenceTests) {
    this.flow = flow;
    this.absenceTests = absenceTests;
  }

  /** Decides; null when the value that was read is written back unchanged. */
  Repair plan(MapSite site, Derivation derivation) {
    Effect effect = Effect.NONE;
    for (Form form : site.forms()) {
      if (form.effect() == Effect.OTHER) {
        return Repair.refused("the update does not merge: " + form.why());
      }
      if (form.isRead() && form.effect() != Effect.NONE) {
        if (effect != Effect.NONE && effect != form.effect()) {
          return Repair.refused("the update does not merge: it is a sum or a maximum by turns");
        }
        effect = form.effect();
      }
    }
    if (effect == Effect.NONE) {
      return null;
    }
    if (new ValueTests(flow, absenceTests).decide(site, derivation.joins())) {
      return Repair.refused("a branch tests the value between the read and the write");
    }
    if (site.isText() && (effect != Effect.ADD || hasFraction(site))) {
      return Repair.refused("the number is kept as text, and is no sum of whole numbers");
    }
    return effect == Effect.ADD ? sum(site) : extreme(site, effect);
  }

  private static boolean hasFraction(MapSite site) {
    for (Expr value : site.chain()) {
      char kind = Numbers.kindOf(value);
      if (kind == 'D' || kind == 'F') {
        return true;
      }
    }
    return false;
  }

  private Repair extreme(MapSite site, Effect effect) {
    Base base = Bases.ofDefaults(site);
    return Repair.merge(effect == Effect.MAX ? Merge.MAX : Merge.MIN, base);
  }

  private Repair sum(MapSite site) {
    Bases bases = new Bases(site, absenceTests);
    boolean floating = isFloating(site.written());
    List<Term> operand = operand(site);
    if (floating && operand != null) {
      return Repair.operand(operand, bases.found() ? bases.base() : null);
    }
    if (bases.found()) {
      return Repair.merge(Merge.DIFFERENCE, bases.base());
    }
    if (operand != null) {
      return Repair.operand(operand, Bases.ofDefaults(site));
    }
    return Repair.refused(
        "what the entry starts from, and what is added, are not known together at the write");
  }

  private static boolean isFloating(Expr written) {
    String type = Numbers.typeOf(written);
    return type.equals("java/lang/Double") || type.equals("java/lang/Float");
  }

  /** What every way adds, when it is the same on all of them and known at the write; or null. */
  private List<Term> operand(MapSite site) {
    List<Term> common = null;
    for (Form form : site.forms()) {
      if (form.effect() == Effect.NONE && !form.isRead()) {
        continue;
      }
      if (form.effect() != Effect.ADD || common != null && !common.equals(form.terms())) {
        return null;
      }
      common = form.terms();
    }
    boolean usable =
        common != null && arePrimitive(common) && Bases.knownAt(common, site.position(), flow);
    return usable ? common : null;
  }

  static boolean arePrimitive(List<Term> terms) {
    for (Term term : terms) {
      if (term.value() != null && Numbers.kindOf(term.value()) == 'A') {
        return false;
      }
    }
    return true;
  }
}
