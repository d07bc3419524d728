package io.tallyfast.rewrite;

import static org.objectweb.asm.Opcodes.*;

import io.tallyfast.analysis.Expr;
import io.tallyfast.analysis.FieldSite;
import java.util.LinkedHashMap;
import java.util.Map;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Watches the sites of a class on fields and elements: what was read is kept, and the write becomes
 * one that stores the same and tells what it overwrote. Used once; not thread-safe.
 */
final class ObserveFieldEdit {
  /** The bits of the runtime's {@code How}. */
  private static final int OTHER = 5;

  private static final int WINDOW = 32;

  private final Emit emit;
  private final FieldCalls calls;
  private final Map<FieldSite, Integer> numbers = new LinkedHashMap<>();

  ObserveFieldEdit(ClassNode owner, Emit emit) {
    this.emit = emit;
    this.calls = new FieldCalls(owner, emit);
  }

  /** Takes a site to be watched, under the number by which it counts. */
  void add(FieldSite site, int number) {
    numbers.put(site, number);
  }

  /** Watches the sites of one method. */
  void edit(MethodNode method) {
    FreshLocals locals = null;
    for (Map.Entry<FieldSite, Integer> each : numbers.entrySet()) {
      if (each.getKey().flow().method() == method) {
        locals = locals == null ? new FreshLocals(method) : locals;
        edit(each.getKey(), each.getValue(), locals);
      }
    }
    if (locals != null) {
      locals.finish();
    }
  }

  private void edit(FieldSite site, int number, FreshLocals locals) {
    InsnList code = site.flow().method().instructions;
    char kind = site.kind();
    int seen = locals.allocate(kind);
    // Where nothing lies between read and write, a further call would be most of the window.
    boolean window = site.repair().fusion() == null;
    for (Expr read : site.reads()) {
      InsnList after = new InsnList();
      after.add(new InsnNode(kind == 'J' || kind == 'D' ? DUP2 : DUP));
      after.add(Emit.store(kind, seen));
      if (window) {
        after.add(Emit.constant(number));
        after.add(emit.runtime("Observed", "read", "(I)V"));
      }
      code.insert(read.insn, after);
    }
    boolean merges = !site.repair().isRefused() && site.repair().again() == null;
    int how = merges ? Emit.numberOf(site.repair().merge()) : OTHER;
    InsnList arguments = new InsnList();
    arguments.add(Emit.load(kind, seen));
    arguments.add(Emit.constant(window ? how | WINDOW : how));
    arguments.add(Emit.constant(number));
    code.insertBefore(site.write(), calls.observe(site, arguments));
    code.remove(site.write());
  }
}
