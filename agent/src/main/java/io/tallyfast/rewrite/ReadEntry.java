package io.tallyfast.rewrite;

import static org.objectweb.asm.Opcodes.*;

import io.tallyfast.analysis.Expr;
import java.util.List;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Keeps, in fresh locals, what a read of an entry was asked and what it gave. Used for one read;
 * not thread-safe.
 */
final class ReadEntry {
  private final Expr call;
  private final int[] arguments;
  private final int seen;

  ReadEntry(Expr call, FreshLocals locals) {
    this.call = call;
    this.arguments = new int[call.args.length];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = locals.allocate('A');
    }
    this.seen = locals.allocate('A');
  }

  /** The local with what it gave. */
  int seen() {
    return seen;
  }

  /** Writes the code around the read. */
  void keep(InsnList code, Emit emit) {
    InsnList before = new InsnList();
    for (int i = arguments.length - 1; i >= 0; i--) {
      before.add(Emit.store('A', arguments[i]));
    }
    for (int argument : arguments) {
      before.add(Emit.load('A', argument));
    }
    code.insertBefore(call.insn, before);
    InsnList after = new InsnList();
    after.add(new InsnNode(DUP));
    after.add(Emit.store('A', seen));
    code.insert(call.insn, after);
    guard(call, emit);
  }

  /** Has further reads give what this one gave. */
  void serve(List<Expr> others, InsnList code, Emit emit) {
    for (Expr other : others) {
      InsnList instead = new InsnList();
      instead.add(new InsnNode(POP));
      instead.add(Emit.load('A', seen));
      code.insert(other.insn, instead);
      guard(other, emit);
    }
  }

  private static void guard(Expr read, Emit emit) {
    if (read.opcode() != INVOKESTATIC) {
      Calls.guard((MethodInsnNode) read.insn, emit);
    }
  }

  /** Pushes what it gave, what it gives where nothing is, the map, and the key. */
  void load(InsnList list) {
    list.add(Emit.load('A', seen));
    list.add(arguments.length == 3 ? Emit.load('A', arguments[2]) : new InsnNode(ACONST_NULL));
    list.add(Emit.load('A', arguments[0]));
    list.add(Emit.load('A', arguments[1]));
  }
}
