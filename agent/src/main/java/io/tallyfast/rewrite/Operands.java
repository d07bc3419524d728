package io.tallyfast.rewrite;

import static org.objectweb.asm.Opcodes.*;

import io.tallyfast.analysis.Expr;
import io.tallyfast.analysis.ExprFrame;
import io.tallyfast.analysis.Form.Term;
import io.tallyfast.analysis.MethodFlow;
import io.tallyfast.analysis.Numbers;
import io.tallyfast.analysis.Repair;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LdcInsnNode;

/**
 * Makes values available again at a later place: constants anew, others from a local that still
 * holds them or from a fresh one that takes a copy where they are made. Used for one method; not
 * thread-safe.
 */
final class Operands {
  private final MethodFlow flow;
  private final FreshLocals locals;
  private final Map<Expr, Integer> copies = new HashMap<>();

  Operands(MethodFlow flow, FreshLocals locals) {
    this.flow = flow;
    this.locals = locals;
  }

  /** Pushes the base of a repair as an object, null when it has none. */
  InsnList base(Repair repair, AbstractInsnNode at) {
    InsnList list = new InsnList();
    if (repair.base() == null) {
      list.add(new InsnNode(ACONST_NULL));
    } else if (repair.base().constant() != null) {
      list.add(Emit.boxed(repair.base().constant()));
    } else {
      Expr value = repair.base().value();
      char kind = Numbers.kindOf(value);
      list.add(value(value, at));
      if (kind != 'A') {
        list.add(Emit.box(kind));
      }
    }
    return list;
  }

  /** Pushes the sum of the terms as a boxed double or long; null when the repair has no operand. */
  InsnList operand(Repair repair, AbstractInsnNode at) {
    InsnList list = new InsnList();
    if (repair.merge() != Repair.Merge.OPERAND) {
      list.add(new InsnNode(ACONST_NULL));
      return list;
    }
    boolean floating = isFloating(repair.operand());
    list.add(new InsnNode(floating ? DCONST_0 : LCONST_0));
    for (Term term : repair.operand()) {
      list.add(term(term, floating, at));
      int add = floating ? DADD : LADD;
      list.add(new InsnNode(term.negated() ? add + 4 : add));
    }
    list.add(Emit.box(floating ? 'D' : 'J'));
    return list;
  }

  private static boolean isFloating(List<Term> terms) {
    for (Term term : terms) {
      if (term.value() != null && "FD".indexOf(Numbers.kindOf(term.value())) >= 0) {
        return true;
      }
    }
    return false;
  }

  private InsnList term(Term term, boolean floating, AbstractInsnNode at) {
    InsnList list = new InsnList();
    char kind = 'I';
    if (term.value() == null) {
      list.add(Emit.constant(term.constant()));
    } else {
      kind = Numbers.kindOf(term.value());
      list.add(value(term.value(), at));
    }
    int widen =
        switch (kind) {
          case 'I' -> floating ? I2D : I2L;
          case 'J' -> floating ? L2D : NOP;
          case 'F' -> F2D;
          default -> NOP;
        };
    if (widen != NOP) {
      list.add(new InsnNode(widen));
    }
    return list;
  }

  /** Pushes a value that was made before {@code at}. */
  private InsnList value(Expr value, AbstractInsnNode at) {
    InsnList list = new InsnList();
    char kind = Numbers.kindOf(value);
    if (value.op == Expr.Op.CONST && value.constant != null) {
      list.add(new LdcInsnNode(value.constant));
      return list;
    }
    ExprFrame frame = flow.frame(at);
    for (int slot = 0; slot < frame.getLocals(); slot++) {
      if (frame.getLocal(slot) == value) {
        list.add(Emit.load(kind, slot));
        return list;
      }
    }
    list.add(Emit.load(kind, copyOf(value, kind)));
    return list;
  }

  private int copyOf(Expr value, char kind) {
    Integer known = copies.get(value);
    if (known != null) {
      return known;
    }
    int slot;
    if (value.op == Expr.Op.PARAM) {
      InsnList initial = new InsnList();
      initial.add(Emit.load(kind, value.index));
      slot = locals.allocate(kind, initial);
    } else if (value.insn == null) {
      throw new IllegalStateException("a value that joins several ways cannot be copied");
    } else {
      slot = locals.allocate(kind);
      InsnList copy = new InsnList();
      copy.add(new InsnNode(kind == 'J' || kind == 'D' ? DUP2 : DUP));
      copy.add(Emit.store(kind, slot));
      flow.method().instructions.insert(value.insn, copy);
    }
    copies.put(value, slot);
    return slot;
  }
}
