package io.tallyfast.analysis;

import io.tallyfast.analysis.Expr.Op;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Plans {@code merge}, {@code compute} and their like on maps that do not run them atomically. A
 * function that does nothing but calculate runs under the map's lock; any other runs outside it and
 * again when the value has changed meanwhile.
 */
final class Computations {
  /** The note of a site whose function runs under the lock. */
  static final String PURE = "";

  /** The note of a site whose function runs outside the lock. */
  static final String REPEATED = "the function runs again when another thread came in between";

  private final ClassNode owner;
  private final TypeOracle types;

  Computations(ClassNode owner, TypeOracle types) {
    this.owner = owner;
    this.types = types;
  }

  /** Decides, or returns null when the call counts nothing. */
  Repair plan(Expr call, MapCall kind) {
    if (types.knowsForeignMaps() && kind != MapCall.COMPUTE_IF_ABSENT && isForeign(call)) {
      return new Repair(Repair.Kind.COMPUTE, Repair.Merge.DIFFERENCE, List.of(), null, PURE);
    }
    Expr function = call.args[call.args.length - 1];
    boolean lambda = isLambda(function);
    String type = kind == MapCall.MERGE ? Numbers.typeOf(call.args[2]) : resultType(function);
    boolean holds =
        Numbers.isNumber(type)
            || kind == MapCall.COMPUTE_IF_ABSENT
                && (MapCalls.isMap(type, types) || type.startsWith("java/util/concurrent/atomic/"));
    if (!holds) {
      return null;
    }
    String note = lambda && isPure(function) ? PURE : REPEATED;
    return new Repair(Repair.Kind.COMPUTE, Repair.Merge.DIFFERENCE, List.of(), null, note);
  }

  /** Whether a call that computes runs nothing but code that calculates. */
  boolean onlyCalculates(Expr call) {
    Expr function = call.args[call.args.length - 1];
    return isLambda(function) && isPure(function);
  }

  private static boolean isForeign(Expr call) {
    String type = ((MethodInsnNode) call.insn).owner;
    return !type.startsWith("java/") && ForeignMapCalls.isMapName(type);
  }

  private static boolean isLambda(Expr function) {
    return function.op == Op.DYNAMIC
        && ((InvokeDynamicInsnNode) function.insn)
            .bsm
            .getOwner()
            .equals("java/lang/invoke/LambdaMetafactory");
  }

  private static String resultType(Expr function) {
    if (!isLambda(function)) {
      return "java/lang/Object";
    }
    Object instantiated = ((InvokeDynamicInsnNode) function.insn).bsmArgs[2];
    Type result = ((Type) instantiated).getReturnType();
    Handle target = (Handle) ((InvokeDynamicInsnNode) function.insn).bsmArgs[1];
    if (target.getTag() == org.objectweb.asm.Opcodes.H_NEWINVOKESPECIAL) {
      return target.getOwner();
    }
    return result.getSort() == Type.OBJECT ? result.getInternalName() : "java/lang/Object";
  }

  private boolean isPure(Expr function) {
    Handle target = (Handle) ((InvokeDynamicInsnNode) function.insn).bsmArgs[1];
    MethodInsnNode call =
        new MethodInsnNode(
            org.objectweb.asm.Opcodes.INVOKESTATIC,
            target.getOwner(),
            target.getName(),
            target.getDesc(),
            false);
    if (NumberCalls.roleOf(call) != null || makesKnownObject(target)) {
      return true;
    }
    if (!target.getOwner().equals(owner.name)) {
      return false;
    }
    for (MethodNode method : owner.methods) {
      if (method.name.equals(target.getName()) && method.desc.equals(target.getDesc())) {
        return onlyCalculates(method);
      }
    }
    return false;
  }

  private boolean makesKnownObject(Handle target) {
    return target.getName().equals("<init>")
        && target.getDesc().equals("()V")
        && target.getOwner().startsWith("java/util/");
  }

  private boolean onlyCalculates(MethodNode method) {
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof MethodInsnNode call && !isKnown(call)) {
        return false;
      }
      int opcode = insn.getOpcode();
      boolean notices =
          insn instanceof InvokeDynamicInsnNode
              || opcode == org.objectweb.asm.Opcodes.PUTFIELD
              || opcode == org.objectweb.asm.Opcodes.PUTSTATIC
              || opcode == org.objectweb.asm.Opcodes.GETSTATIC
              || opcode == org.objectweb.asm.Opcodes.MONITORENTER
              || opcode >= org.objectweb.asm.Opcodes.IASTORE
                  && opcode <= org.objectweb.asm.Opcodes.SASTORE;
      if (notices) {
        return false;
      }
    }
    return true;
  }

  private static boolean isKnown(MethodInsnNode call) {
    return NumberCalls.roleOf(call) != null
        || call.name.equals("<init>")
            && call.desc.equals("()V")
            && (call.owner.startsWith("java/util/") || call.owner.equals("java/lang/Object"));
  }
}
