package io.tallyfast.rewrite;

import static org.objectweb.asm.Opcodes.*;

import io.tallyfast.analysis.Expr;
import io.tallyfast.analysis.FieldSite;
import io.tallyfast.analysis.Recomputation;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Makes a write a loop: it stores if nothing has changed since the read; otherwise it reads again,
 * calculates again, and tries again. What was computed besides is kept from the first time. Used
 * once; not thread-safe.
 */
final class RepeatEdit {
  private final FieldSite site;
  private final Recomputation again;
  private final InsnList code;
  private final FreshLocals locals;
  private final FieldCalls calls;
  private final char kind;

  private final int seen;
  private final int written;
  private final Calculator calculator;

  RepeatEdit(FieldSite site, FreshLocals locals, FieldCalls calls) {
    this.site = site;
    this.again = site.repair().again();
    this.code = site.flow().method().instructions;
    this.locals = locals;
    this.calls = calls;
    this.kind = site.kind();
    this.seen = locals.allocate(kind);
    this.written = locals.allocate(kind);
    this.calculator = new Calculator(again, kind, seen);
  }

  /**
   * Changes the code.
   *
   * @param frame what the verifier knows at the write; null when the class file needs no frames
   */
  void edit(WriteFrame frame, int number) {
    calculator.keep(code, locals);
    reads();
    code.insertBefore(site.write(), loop(frame, number));
    code.remove(site.write());
  }

  /** The first read is kept; further ones give the same, as they do in one thread. */
  private void reads() {
    InsnList copy = new InsnList();
    copy.add(new InsnNode(isWide(kind) ? DUP2 : DUP));
    copy.add(Emit.store(kind, seen));
    code.insert(again.reads().get(0).insn, copy);
    for (Expr read : again.reads().subList(1, again.reads().size())) {
      InsnList instead = new InsnList();
      for (int i = 0; i < read.args.length; i++) {
        instead.add(new InsnNode(POP));
      }
      instead.add(Emit.load(kind, seen));
      code.insertBefore(read.insn, instead);
      code.remove(read.insn);
    }
  }

  private InsnList loop(WriteFrame frame, int number) {
    LabelNode start = new LabelNode();
    LabelNode done = new LabelNode();
    int counts = locals.allocate('I');
    InsnList list = new InsnList();
    list.add(Emit.store(kind, written));
    int[] place = keepPlace(list);
    list.add(Emit.constant(number));
    list.add(Emit.store('I', counts));
    label(list, start, frame);
    load(place, list);
    list.add(Emit.load(kind, written));
    list.add(Emit.load(kind, seen));
    list.add(Emit.load('I', counts));
    list.add(calls.replace(site));
    list.add(new JumpInsnNode(IFNE, done));
    list.add(new InsnNode(ICONST_M1));
    list.add(Emit.store('I', counts));
    load(place, list);
    list.add(site.isElement() ? element() : calls.read(site));
    list.add(Emit.store(kind, seen));
    calculator.calculate(site.written(), list);
    list.add(Emit.store(kind, written));
    list.add(new JumpInsnNode(GOTO, start));
    label(list, done, frame);
    new Renewal(site).code(seen, written, list);
    list.add(new InsnNode(NOP));
    return list;
  }

  private void label(InsnList list, LabelNode label, WriteFrame frame) {
    list.add(label);
    if (frame != null) {
      list.add(frame.without(site.operands()));
    }
  }

  /** Takes what is written to from the stack: nothing, an object, or an array and an index. */
  private int[] keepPlace(InsnList list) {
    if (site.isStatic()) {
      return new int[0];
    }
    int index = site.isElement() ? locals.allocate('I') : -1;
    int holder = locals.allocate('A');
    if (site.isElement()) {
      list.add(Emit.store('I', index));
    }
    list.add(Emit.store('A', holder));
    return site.isElement() ? new int[] {holder, index} : new int[] {holder};
  }

  private void load(int[] place, InsnList list) {
    list.add(site.isStatic() ? new InsnNode(ACONST_NULL) : Emit.load('A', place[0]));
    if (site.isElement()) {
      list.add(new TypeInsnNode(CHECKCAST, "[" + site.descriptor()));
      list.add(Emit.load('I', place[1]));
    }
  }

  private InsnList element() {
    InsnList list = new InsnList();
    list.add(new InsnNode(site.write().getOpcode() - IASTORE + IALOAD));
    return list;
  }

  private static boolean isWide(char kind) {
    return kind == 'J' || kind == 'D';
  }
}
