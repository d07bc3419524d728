package io.tallyfast.rewrite;

import static org.objectweb.asm.Opcodes.*;

import io.tallyfast.analysis.Expr;
import io.tallyfast.analysis.MapRepeat;
import io.tallyfast.analysis.MapSite;
import io.tallyfast.analysis.Numbers;
import java.util.Map;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;

/**
 * Makes the write of a map a loop: it stores if nothing has changed since the read; otherwise the
 * value is calculated again from what the entry holds now, and it tries again. What was computed
 * besides is kept from the first time. Used once, after the sites that merge; not thread-safe.
 */
final class MapRepeatEdit {
  static final String PUT = "(" + Emit.MAP + Emit.OBJECT.repeat(6) + "III)" + Emit.OBJECT;

  private final MapSite site;
  private final MapRepeat repeat;
  private final InsnList code;
  private final Emit emit;
  private final int map;
  private final int key;
  private final int written;
  private final int tries;
  private final int result;
  private final ReadEntry read;
  private final Calculator calculator;

  MapRepeatEdit(MapSite site, FreshLocals locals, Emit emit) {
    this.site = site;
    this.repeat = site.repeat();
    this.code = site.flow().method().instructions;
    this.emit = emit;
    this.map = locals.allocate('A');
    this.key = locals.allocate('A');
    this.written = locals.allocate('A');
    this.tries = locals.allocate('I');
    this.result = locals.allocate('A');
    this.read = new ReadEntry(repeat.again().reads().get(0), locals);
    this.calculator = new Calculator(repeat.again(), 'A', read.seen());
    calculator.keep(code, locals);
  }

  /**
   * Changes the code.
   *
   * @param frame what the verifier knows at the write; null when the class file needs no frames
   */
  void edit(WriteFrame frame, int number) {
    read.serve(repeat.again().reads().subList(1, repeat.again().reads().size()), code, emit);
    read.keep(code, emit);
    LabelNode start = new LabelNode();
    code.insertBefore(site.write(), before(start, frame, number));
    code.insert(site.write(), after(start, frame));
    Calls.become(site.write(), emit.runtime("Repeats", "put", PUT));
  }

  private InsnList before(LabelNode start, WriteFrame frame, int number) {
    InsnList list = new InsnList();
    list.add(Emit.store('A', written));
    list.add(Emit.store('A', key));
    list.add(Emit.store('A', map));
    list.add(new InsnNode(ICONST_0));
    list.add(Emit.store('I', tries));
    label(list, start, frame);
    list.add(Emit.load('A', map));
    list.add(Emit.load('A', key));
    list.add(Emit.load('A', written));
    read.load(list);
    list.add(Emit.constant(MergeEdit.how(site)));
    list.add(Emit.load('I', tries));
    list.add(Emit.constant(number));
    return list;
  }

  private InsnList after(LabelNode start, WriteFrame frame) {
    LabelNode done = new LabelNode();
    InsnList list = new InsnList();
    list.add(Emit.store('A', result));
    list.add(Emit.load('A', result));
    list.add(emit.runtime("Repeats", "isChanged", "(" + Emit.OBJECT + ")Z"));
    list.add(new JumpInsnNode(IFEQ, done));
    list.add(new IincInsnNode(tries, 1));
    list.add(Emit.load('A', result));
    list.add(emit.runtime("Repeats", "now", "(" + Emit.OBJECT + ")" + Emit.OBJECT));
    list.add(Emit.store('A', read.seen()));
    calculator.calculate(site.written(), list);
    list.add(Emit.store('A', written));
    for (Map.Entry<Integer, Expr> local : repeat.outdated().entrySet()) {
      calculator.calculate(local.getValue(), list);
      list.add(Emit.store(Numbers.kindOf(local.getValue()), local.getKey()));
    }
    list.add(new JumpInsnNode(GOTO, start));
    label(list, done, frame);
    list.add(Emit.load('A', result));
    return list;
  }

  private void label(InsnList list, LabelNode label, WriteFrame frame) {
    list.add(label);
    if (frame != null) {
      list.add(frame.without(site.expression().args.length));
    }
  }
}
