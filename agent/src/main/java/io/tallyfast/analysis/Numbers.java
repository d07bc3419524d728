package io.tallyfast.analysis;

import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * What kind of number a value is: its box, its primitive, its static type. Stateless; thread-safe.
 */
public final class Numbers {
  private static final String UNKNOWN = "java/lang/Object";
  private static final Map<String, String> PRIMITIVE_OF =
      Map.of(
          "java/lang/Integer", "I",
          "java/lang/Long", "J",
          "java/lang/Short", "S",
          "java/lang/Byte", "B",
          "java/lang/Float", "F",
          "java/lang/Double", "D");

  private Numbers() {}

  /** A value without the boxes, conversions and casts around it. */
  public static Expr unboxed(Expr e) {
    Expr inner = e.uncast();
    while (inner.op == Expr.Op.CONVERT
        || inner.op == Expr.Op.CALL
            && inner.args.length > 0
            && NumberCalls.roleOf(inner.insn) == NumberCalls.Role.SAME) {
      inner = inner.args[0].uncast();
    }
    return inner;
  }

  /** Whether a call turns a primitive into its box. */
  static boolean isBoxing(AbstractInsnNode insn) {
    return insn instanceof MethodInsnNode call
        && call.getOpcode() == Opcodes.INVOKESTATIC
        && call.name.equals("valueOf")
        && PRIMITIVE_OF.containsKey(call.owner)
        && call.desc.startsWith("(" + PRIMITIVE_OF.get(call.owner) + ")");
  }

  /** The descriptor of the primitive that a box holds, null for other types. */
  public static String primitiveOf(String boxType) {
    return PRIMITIVE_OF.get(boxType);
  }

  /** Whether a type is one of the numbers that a map can count with. */
  static boolean isNumber(String type) {
    return PRIMITIVE_OF.containsKey(type)
        || type.equals("java/lang/Number")
        || type.equals("java/math/BigInteger")
        || type.equals("java/math/BigDecimal");
  }

  /**
   * The kind of a value on the stack: {@code I}, {@code J}, {@code F}, {@code D}, or {@code A} for
   * a reference.
   */
  public static char kindOf(Expr e) {
    return switch (e.op) {
      case ARITH -> arithmeticKind(e.opcode());
      case CONVERT -> convertedKind(e.opcode());
      case ELEMENT -> e.opcode() == Opcodes.AALOAD ? 'A' : elementKind(e.opcode());
      case CONST ->
          e.constant instanceof Number ? primitiveOf(constantType(e.constant)).charAt(0) : 'A';
      case PHI -> e.args.length == 0 || e.inputs().isEmpty() ? 'A' : phiKind(e);
      case NEW, CAST, UNSET, DYNAMIC -> 'A';
      case OTHER -> e.getSize() == 2 ? 'J' : 'I';
      default -> kindOf(typeOf(e));
    };
  }

  private static char arithmeticKind(int opcode) {
    if (opcode >= Opcodes.ISHL && opcode <= Opcodes.LXOR) {
      return (opcode - Opcodes.ISHL) % 2 == 0 ? 'I' : 'J';
    }
    return "IJFD".charAt((opcode - Opcodes.IADD) % 4);
  }

  private static char phiKind(Expr phi) {
    for (Expr input : phi.inputs()) {
      if (input.op != Expr.Op.PHI) {
        return kindOf(input);
      }
    }
    return 'A';
  }

  private static char elementKind(int opcode) {
    return switch (opcode) {
      case Opcodes.LALOAD -> 'J';
      case Opcodes.FALOAD -> 'F';
      case Opcodes.DALOAD -> 'D';
      default -> 'I';
    };
  }

  private static char convertedKind(int opcode) {
    return switch (opcode) {
      case Opcodes.I2L, Opcodes.F2L, Opcodes.D2L -> 'J';
      case Opcodes.I2F, Opcodes.L2F, Opcodes.D2F -> 'F';
      case Opcodes.I2D, Opcodes.L2D, Opcodes.F2D -> 'D';
      default -> 'I';
    };
  }

  private static char kindOf(String type) {
    if (type.length() != 1) {
      return 'A';
    }
    return "ZBCS".contains(type) ? 'I' : type.charAt(0);
  }

  /** The static type of a value, as an internal name or primitive descriptor; Object if unknown. */
  public static String typeOf(Expr e) {
    return switch (e.op) {
      case CAST -> ((TypeInsnNode) e.insn).desc;
      case CALL -> name(Type.getReturnType(((MethodInsnNode) e.insn).desc));
      case FIELD, STATIC -> name(Type.getType(((FieldInsnNode) e.insn).desc));
      case PARAM -> e.constant instanceof Type type ? name(type) : UNKNOWN;
      case NEW -> madeType(e.insn);
      case CONST -> e.constant == null ? UNKNOWN : constantType(e.constant);
      case PHI -> phiType(e);
      default -> UNKNOWN;
    };
  }

  private static String madeType(AbstractInsnNode insn) {
    if (insn instanceof IntInsnNode array) {
      return "[" + "ZCFDBSIJ".charAt(array.operand - Opcodes.T_BOOLEAN);
    }
    boolean object = insn instanceof TypeInsnNode && insn.getOpcode() == Opcodes.NEW;
    return object ? ((TypeInsnNode) insn).desc : UNKNOWN;
  }

  /** The common type of all inputs; nothing is known of a common supertype. */
  private static String phiType(Expr phi) {
    String type = null;
    for (Expr input : phi.inputs()) {
      if (input.isNull()) {
        continue;
      }
      String other = input.op == Expr.Op.PHI ? UNKNOWN : typeOf(input);
      if (type != null && !type.equals(other)) {
        return UNKNOWN;
      }
      type = other;
    }
    return type == null ? UNKNOWN : type;
  }

  private static String constantType(Object constant) {
    return constant instanceof Type
        ? "java/lang/Class"
        : constant.getClass().getName().replace('.', '/');
  }

  private static String name(Type type) {
    return type.getSort() == Type.OBJECT ? type.getInternalName() : type.getDescriptor();
  }
}
