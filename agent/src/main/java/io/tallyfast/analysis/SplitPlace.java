package io.tallyfast.analysis;

import io.tallyfast.analysis.Expr.Op;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * An entry of a map of some object, read or written through methods of that object: whether a call
 * reads it is only a guess until those methods are known.
 *
 * @param base the object; null for a static map
 * @param key the key
 * @param write the call that writes, which is no read
 */
record SplitPlace(Expr base, Expr key, Expr write) implements Place {
  @Override
  public boolean isReadBy(Expr e, TypeOracle types) {
    if (e.op != Op.CALL || e == write || !(e.insn instanceof MethodInsnNode call)) {
      return false;
    }
    MapCall read = MapCalls.of(call, types);
    if (read != null) {
      return read.reads() && isOwnMap(e.args[0]) && Congruence.alike(e.args[1], key);
    }
    return CallFacts.isOfTheCode(call.owner) && returnsNumber(call) && isOwn(e, call) && names(e);
  }

  private boolean isOwnMap(Expr map) {
    Expr source = map.uncast();
    return source.op == Op.STATIC
        || source.op == Op.FIELD && base != null && Congruence.alike(source.args[0], base);
  }

  private boolean isOwn(Expr e, MethodInsnNode call) {
    if (CallSlots.isStatic(call)) {
      return base == null;
    }
    return base == null || Congruence.alike(e.args[0], base);
  }

  private boolean names(Expr e) {
    for (int i = CallSlots.isStatic((MethodInsnNode) e.insn) ? 0 : 1; i < e.args.length; i++) {
      if (Congruence.alike(Numbers.unboxed(e.args[i]), Numbers.unboxed(key))) {
        return true;
      }
    }
    return makesKey(e);
  }

  /** Whether a call is given all that the key is made of, so that it may make the same one. */
  private boolean makesKey(Expr e) {
    Expr made = Numbers.unboxed(key);
    if (CallSlots.made(made) == CallSlots.NONE) {
      return false;
    }
    for (Expr part : made.args) {
      boolean given = false;
      for (Expr argument : e.args) {
        given |= Congruence.alike(Numbers.unboxed(argument), Numbers.unboxed(part));
      }
      if (!given) {
        return false;
      }
    }
    return made.args.length > 0;
  }

  private static boolean returnsNumber(MethodInsnNode call) {
    Type type = Type.getReturnType(call.desc);
    return switch (type.getSort()) {
      case Type.INT, Type.LONG, Type.SHORT, Type.BYTE, Type.FLOAT, Type.DOUBLE -> true;
      case Type.OBJECT ->
          Numbers.isNumber(type.getInternalName())
              || type.getInternalName().equals("java/lang/Object")
              || type.getInternalName().equals("java/lang/String");
      default -> false;
    };
  }
}
