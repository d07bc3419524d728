package io.tallyfast.analysis;

import io.tallyfast.analysis.Form.Effect;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Finds the sites of one method, and plans their repair. Used once; not thread-safe. */
final class MethodSites {
  private final MethodFlow flow;
  private final TypeOracle types;
  private final ClassNode owner;
  private final List<AbsenceTest> absenceTests;
  private final FirstInserts firstInserts;
  private final ConditionalExtreme extremes;
  private final List<MapSite> sites = new ArrayList<>();

  MethodSites(ClassNode owner, MethodFlow flow, TypeOracle types) {
    this.owner = owner;
    this.flow = flow;
    this.types = types;
    this.absenceTests = AbsenceTest.in(flow, types);
    this.firstInserts = new FirstInserts(flow, absenceTests);
    this.extremes = new ConditionalExtreme(flow, types);
  }

  /** All sites, in the order of the code. */
  List<MapSite> find() {
    for (AbstractInsnNode insn : flow.insns()) {
      MapCall call = MapCalls.of(insn, types);
      if (call != null && flow.frame(insn) != null) {
        consider((MethodInsnNode) insn, call);
      }
    }
    List<MapSite> planned = new ArrayList<>();
    for (MapSite site : sites) {
      if (site.repair() == null && !site.call().computes()) {
        site.repair(firstInserts.plan(site, sites));
      }
      planned.add(site);
    }
    new Retries(new RetryPlanner(owner.name, flow, absenceTests)).plan(planned);
    return planned;
  }

  private void consider(MethodInsnNode insn, MapCall call) {
    if (call.stores() || call == MapCall.REPLACE_IF && Fusion.isPopped(insn)) {
      considerStore(insn, call);
    } else if (call.computes()
        && (types.knowsForeignMaps() || !MapCalls.isConcurrent(insn.owner, types))) {
      Repair repair = new Computations(owner, types).plan(flow.at(insn), call);
      if (repair != null) {
        MapSite site = new MapSite(flow, insn, call, List.of(), Set.of(), Set.of(), false, false);
        site.repair(repair);
        sites.add(site);
      }
    }
  }

  private void considerStore(MethodInsnNode insn, MapCall call) {
    Expr[] args = flow.at(insn).args;
    Cell cell = Cell.of(flow.at(insn));
    Derivation derivation = new Derivation(cell, flow, types);
    List<Form> forms = derivation.of(args[args.length - 1]);
    boolean derived = Forms.anyRead(forms);
    boolean keeps = !derived || !changes(forms);
    Form extreme = keeps ? extremes.of(cell, args[args.length - 1], insn) : null;
    if (extreme != null) {
      forms = List.of(extreme);
    }
    Set<Expr> reads =
        derived || extreme != null
            ? readsOf(forms, cell, flow.indexOf(insn))
            : firstInserts.testsBefore(flow.indexOf(insn), cell);
    if (reads.isEmpty()) {
      return;
    }
    boolean text = derivation.isText();
    MapSite site =
        new MapSite(flow, insn, call, forms, reads, derivation.chain(), derivation.isExact(), text);
    if (!isCount(site)) {
      return;
    }
    if (extreme != null) {
      boolean largest = extreme.effect() == Effect.MAX;
      Repair.Base base = derived ? Bases.ofDefaults(site) : null;
      site.repair(Repair.merge(largest ? Repair.Merge.MAX : Repair.Merge.MIN, base));
    } else if (derived) {
      Repair repair = new RepairPlanner(flow, absenceTests).plan(site, derivation);
      if (repair == null) {
        return;
      }
      repair(site, repair, derivation);
    }
    sites.add(site);
  }

  /** Whether anything is done to what was read before it is written. */
  private static boolean changes(List<Form> forms) {
    for (Form form : forms) {
      if (form.isRead() && form.effect() != Effect.NONE) {
        return true;
      }
    }
    return false;
  }

  private void repair(MapSite site, Repair repair, Derivation derivation) {
    boolean fused = repair.kind() == Repair.Kind.MERGE_AT_WRITE && Fusion.of(site) != null;
    site.repair(fused ? repair.fused() : repair);
    if (repair.kind() == Repair.Kind.REFUSED) {
      MapRepeat repeat = new RepeatPlanner(flow, types, absenceTests).plan(site, derivation);
      if (repeat != null) {
        site.calculatedAgain(repeat);
      }
    }
  }

  /**
   * The reads that the value derives from, and the tests that stand for them where there are none.
   */
  private Set<Expr> readsOf(List<Form> forms, Cell cell, int write) {
    Set<Expr> reads = new LinkedHashSet<>();
    boolean dominated = false;
    for (Form form : forms) {
      if (form.isRead()) {
        reads.add(form.read());
        dominated |= dominates(form.read(), write);
      }
    }
    for (AbsenceTest test : absenceTests) {
      if (!dominated && dominates(test.read(), write) && Cell.of(test.read()).isAlike(cell)) {
        reads.add(test.read());
      }
    }
    return reads;
  }

  private boolean dominates(Expr call, int position) {
    return flow.control().dominators().dominates(flow.indexOf(call.insn), position);
  }

  /** Whether what is written is a number; or a map or a holder, created where none was found. */
  private boolean isCount(MapSite site) {
    for (Form form : site.forms()) {
      if (form.isRead() && form.effect() != Effect.OTHER && form.effect() != Effect.NONE) {
        return true;
      }
    }
    String type = Numbers.typeOf(site.written());
    boolean created =
        !site.derivesFromRead() && (MapCalls.isMap(type, types) || Holders.isHolder(type));
    return Numbers.isNumber(type) || created || site.isText();
  }
}
