package io.tallyfast.analysis;

import io.tallyfast.analysis.Expr.Op;
import org.objectweb.asm.tree.MethodInsnNode;

/** Text that is put together piece by piece. Stateless. */
final class BuiltText {
  private BuiltText() {}

  /** The one value in a builder's text, as older compilers write {@code "" + n}; or null. */
  static Expr onlyPiece(Expr e) {
    if (!Insns.isCall(e.insn, "java/lang/StringBuilder", "toString")) {
      return null;
    }
    Expr only = null;
    Expr builder = e.args[0];
    while (builder.op == Op.CALL && ((MethodInsnNode) builder.insn).name.equals("append")) {
      Expr piece = builder.args[builder.args.length - 1];
      if (only != null && !"".equals(piece.constant) && !"".equals(only.constant)) {
        return null;
      }
      only = only == null || "".equals(only.constant) ? piece : only;
      builder = builder.args[0];
    }
    return builder.op == Op.NEW && builder.args.length == 0 ? only : null;
  }
}
