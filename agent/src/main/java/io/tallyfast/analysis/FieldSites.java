package io.tallyfast.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The sites of one class on fields and array elements that are to be guarded, by method. Used once;
 * not thread-safe.
 */
public final class FieldSites {
  private final ClassNode owner;
  private final TypeOracle types;
  private final FieldScope scope;
  private final Flows flows;
  private final FieldRoles roles;
  private final OwnWriters writers;
  private final FieldInits inits;
  private final LockSummaries summaries;
  private final Map<MethodNode, List<FieldSite>> sites = new LinkedHashMap<>();
  private final Map<FieldSite, Set<String>> held = new HashMap<>();

  private FieldSites(ClassNode owner, TypeOracle types, FieldScope scope) {
    this.owner = owner;
    this.types = types;
    this.scope = scope;
    this.flows = new Flows(owner);
    this.roles = new FieldRoles(owner, types, flows);
    this.writers = new OwnWriters(owner);
    this.inits = new FieldInits(owner);
    this.summaries = new LockSummaries(types);
  }

  /**
   * Finds the sites of a class.
   *
   * @param alsoWithMaps methods that hold sites on maps too, whose instructions must stay in place
   */
  public static FieldSites of(
      ClassNode owner, TypeOracle types, FieldScope scope, Set<MethodNode> alsoWithMaps) {
    FieldSites result = new FieldSites(owner, types, scope);
    if (scope != FieldScope.OFF && !isLeftAlone(owner)) {
      FieldGlance glance = new FieldGlance(result.roles, scope);
      for (MethodNode method : owner.methods) {
        if (glance.mayHoldSite(method)) {
          result.find(method, !alsoWithMaps.contains(method));
        }
      }
      result.dropProtected();
    }
    return result;
  }

  /**
   * A class loader runs while classes are linked, also those that its own update would need; and
   * what its author says is for one thread is.
   */
  private static boolean isLeftAlone(ClassNode owner) {
    return owner.superName != null && owner.superName.endsWith("ClassLoader")
        || saysSo(owner.visibleAnnotations)
        || saysSo(owner.invisibleAnnotations);
  }

  private static boolean saysSo(List<AnnotationNode> annotations) {
    if (annotations != null) {
      for (AnnotationNode annotation : annotations) {
        if (annotation.desc.endsWith("/NotThreadSafe;")
            || annotation.desc.endsWith("/TallyfastIgnore;")) {
          return true;
        }
      }
    }
    return false;
  }

  private void find(MethodNode method, boolean mayFuse) {
    MethodFlow flow = flows.of(method);
    if (flow == null) {
      return;
    }
    LockState locks = null;
    Origins origins = new Origins(flow, types);
    FieldSiteFinder finder = new FieldSiteFinder(flow, types);
    for (AbstractInsnNode insn : flow.insns()) {
      Expr write = flow.frame(insn) == null ? null : flow.at(insn);
      VariablePlace place = write == null ? null : VariablePlace.of(write);
      FieldSite site = place == null ? null : finder.of(place);
      if (site == null || !isWanted(site, origins)) {
        continue;
      }
      if (locks == null) {
        locks = LockState.of(owner.name, flow, inits, summaries, types);
      }
      site.repair(new FieldPlanner(site, writers, mayFuse).plan());
      Set<String> sure = new HashSet<>(locks.heldAt(insn));
      // An annotation or the name of a method is a claim, and no lock.
      sure.remove(OneThread.MAIN);
      held.put(site, sure);
      List<FieldSite> here = sites.get(method);
      if (here == null) {
        here = new ArrayList<>();
        sites.put(method, here);
      }
      here.add(site);
    }
    keepApart(sites.get(method));
  }

  /** What is calculated again must stay in place; a sum that becomes one call does not. */
  private static void keepApart(List<FieldSite> here) {
    if (here == null) {
      return;
    }
    for (FieldSite site : here) {
      Recomputation again = site.repair().again();
      for (FieldSite other : here) {
        FieldFusion fusion = other.repair().fusion();
        if (again != null && fusion != null && again.steps().contains(fusion.sumExpr())) {
          site.repair(FieldRepair.refused("another update is part of what is calculated"));
        }
      }
    }
  }

  private boolean isWanted(FieldSite site, Origins origins) {
    boolean fromMap = isFromMap(site, origins);
    if (!roles.isCounter(site.place(), site.field(), fromMap, scope)) {
      return false;
    }
    if (site.isStatic()) {
      return !site.flow().method().name.equals("<clinit>")
          || !site.field().owner.equals(owner.name);
    }
    Expr holder = site.place().holder();
    Origins.Reach reach = origins.reachOf(holder, site.write());
    boolean construction =
        site.flow().method().name.equals("<init>")
            && Origins.isOwn(
                site.isElement() || site.isHeld() ? base(holder) : holder, site.flow());
    return reach != Origins.Reach.FRESH && reach != Origins.Reach.THREAD_LOCAL && !construction;
  }

  private static boolean isFromMap(FieldSite site, Origins origins) {
    Expr holder = site.place().holder();
    return holder != null && origins.mapBehind(holder) != null;
  }

  private static Expr base(Expr array) {
    Expr e = array.uncast();
    return e.op == Expr.Op.FIELD ? e.args[0] : e;
  }

  /** Where every site of a field holds the same lock, nothing is lost. */
  private void dropProtected() {
    Map<String, Set<String>> common = new HashMap<>();
    for (Map.Entry<FieldSite, Set<String>> each : held.entrySet()) {
      String field = keyOf(each.getKey());
      Set<String> known = common.get(field);
      if (known == null) {
        common.put(field, new HashSet<>(each.getValue()));
      } else {
        known.retainAll(each.getValue());
      }
    }
    List<MethodNode> empty = new ArrayList<>();
    for (Map.Entry<MethodNode, List<FieldSite>> each : sites.entrySet()) {
      List<FieldSite> left = new ArrayList<>();
      for (FieldSite site : each.getValue()) {
        if (site.field() == null || common.get(keyOf(site)).isEmpty()) {
          left.add(site);
        }
      }
      each.setValue(left);
      if (left.isEmpty()) {
        empty.add(each.getKey());
      }
    }
    sites.keySet().removeAll(empty);
  }

  private static String keyOf(FieldSite site) {
    return site.field() == null ? "" : FieldKey.of(site.field());
  }

  /** The sites by method, in the order of the class file. */
  public Map<MethodNode, List<FieldSite>> byMethod() {
    return sites;
  }

  /**
   * Whether an observer can tell at the write what was read. The method must not be changed yet.
   */
  public boolean isWatchable(FieldSite site) {
    return new FieldPlanner(site, writers, false).isWatchable();
  }

  /** The idiom in which a site is written. */
  public String idiomOf(FieldSite site) {
    if (!site.isHeld() && isFromMap(site, new Origins(site.flow(), types))) {
      return site.isElement() ? "holder-array" : "holder-field";
    }
    return roles.idiomOf(site.place(), site.field());
  }
}
