package io.tallyfast.rewrite;

import static org.objectweb.asm.Opcodes.*;

import io.tallyfast.analysis.Expr;
import io.tallyfast.analysis.MapCall;
import io.tallyfast.analysis.MapSite;
import io.tallyfast.analysis.MethodFlow;
import io.tallyfast.analysis.Repair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Adds calls that watch to the sites of one method. Each instruction of the application stays, in
 * its order, on the operands that it had; copies of what it takes and returns go to the calls. Used
 * once; not thread-safe.
 */
final class ObserveEdit {
  private static final String WROTE = "(" + Emit.OBJECT.repeat(6) + "II)V";

  private final InsnList code;
  private final MethodFlow flow;
  private final Emit emit;
  private final FreshLocals locals;
  private final Operands operands;
  private final Map<MapSite, Integer> numbers = new LinkedHashMap<>();

  ObserveEdit(MethodFlow flow, Emit emit) {
    this.flow = flow;
    this.code = flow.method().instructions;
    this.emit = emit;
    this.locals = new FreshLocals(flow.method());
    this.operands = new Operands(flow, locals);
  }

  /** Takes a site to be watched, under the number by which it counts. */
  void add(MapSite site, int number) {
    numbers.put(site, number);
  }

  /** Watches all sites taken. */
  void edit() {
    List<MapSite> windows = new ArrayList<>();
    for (MapSite site : numbers.keySet()) {
      if (!site.call().stores()) {
        single(site, numbers.get(site));
      } else if (!site.reads().isEmpty()) {
        windows.add(site);
      }
    }
    MergeEdit merge = new MergeEdit(flow, emit, locals);
    for (SiteGroup group : SiteGroup.of(flow, windows)) {
      merge.prepare(group, numbers);
      for (MapSite site : group.sites()) {
        write(site, group);
      }
      for (Expr read : group.reads()) {
        read(read, group);
      }
    }
    locals.finish();
  }

  /**
   * A call that computes by itself is only counted; of a conditional one the result is looked at.
   */
  private void single(MapSite site, int number) {
    MethodInsnNode call = site.write();
    InsnList list = new InsnList();
    if (site.call() == MapCall.REPLACE_IF) {
      list.add(new InsnNode(DUP));
      list.add(Emit.constant(number));
      list.add(emit.runtime("Observed", "replaced", "(ZI)V"));
      code.insert(call, list);
    } else {
      list.add(Emit.constant(number));
      list.add(emit.runtime("SiteCounters", "hit", "(I)V"));
      code.insertBefore(call, list);
    }
  }

  private void read(Expr read, SiteGroup group) {
    MethodInsnNode call = (MethodInsnNode) read.insn;
    MapCall kind = Calls.kindOf(call);
    boolean absentAfter = kind == MapCall.CONTAINS || kind == MapCall.REMOVE;
    InsnList after = new InsnList();
    if (group.remembersCell()) {
      int map = locals.allocate('A');
      int key = locals.allocate('A');
      copyArguments(call, read.args.length, map, key, -1);
      if (!absentAfter) {
        after.add(new InsnNode(DUP));
        after.add(Emit.store('A', group.local()));
      }
      after.add(Emit.load('A', map));
      after.add(Emit.load('A', key));
      after.add(absentAfter ? new InsnNode(ACONST_NULL) : Emit.load('A', group.local()));
      after.add(emit.runtime("Updates", "seen", MergeEdit.SEEN));
    } else {
      after.add(new InsnNode(absentAfter ? ACONST_NULL : DUP));
    }
    after.add(Emit.store('A', group.local()));
    for (MapSite site : group.sites()) {
      after.add(Emit.constant(numbers.get(site)));
      after.add(emit.runtime("Observed", "read", "(I)V"));
    }
    code.insert(call, after);
  }

  private void write(MapSite site, SiteGroup group) {
    MethodInsnNode call = site.write();
    int map = locals.allocate('A');
    int key = locals.allocate('A');
    int written = locals.allocate('A');
    copyArguments(call, 3, map, key, written);
    InsnList after = new InsnList();
    after.add(new InsnNode(DUP));
    after.add(Emit.load('A', map));
    after.add(Emit.load('A', key));
    after.add(Emit.load('A', written));
    after.add(Emit.load('A', group.local()));
    after.add(operands.base(site.repair(), call));
    boolean refused = site.repair().kind() == Repair.Kind.REFUSED;
    after.add(Emit.constant(refused ? 5 : MergeEdit.how(site)));
    after.add(Emit.constant(numbers.get(site)));
    after.add(emit.runtime("Observed", "wrote", WROTE));
    if (!group.remembersCell() && group.isFollowed(site)) {
      after.add(Emit.load('A', written));
      after.add(Emit.store('A', group.local()));
    }
    code.insert(call, after);
  }

  /** Copies the operands of a call into locals, and leaves them on the stack as they were. */
  private void copyArguments(MethodInsnNode call, int arguments, int map, int key, int third) {
    InsnList before = new InsnList();
    if (arguments == 3) {
      if (third >= 0) {
        before.add(new InsnNode(DUP));
        before.add(Emit.store('A', third));
      }
      before.add(new InsnNode(DUP_X2));
      before.add(new InsnNode(POP));
    }
    before.add(new InsnNode(DUP2));
    before.add(Emit.store('A', key));
    before.add(Emit.store('A', map));
    if (arguments == 3) {
      before.add(new InsnNode(DUP2_X1));
      before.add(new InsnNode(POP2));
    }
    code.insertBefore(call, before);
  }
}
