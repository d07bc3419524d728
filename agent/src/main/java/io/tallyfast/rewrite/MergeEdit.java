package io.tallyfast.rewrite;

import static org.objectweb.asm.Opcodes.*;

import io.tallyfast.analysis.Expr;
import io.tallyfast.analysis.MapCall;
import io.tallyfast.analysis.MapSite;
import io.tallyfast.analysis.MethodFlow;
import java.util.Map;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Keeps what a read returned in a fresh local, and makes the write compare with it. The code in
 * between stays as it was compiled. Used for one method; not thread-safe.
 */
final class MergeEdit {
  private static final String UPDATE = "(" + Emit.MAP + Emit.OBJECT.repeat(5) + "II)" + Emit.OBJECT;
  static final String SEEN = "(" + Emit.OBJECT.repeat(3) + ")" + Emit.OBJECT;

  private final MethodFlow flow;
  private final InsnList code;
  private final Emit emit;
  private final FreshLocals locals;
  private final Operands operands;

  MergeEdit(MethodFlow flow, Emit emit, FreshLocals locals) {
    this.flow = flow;
    this.code = flow.method().instructions;
    this.emit = emit;
    this.locals = locals;
    this.operands = new Operands(flow, locals);
  }

  void edit(SiteGroup group, Map<MapSite, Integer> numbers) {
    prepare(group, numbers);
    for (MapSite site : group.sites()) {
      write(site, group, numbers.get(site));
    }
    for (Expr read : group.reads()) {
      read(read, group);
    }
  }

  /** Makes the local of a group, and keeps it up to date with what the method does by itself. */
  void prepare(SiteGroup group, Map<MapSite, Integer> numbers) {
    if (group.remembersCell()) {
      InsnList unseen = new InsnList();
      unseen.add(unseen());
      group.local(locals.allocate('A', unseen));
    } else {
      group.local(locals.allocate('A'));
    }
    if (group.canBeReachedWithoutRead()) {
      InsnList reset = new InsnList();
      reset.add(unseen());
      reset.add(Emit.store('A', group.local()));
      code.insertBefore(flow.insns()[group.commonDominator()], reset);
    }
    for (OwnChange change : OwnChange.of(flow, group, numbers.keySet())) {
      ownChange(change, group);
    }
  }

  private MethodInsnNode unseen() {
    return emit.runtime("Updates", "unseen", "()" + Emit.OBJECT);
  }

  private void read(Expr read, SiteGroup group) {
    MethodInsnNode call = (MethodInsnNode) read.insn;
    MapCall kind = Calls.kindOf(call);
    boolean absentAfter = kind == MapCall.CONTAINS || kind == MapCall.REMOVE;
    InsnList after = new InsnList();
    if (group.remembersCell()) {
      int map = locals.allocate('A');
      int key = locals.allocate('A');
      saveArguments(call, read.args.length, map, key);
      if (!absentAfter) {
        after.add(new InsnNode(DUP));
        after.add(Emit.store('A', group.local()));
      }
      after.add(Emit.load('A', map));
      after.add(Emit.load('A', key));
      after.add(absentAfter ? new InsnNode(ACONST_NULL) : Emit.load('A', group.local()));
      after.add(emit.runtime("Updates", "seen", SEEN));
    } else {
      after.add(new InsnNode(absentAfter ? ACONST_NULL : DUP));
    }
    after.add(Emit.store('A', group.local()));
    code.insert(call, after);
    if (!kind.computes()) {
      Calls.guard(call, emit);
    }
  }

  private void ownChange(OwnChange change, SiteGroup group) {
    InsnList after = new InsnList();
    if (group.remembersCell()) {
      after.add(Emit.load('A', group.local()));
    }
    if (change.removes()) {
      after.add(new InsnNode(ACONST_NULL));
    } else {
      int written = locals.allocate('A');
      InsnList before = new InsnList();
      before.add(new InsnNode(DUP));
      before.add(Emit.store('A', written));
      code.insertBefore(change.call(), before);
      after.add(Emit.load('A', written));
    }
    if (group.remembersCell()) {
      String descriptor = "(" + Emit.OBJECT.repeat(2) + ")" + Emit.OBJECT;
      after.add(emit.runtime("Updates", "wrote", descriptor));
    }
    after.add(Emit.store('A', group.local()));
    code.insert(change.call(), after);
  }

  /** Copies map and key from below the other arguments on the stack. */
  private void saveArguments(MethodInsnNode call, int arguments, int map, int key) {
    InsnList before = new InsnList();
    int third = arguments == 3 ? locals.allocate('A') : -1;
    if (third >= 0) {
      before.add(Emit.store('A', third));
    }
    before.add(Emit.store('A', key));
    before.add(Emit.store('A', map));
    before.add(Emit.load('A', map));
    before.add(Emit.load('A', key));
    if (third >= 0) {
      before.add(Emit.load('A', third));
    }
    code.insertBefore(call, before);
  }

  private void write(MapSite site, SiteGroup group, int number) {
    MethodInsnNode call = site.write();
    InsnList before = new InsnList();
    if (site.call() == MapCall.REPLACE_IF) {
      before.add(new InsnNode(SWAP));
      before.add(new InsnNode(POP));
    }
    int written = -1;
    if (!group.remembersCell() && group.isFollowed(site)) {
      written = locals.allocate('A');
      before.add(new InsnNode(DUP));
      before.add(Emit.store('A', written));
    }
    before.add(Emit.load('A', group.local()));
    before.add(operands.base(site.repair(), call));
    before.add(operands.operand(site.repair(), call));
    before.add(Emit.constant(how(site)));
    before.add(Emit.constant(number));
    code.insertBefore(call, before);
    InsnList after = new InsnList();
    if (written >= 0) {
      after.add(Emit.load('A', written));
      after.add(Emit.store('A', group.local()));
    }
    for (Refresh refresh : Refresh.of(site)) {
      after.add(refresh(refresh, group.local()));
    }
    code.insert(call, after);
    Calls.become(call, emit.runtime("Updates", "update", UPDATE));
  }

  static int how(MapSite site) {
    boolean replaces = site.call() == MapCall.REPLACE || site.call() == MapCall.REPLACE_IF;
    return Emit.numberOf(site.repair().merge()) | (replaces ? 8 : 0) | (site.isExact() ? 16 : 0);
  }

  private InsnList refresh(Refresh variable, int seen) {
    InsnList list = new InsnList();
    char kind = variable.kind();
    String type = kind == 'A' ? Emit.OBJECT : String.valueOf(kind);
    list.add(Emit.load('A', seen));
    list.add(Emit.constant(variable.stored() ? 1 : 0));
    list.add(Emit.load(kind, variable.slot()));
    list.add(emit.runtime("Updates", "refreshed", "(" + Emit.OBJECT + "Z" + type + ")" + type));
    if (kind == 'A' && !variable.type().equals("java/lang/Object")) {
      list.add(new TypeInsnNode(CHECKCAST, variable.type()));
    }
    list.add(Emit.store(kind, variable.slot()));
    return list;
  }
}
