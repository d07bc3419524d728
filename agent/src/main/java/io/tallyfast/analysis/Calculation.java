package io.tallyfast.analysis;

import static org.objectweb.asm.Opcodes.*;

import io.tallyfast.analysis.Expr.Op;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Which instructions make a number of numbers and do nothing else, so that they may run again on
 * other numbers. Stateless; thread-safe.
 */
public final class Calculation {
  private static final Set<String> LIBRARIES =
      Set.of(
          "java/lang/Math",
          "java/lang/StrictMath",
          "java/lang/Integer",
          "java/lang/Long",
          "java/lang/Float",
          "java/lang/Double",
          "kotlin/ranges/RangesKt");

  private static final Set<String> BOXES =
      Set.of(
          "java/lang/Integer",
          "java/lang/Long",
          "java/lang/Short",
          "java/lang/Byte",
          "java/lang/Float",
          "java/lang/Double",
          "java/lang/Number",
          "scala/runtime/BoxesRunTime");

  private Calculation() {}

  /** Whether an instruction calculates, whatever its operands are, and cannot fail. */
  static boolean isOne(Expr e) {
    return switch (e.op) {
      case ARITH -> !divides(e.opcode());
      case CONVERT -> true;
      case CALL -> e.insn instanceof MethodInsnNode call && calculates(call);
      default -> false;
    };
  }

  /** Whether it divides whole numbers, so that it fails for a divisor of zero. */
  static boolean divides(int opcode) {
    return opcode == IDIV || opcode == LDIV || opcode == IREM || opcode == LREM;
  }

  /** Whether it puts a number into its box, takes it out, or casts the box. */
  static boolean isBox(Expr e) {
    if (e.op == Op.CAST) {
      return Numbers.isNumber(((TypeInsnNode) e.insn).desc);
    }
    return e.op == Op.CALL
        && e.args.length == 1
        && NumberCalls.roleOf(e.insn) == NumberCalls.Role.SAME
        && BOXES.contains(((MethodInsnNode) e.insn).owner);
  }

  private static boolean calculates(MethodInsnNode call) {
    if (call.getOpcode() != INVOKESTATIC || !LIBRARIES.contains(call.owner) || mayFail(call.name)) {
      return false;
    }
    for (Type type : Type.getArgumentTypes(call.desc)) {
      if (type.getSort() >= Type.ARRAY) {
        return false;
      }
    }
    int result = Type.getReturnType(call.desc).getSort();
    return result > Type.VOID && result < Type.ARRAY && !call.desc.startsWith("()");
  }

  private static boolean mayFail(String name) {
    return name.endsWith("Exact")
        || name.contains("Div")
        || name.contains("Mod")
        || name.startsWith("divide")
        || name.startsWith("remainder")
        || name.equals("clamp")
        || name.equals("coerceIn");
  }

  /** Whether a number is calculated of itself by an operator or a known function, at the end. */
  static boolean makes(Expr value) {
    Expr core = value.op == Op.CONVERT ? value.args[0] : value;
    return core.op == Op.ARITH || isOne(core);
  }

  /**
   * Whether what is calculated is a statistic, as an average is, and no hash or set of bits: a
   * fraction; or a sum, whose old part does not grow by a factor.
   *
   * @param reads what it is calculated from
   */
  static boolean counts(Expr value, Set<Expr> reads) {
    char kind = Numbers.kindOf(value);
    boolean sum = false;
    boolean grows = false;
    boolean shrinks = false;
    for (Expr step : steps(value, reads)) {
      int opcode = step.opcode();
      sum |= opcode >= IADD && opcode <= DSUB || opcode == IINC || divides(opcode);
      grows |= opcode >= IMUL && opcode <= DMUL || opcode == ISHL || opcode == LSHL;
      shrinks |= divides(opcode) || opcode >= ISHR && opcode <= LUSHR;
    }
    return kind == 'D' || kind == 'F' || sum && (shrinks || !grows);
  }

  private static Set<Expr> steps(Expr value, Set<Expr> reads) {
    Set<Expr> steps = new LinkedHashSet<>();
    Deque<Expr> open = new ArrayDeque<>();
    open.add(value);
    while (!open.isEmpty()) {
      Expr step = open.remove();
      if (!reads.contains(step) && ValueTests.dependsOn(step, reads) && steps.add(step)) {
        open.addAll(Arrays.asList(step.args));
      }
    }
    return steps;
  }

  /** The same, or one of several values of which one is made so. */
  static boolean mayMake(Expr value) {
    Expr core = value.op == Op.CONVERT ? value.args[0] : value;
    boolean makes = makes(core);
    for (Expr input : core.op == Op.PHI ? core.inputs() : List.<Expr>of()) {
      makes |= makes(input);
    }
    return makes;
  }

  /** How the stack holds the operands of a calculation, as in {@code JI}. */
  public static String operands(AbstractInsnNode insn) {
    int opcode = insn.getOpcode();
    if (insn instanceof MethodInsnNode call) {
      return ofCall(call);
    }
    if (opcode == CHECKCAST) {
      return "A";
    }
    if (opcode >= I2L && opcode <= I2S) {
      return String.valueOf("IIIJJJFFFDDDIII".charAt(opcode - I2L));
    }
    if (opcode >= ISHL && opcode <= LUSHR) {
      return (opcode - ISHL) % 2 == 0 ? "II" : "JI";
    }
    if (opcode >= IAND && opcode <= LXOR) {
      return (opcode - IAND) % 2 == 0 ? "II" : "JJ";
    }
    if (opcode == IINC) {
      return "I";
    }
    String kind = String.valueOf("IJFD".charAt((opcode - IADD) % 4));
    return opcode >= INEG && opcode <= DNEG ? kind : kind + kind;
  }

  private static String ofCall(MethodInsnNode call) {
    StringBuilder kinds = new StringBuilder(call.getOpcode() == INVOKESTATIC ? "" : "A");
    for (Type type : Type.getArgumentTypes(call.desc)) {
      char kind = type.getDescriptor().charAt(0);
      kinds.append("ZBCS".indexOf(kind) >= 0 ? 'I' : kind == 'L' ? 'A' : kind);
    }
    return kinds.toString();
  }
}
