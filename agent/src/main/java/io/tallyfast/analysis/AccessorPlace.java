package io.tallyfast.analysis;

import io.tallyfast.analysis.Expr.Op;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * A variable behind a pair of methods: those that Scala makes for it, {@code n()} and {@code
 * n_$eq(n)}, or those of a bean, {@code getN()} and {@code setN(n)}.
 *
 * @param write the call that sets it, as an expression
 * @param getter the name of the method that reads it
 */
record AccessorPlace(Expr write, String getter) implements Place {
  private static final String SETTER = "_$eq";

  /** The property that the setter of a bean sets, null when it is none. */
  static AccessorPlace ofBean(Expr write) {
    boolean sets =
        write.op == Op.CALL
            && write.args.length == 2
            && write.insn instanceof MethodInsnNode call
            && call.name.startsWith("set");
    return sets
        ? new AccessorPlace(write, "get" + ((MethodInsnNode) write.insn).name.substring(3))
        : null;
  }

  /** The variable of Scala's that a call sets, null when it sets none. */
  static AccessorPlace of(Expr write) {
    boolean sets =
        write.op == Op.CALL
            && write.args.length == 2
            && write.insn instanceof MethodInsnNode call
            && call.name.endsWith(SETTER)
            && !call.name.equals("$plus" + SETTER);
    if (!sets) {
      return null;
    }
    String name = ((MethodInsnNode) write.insn).name;
    return new AccessorPlace(write, name.substring(0, name.length() - SETTER.length()));
  }

  /** The object that has the variable. */
  Expr holder() {
    return write.args[0];
  }

  /** What is set. */
  Expr value() {
    return write.args[1];
  }

  /** The name of the variable's field. */
  String field() {
    return ((MethodInsnNode) write.insn).owner + "." + getter;
  }

  @Override
  public boolean isReadBy(Expr e, TypeOracle types) {
    return e.op == Op.CALL
        && e.args.length == 1
        && e.insn instanceof MethodInsnNode call
        && call.name.equals(getter)
        && Congruence.alike(e.args[0], write.args[0]);
  }
}
