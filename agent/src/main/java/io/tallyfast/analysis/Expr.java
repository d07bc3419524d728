package io.tallyfast.analysis;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.analysis.Value;

/**
 * What a stack slot or local holds, as an expression: the instruction that made it and the
 * expressions it was made from. One object stands for one instruction (or parameter, or merge
 * point), so that two uses of the same value share one object and {@code ==} compares values.
 *
 * <p>Belongs to the analysis of one method; not thread-safe.
 */
public final class Expr implements Value {
  /** What made a value. */
  public enum Op {
    /** Nothing usable: a local that was not assigned on every way here. */
    UNSET,
    /** A constant, in {@link Expr#constant}; null for the null reference. */
    CONST,
    /** A parameter or {@code this}; its slot is {@link Expr#index}. */
    PARAM,
    /** An instance field of the first argument. */
    FIELD,
    /** A static field. */
    STATIC,
    /** An array element: array and index. */
    ELEMENT,
    /** A method call; the receiver, if any, comes first. */
    CALL,
    /** An invokedynamic call. */
    DYNAMIC,
    /** Arithmetic on primitives, {@code iinc} included. */
    ARITH,
    /** A conversion between primitive types. */
    CONVERT,
    /** A checked cast of a reference. */
    CAST,
    /** A new object or array; {@link Expr#args} are the constructor's once it ran. */
    NEW,
    /** One of several values, where control flow joins. */
    PHI,
    /** An instruction that leaves no value, or one that nobody reads as an expression. */
    OTHER
  }

  /** The value of a local that holds nothing usable. */
  static final Expr UNSET = new Expr(Op.UNSET, null, 1);

  private static final Expr[] NONE = {};

  /** What made the value. */
  public final Op op;

  /** The instruction that made it, null for parameters and merge points. */
  public final AbstractInsnNode insn;

  /** The constant of a {@link Op#CONST}: a boxed primitive, String, or another ASM constant. */
  public Object constant;

  /** Slot of a parameter; slot of a merge point (locals first, then the stack). */
  public int index;

  /** Instruction index of a merge point. */
  public int joinsAt = -1;

  /** The values it was made from, in the order in which they were pushed. */
  public Expr[] args = NONE;

  /** For a merge point: the instruction indexes the values come from, parallel to args. */
  public int[] from = {};

  private final int size;

  /** The expression that this merge point turned out to be the same as, or null. */
  private Expr alias;

  Expr(Op op, AbstractInsnNode insn, int size) {
    this.op = op;
    this.insn = insn;
    this.size = size;
  }

  @Override
  public int getSize() {
    return size;
  }

  /** The expression that stands for this one once trivial merge points are gone. */
  Expr resolved() {
    Expr e = this;
    while (e.alias != null) {
      e = e.alias;
    }
    return e;
  }

  void becomes(Expr other) {
    alias = other;
  }

  /** The opcode of the instruction that made the value, -1 when there is none. */
  public int opcode() {
    return insn == null ? -1 : insn.getOpcode();
  }

  /** Whether this is the null reference. */
  public boolean isNull() {
    return op == Op.CONST && constant == null;
  }

  /** This value without the casts around it. */
  public Expr uncast() {
    Expr e = this;
    while (e.op == Op.CAST) {
      e = e.args[0];
    }
    return e;
  }

  /** Sets the inputs of a merge point, each different value once. */
  void joins(List<Expr> values, List<Integer> sources) {
    args = values.toArray(NONE);
    from = new int[sources.size()];
    for (int i = 0; i < from.length; i++) {
      from[i] = sources.get(i);
    }
  }

  /** The different inputs of a merge point. */
  List<Expr> inputs() {
    List<Expr> different = new ArrayList<>();
    for (Expr arg : args) {
      if (arg != this && !different.contains(arg)) {
        different.add(arg);
      }
    }
    return different;
  }

  @Override
  public String toString() {
    return op
        + (insn == null ? "#" + index : "@" + Integer.toHexString(System.identityHashCode(insn)));
  }
}
