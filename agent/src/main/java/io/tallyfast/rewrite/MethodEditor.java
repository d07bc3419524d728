package io.tallyfast.rewrite;

import io.tallyfast.analysis.Fusion;
import io.tallyfast.analysis.MapSite;
import io.tallyfast.analysis.MethodFlow;
import io.tallyfast.analysis.Repair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Rewrites the sites of one method. Call instructions are changed in place, so that the analysis
 * goes on naming them. Used once; not thread-safe.
 */
final class MethodEditor {
  private final MethodFlow flow;
  private final Emit emit;
  private final FreshLocals locals;
  private final Map<MapSite, Integer> numbers = new LinkedHashMap<>();

  MethodEditor(MethodFlow flow, Emit emit) {
    this.flow = flow;
    this.emit = emit;
    this.locals = new FreshLocals(flow.method());
  }

  /** Takes a site to be rewritten, under the number by which it counts. */
  void add(MapSite site, int number) {
    numbers.put(site, number);
  }

  /** Rewrites all sites taken. */
  void edit() {
    Map<MapSite, Fusion> fused = new LinkedHashMap<>();
    List<MapSite> merged = new ArrayList<>();
    for (MapSite site : numbers.keySet()) {
      if (site.repair().kind() == Repair.Kind.FUSED) {
        fused.put(site, Fusion.of(site));
      } else if (site.repair().kind() == Repair.Kind.MERGE_AT_WRITE) {
        merged.add(site);
      }
    }
    MergeEdit merge = new MergeEdit(flow, emit, locals);
    List<SiteGroup> groups = SiteGroup.of(flow, merged);
    for (SiteGroup group : groups) {
      merge.edit(group, numbers);
    }
    for (Map.Entry<MapSite, Fusion> site : fused.entrySet()) {
      new FusedEdit(flow.method().instructions, emit)
          .edit(site.getKey(), site.getValue(), numbers.get(site.getKey()));
    }
    for (Map.Entry<MapSite, Integer> site : numbers.entrySet()) {
      if (site.getKey().repair().kind() == Repair.Kind.COMPUTE) {
        compute(site.getKey(), site.getValue());
      }
    }
    locals.finish();
  }

  private void compute(MapSite site, int number) {
    MethodInsnNode call = site.write();
    boolean pure = site.repair().reason().isEmpty();
    String descriptor = "(" + Emit.MAP + call.desc.substring(1);
    if (pure) {
      Calls.become(call, emit.runtime("Guard", call.name, descriptor));
      return;
    }
    int close = descriptor.lastIndexOf(')');
    flow.method().instructions.insertBefore(call, Emit.constant(number));
    String counted = descriptor.substring(0, close) + "I" + descriptor.substring(close);
    Calls.become(call, emit.runtime("Computes", call.name, counted));
  }
}
