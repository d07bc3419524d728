package io.tallyfast.rewrite;

import io.tallyfast.analysis.Batch;
import io.tallyfast.analysis.Fusion;
import io.tallyfast.analysis.MapSite;
import io.tallyfast.analysis.MethodFlow;
import io.tallyfast.analysis.Repair;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LabelNode;
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
  private final List<BatchEdit> batches = new ArrayList<>();

  MethodEditor(MethodFlow flow, Emit emit) {
    this.flow = flow;
    this.emit = emit;
    this.locals = new FreshLocals(flow.method());
  }

  /** Takes a site to be rewritten, under the number by which it counts. */
  void add(MapSite site, int number) {
    numbers.put(site, number);
  }

  /** Takes a batch. All are taken before the first edit. */
  void add(Batch batch) {
    batches.add(new BatchEdit(flow.method(), batch));
  }

  /**
   * Rewrites all that was taken.
   *
   * @param owner the class of the method
   */
  void edit(ClassNode owner) {
    RepeatEdits repeats = new RepeatEdits(owner, flow.method(), numbers);
    editSites();
    repeats.edit(locals, emit);
    for (BatchEdit batch : batches) {
      batch.lock(emit, locals);
    }
    locals.finish();
    if (!batches.isEmpty()) {
      handlers(owner);
    }
  }

  private void handlers(ClassNode owner) {
    boolean framed = (owner.version & 0xFFFF) >= Opcodes.V1_6;
    Set<LabelNode> starts = new HashSet<>();
    for (BatchEdit batch : batches) {
      starts.add(batch.start());
    }
    HandlerFrames frames =
        framed ? new HandlerFrames(owner.name, flow.method(), locals, starts) : null;
    for (BatchEdit batch : batches) {
      Object[] frame = frames == null ? null : frames.of(batch);
      if (framed && frame == null) {
        batch.undo();
      } else {
        batch.handler(frame);
      }
    }
  }

  private void editSites() {
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
  }

  private void compute(MapSite site, int number) {
    MethodInsnNode call = site.write();
    boolean pure = site.repair().reason().isEmpty();
    String descriptor = "(" + Emit.MAP + call.desc.substring(1);
    if (pure) {
      flow.method().instructions.insertBefore(call, Emit.constant(number));
      flow.method().instructions.insertBefore(call, emit.runtime("SiteCounters", "hit", "(I)V"));
      Calls.become(call, emit.runtime("Guard", call.name, descriptor));
      return;
    }
    int close = descriptor.lastIndexOf(')');
    flow.method().instructions.insertBefore(call, Emit.constant(number));
    String counted = descriptor.substring(0, close) + "I" + descriptor.substring(close);
    Calls.become(call, emit.runtime("Computes", call.name, counted));
  }
}
