package io.tallyfast.analysis;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * Finds what is written to a field, an element or an object that holds a value from what was read
 * of it. Used for one method; not thread-safe.
 */
final class FieldSiteFinder {
  private final MethodFlow flow;
  private final TypeOracle types;

  FieldSiteFinder(MethodFlow flow, TypeOracle types) {
    this.flow = flow;
    this.types = types;
  }

  /**
   * The site at which a place is written.
   *
   * @return null when what is written does not come from what was read
   */
  FieldSite of(VariablePlace place) {
    boolean element = FieldKey.isElementWrite(place.write().insn);
    if (!element && !FieldKey.isWrite(place.write().insn) && !isHeldForAll(place)) {
      return null;
    }
    Derivation derivation = new Derivation(place, flow, types);
    List<Form> forms = derivation.of(place.value());
    Form extreme =
        EntryFinder.counts(forms)
            ? null
            : new ConditionalExtreme(flow, types).of(place, place.value(), place.write().insn);
    if (extreme != null) {
      forms = List.of(extreme);
    }
    Set<Expr> reads = Forms.reads(forms);
    if (extreme != null) {
      readsBefore(place, extreme.read(), reads);
    }
    FieldSite site = new FieldSite(flow, place, forms, reads, derivation.chain(), extreme != null);
    boolean number = element || FieldKey.isNumber(site.descriptor());
    boolean counts =
        EntryFinder.counts(forms)
            || FieldUses.isCalculated(forms) && Calculation.mayMake(place.value());
    return counts && number ? site : null;
  }

  private static boolean isHeldForAll(VariablePlace place) {
    return !place.isVariable()
        && place.kind() != VariablePlace.Kind.THREAD_LOCAL
        && place.isPlainSet();
  }

  /**
   * A branch may compare more than once what it keeps: a way to the write that leaves out the
   * comparison that decides has another read.
   */
  private void readsBefore(VariablePlace place, Expr deciding, Set<Expr> into) {
    BitSet none = new BitSet();
    BitSet barrier = new BitSet();
    barrier.set(flow.indexOf(deciding.insn));
    BitSet after = flow.control().reachableFrom(flow.indexOf(deciding.insn), none);
    int write = flow.indexOf(place.write().insn);
    for (AbstractInsnNode insn : flow.insns()) {
      Expr e = flow.frame(insn) == null ? null : flow.at(insn);
      if (e != null
          && place.isReadBy(e, types)
          && !after.get(flow.indexOf(insn))
          && flow.control().reachableFrom(flow.indexOf(insn), barrier).get(write)) {
        into.add(e);
      }
    }
  }
}
