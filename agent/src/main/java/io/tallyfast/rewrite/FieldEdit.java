package io.tallyfast.rewrite;

import static org.objectweb.asm.Opcodes.*;

import io.tallyfast.analysis.Expr;
import io.tallyfast.analysis.FieldFusion;
import io.tallyfast.analysis.FieldRepair;
import io.tallyfast.analysis.FieldSite;
import io.tallyfast.analysis.Repair.Merge;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;

/** Rewrites one site on a field or an array element. Used once; not thread-safe. */
final class FieldEdit {
  private final FieldSite site;
  private final InsnList code;
  private final FreshLocals locals;
  private final FieldCalls calls;
  private final char kind;
  private int readFrom = -1;
  private int seen = -1;
  private int operand = -1;
  private int written = -1;

  FieldEdit(FieldSite site, FreshLocals locals, FieldCalls calls) {
    this.site = site;
    this.code = site.flow().method().instructions;
    this.locals = locals;
    this.calls = calls;
    this.kind = site.kind();
  }

  /**
   * Changes the code.
   *
   * @param frame what the verifier knows at the write; null when nothing is calculated again there,
   *     or the class file needs no frames
   */
  void edit(int number, WriteFrame frame) {
    if (site.repair().fusion() != null) {
      fuse(site.repair().fusion());
    } else if (site.repair().again() != null) {
      new RepeatEdit(site, locals, calls).edit(frame, number);
    } else {
      merge(site.repair(), number);
    }
  }

  private void fuse(FieldFusion fusion) {
    AbstractInsnNode write = site.write();
    dropRead(fusion.read());
    if (fusion.subtracts()) {
      code.set(fusion.sum(), new InsnNode(INEG + "IJFD".indexOf(kind)));
    } else {
      code.remove(fusion.sum());
    }
    if (fusion.conversion() != null) {
      code.remove(fusion.conversion());
    }
    InsnList call = new InsnList();
    if (fusion.newCopy() != null) {
      written = keep(call);
    }
    call.add(calls.addOld(site));
    if (fusion.newCopy() != null) {
      code.remove(fusion.newCopy());
      call.add(Emit.load(kind, written));
      call.add(new InsnNode(IADD + "IJFD".indexOf(kind)));
      narrow(call);
    } else if (fusion.oldCopy() != null) {
      code.remove(fusion.oldCopy());
    } else {
      call.add(new InsnNode(isWide() ? POP2 : POP));
    }
    code.insertBefore(write, call);
    code.remove(write);
  }

  /** What was pushed for the read alone goes with it. */
  private void dropRead(AbstractInsnNode read) {
    int pushed = site.operands() - 1;
    if (pushed > 0) {
      AbstractInsnNode before = read.getPrevious();
      boolean copied = before != null && before.getOpcode() == (pushed == 1 ? DUP : DUP2);
      if (copied) {
        code.remove(before);
      } else {
        code.insertBefore(read, new InsnNode(pushed == 1 ? POP : POP2));
      }
    }
    code.remove(read);
  }

  private boolean isWide() {
    return kind == 'J' || kind == 'D';
  }

  /** Keeps a copy of the top of the stack in a fresh local. */
  private int keep(InsnList list) {
    int slot = locals.allocate(kind);
    list.add(new InsnNode(isWide() ? DUP2 : DUP));
    list.add(Emit.store(kind, slot));
    return slot;
  }

  private void narrow(InsnList list) {
    int conversion =
        switch (site.descriptor()) {
          case "B" -> I2B;
          case "S" -> I2S;
          case "C" -> I2C;
          default -> NOP;
        };
    if (conversion != NOP) {
      list.add(new InsnNode(conversion));
    }
  }

  private void merge(FieldRepair repair, int number) {
    seen = locals.allocate(kind);
    readFrom = site.isHeld() ? locals.allocate('A') : -1;
    for (Expr read : site.reads()) {
      keepHolder(read);
      InsnList copy = new InsnList();
      copy.add(new InsnNode(isWide() ? DUP2 : DUP));
      copy.add(Emit.store(kind, seen));
      code.insert(read.insn, copy);
    }
    if (repair.sum() != null) {
      operand = locals.allocate('D');
      code.insertBefore(repair.sum().insn, new OperandCopy(repair.sum(), operand).code(site));
    }
    InsnList call = new InsnList();
    boolean needsNew = repair.renews(true);
    if (needsNew) {
      written = keep(call);
    }
    InsnList arguments = new InsnList();
    if (readFrom >= 0) {
      arguments.add(Emit.load('A', readFrom));
    }
    arguments.add(Emit.load(kind, seen));
    if (kind == 'F' || kind == 'D') {
      arguments.add(operand < 0 ? new InsnNode(DCONST_0) : Emit.load('D', operand));
    } else if (kind == 'A') {
      if (operand < 0) {
        arguments.add(new InsnNode(ACONST_NULL));
      } else {
        arguments.add(Emit.load('D', operand));
        arguments.add(Emit.box('D'));
      }
    }
    arguments.add(Emit.merge(repair.merge()));
    arguments.add(Emit.constant(number));
    call.add(calls.mergeOld(site, arguments));
    if (repair.outdated().isEmpty()) {
      FieldCalls.dropUnlessReturned(site, call);
    } else {
      renew(repair, call);
    }
    code.insertBefore(site.write(), call);
    code.remove(site.write());
  }

  /** The object that is read, which may be another than the one that is written. */
  private void keepHolder(Expr read) {
    if (readFrom < 0) {
      return;
    }
    InsnList copy = new InsnList();
    if (site.isIndexed()) {
      copy.add(new InsnNode(DUP2));
      copy.add(new InsnNode(POP));
    } else {
      copy.add(new InsnNode(DUP));
    }
    copy.add(Emit.store('A', readFrom));
    code.insertBefore(read.insn, copy);
  }

  /** Sets again what holds the old or the new value, which is on the stack or follows from it. */
  private void renew(FieldRepair repair, InsnList list) {
    int old = locals.allocate(kind);
    list.add(Emit.store(kind, old));
    if (repair.renews(true)) {
      renewed(repair, old, list);
      list.add(Emit.store(kind, written));
    }
    new Renewal(site).code(old, written, list);
    if (FieldCalls.returnsOld(site)) {
      list.add(Emit.load(kind, old));
    }
  }

  private void renewed(FieldRepair repair, int old, InsnList list) {
    list.add(Emit.load(kind, old));
    if (kind == 'A') {
      list.add(Emit.load('A', written));
      list.add(Emit.load('A', seen));
      if (operand < 0) {
        list.add(new InsnNode(ACONST_NULL));
      } else {
        list.add(Emit.load('D', operand));
        list.add(Emit.box('D'));
      }
      list.add(Emit.merge(repair.merge()));
      list.add(calls.renewedBox());
      return;
    }
    int type = "IJFD".indexOf(kind);
    if (repair.merge() == Merge.MAX || repair.merge() == Merge.MIN) {
      list.add(Emit.load(kind, written));
      list.add(calls.extreme(repair.merge() == Merge.MAX ? "max" : "min", kind));
    } else if (operand >= 0) {
      if (kind == 'F') {
        list.add(new InsnNode(F2D));
      }
      list.add(Emit.load('D', operand));
      list.add(new InsnNode(DADD));
      if (kind == 'F') {
        list.add(new InsnNode(D2F));
      }
    } else {
      list.add(Emit.load(kind, written));
      list.add(Emit.load(kind, seen));
      list.add(new InsnNode(ISUB + type));
      list.add(new InsnNode(IADD + type));
      narrow(list);
    }
  }
}
