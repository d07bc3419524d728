package io.tallyfast.analysis;

import io.tallyfast.analysis.Expr.Op;
import java.util.Objects;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Whether two expressions denote the same thing. Two calls of the same method on the same arguments
 * are alike though nobody knows that they return the same; where that matters, the rewritten code
 * compares at run time, and {@link #certain} says where it need not.
 */
public final class Congruence {
  private static final int MAX_DEPTH = 12;

  private static final Loads ANY =
      new Loads() {
        @Override
        public boolean same(Expr a, Expr b) {
          return true;
        }
      };

  private Congruence() {}

  /** Whether two different loads of a field or an element find the same. */
  interface Loads {
    boolean same(Expr a, Expr b);
  }

  /** Whether both are the same value, or the same computation on the same values. */
  public static boolean alike(Expr a, Expr b) {
    return alike(a, b, null, MAX_DEPTH);
  }

  /**
   * Whether both are the same value as long as no other code changes the fields they are read from.
   */
  public static boolean certain(Expr a, Expr b) {
    return certain(a, b, ANY);
  }

  /** Whether both are the same value as long as those loads find the same of which it is asked. */
  static boolean certain(Expr a, Expr b, Loads loads) {
    return alike(a, b, loads, MAX_DEPTH);
  }

  private static boolean alike(Expr left, Expr right, Loads loads, int depth) {
    Expr a = left.uncast();
    Expr b = right.uncast();
    if (a == b) {
      return a.op != Op.UNSET;
    }
    if (a.op != b.op || depth == 0 || a.args.length != b.args.length) {
      return false;
    }
    return sameComputation(a, b, loads) && argsAlike(a, b, loads, depth - 1);
  }

  private static boolean argsAlike(Expr a, Expr b, Loads loads, int depth) {
    for (int i = 0; i < a.args.length; i++) {
      if (!alike(a.args[i], b.args[i], loads, depth)) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameComputation(Expr a, Expr b, Loads loads) {
    return switch (a.op) {
      case CONST -> Objects.equals(a.constant, b.constant);
      case FIELD, STATIC ->
          sameField((FieldInsnNode) a.insn, (FieldInsnNode) b.insn)
              && (loads == null || loads.same(a, b));
      case ELEMENT -> a.opcode() == b.opcode() && (loads == null || loads.same(a, b));
      case CONVERT -> a.opcode() == b.opcode();
      case ARITH -> a.opcode() == b.opcode() && Objects.equals(a.constant, b.constant);
      case CALL ->
          sameMethod((MethodInsnNode) a.insn, (MethodInsnNode) b.insn)
              && (loads == null || Numbers.isBoxing(a.insn));
      case DYNAMIC ->
          sameDynamic((InvokeDynamicInsnNode) a.insn, (InvokeDynamicInsnNode) b.insn)
              && (loads == null || isPureConcat((InvokeDynamicInsnNode) a.insn));
      case PHI -> loads == null && a.args.length > 1;
      case NEW -> loads == null && a.constant != null && sameType(a, b);
      default -> false;
    };
  }

  private static boolean sameType(Expr a, Expr b) {
    return a.insn instanceof TypeInsnNode x
        && b.insn instanceof TypeInsnNode y
        && x.desc.equals(y.desc);
  }

  private static boolean sameField(FieldInsnNode a, FieldInsnNode b) {
    return a.name.equals(b.name) && a.desc.equals(b.desc);
  }

  private static boolean sameMethod(MethodInsnNode a, MethodInsnNode b) {
    boolean sameName = a.name.equals(b.name) || isAccessor(a.name) && isAccessor(b.name);
    return sameName && a.desc.equals(b.desc) && a.owner.equals(b.owner);
  }

  /** Compilers make one accessor for each use of a private or protected member. */
  private static boolean isAccessor(String name) {
    return name.startsWith("access$");
  }

  private static boolean sameDynamic(InvokeDynamicInsnNode a, InvokeDynamicInsnNode b) {
    return a.name.equals(b.name)
        && a.desc.equals(b.desc)
        && a.bsm.equals(b.bsm)
        && java.util.Arrays.equals(a.bsmArgs, b.bsmArgs);
  }

  /**
   * Whether the call joins strings and primitives only, so that no code of the application runs.
   */
  static boolean isPureConcat(InvokeDynamicInsnNode insn) {
    if (!insn.bsm.getOwner().equals("java/lang/invoke/StringConcatFactory")) {
      return false;
    }
    for (org.objectweb.asm.Type type : org.objectweb.asm.Type.getArgumentTypes(insn.desc)) {
      boolean primitive = type.getSort() < org.objectweb.asm.Type.ARRAY;
      if (!primitive && !type.getDescriptor().equals("Ljava/lang/String;")) {
        return false;
      }
    }
    return true;
  }
}
