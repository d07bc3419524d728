package io.tallyfast.analysis;

import io.tallyfast.analysis.Expr.Op;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * A variable behind a pair of methods: those that Scala makes for it, {@code n()} and {@code
 * n_$eq(n)}, or those of a bean, {@code getN()} and {@code setN(n)}.
 *
 * @param write the call that sets it, as an expression
 * @param name the variable's name, of a bean's with a capital
 * @param bean whether it is that of a bean
 */
record AccessorPlace(Expr write, String name, boolean bean) implements Place {
  private static final String SETTER = "_$eq";

  /** The place that a call sets, null when it sets none. */
  static AccessorPlace of(Expr write) {
    if (write.op != Op.CALL
        || write.args.length != 2
        || !(write.insn instanceof MethodInsnNode call)
        || call.getOpcode() == Opcodes.INVOKESTATIC
        || VariablePlace.isHolder(call.owner)) {
      return null;
    }
    String name = call.name;
    if (name.length() > 3 && name.startsWith("set")) {
      return new AccessorPlace(write, name.substring(3), true);
    }
    boolean sets = name.endsWith(SETTER) && !name.equals("$plus" + SETTER);
    return sets
        ? new AccessorPlace(write, name.substring(0, name.length() - SETTER.length()), false)
        : null;
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
    return ((MethodInsnNode) write.insn).owner + "." + name;
  }

  @Override
  public boolean isReadBy(Expr e, TypeOracle types) {
    return e.op == Op.CALL
        && e.args.length == 1
        && e.insn instanceof MethodInsnNode call
        && call.name.equals(bean ? "get" + name : name)
        && Congruence.alike(e.args[0], write.args[0]);
  }
}
