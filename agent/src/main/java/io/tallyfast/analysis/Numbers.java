package io.tallyfast.analysis;

import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * The table of calls that box, unbox and calculate. A new language's boxing is a new row.
 * Immutable; thread-safe.
 */
public final class Numbers {
  /** What a call does with numbers. */
  enum Role {
    /** The argument as an object, or an object as its number: the value stays the same. */
    SAME,
    /** A number as text, or text as a number. */
    TEXT,
    ADD,
    SUBTRACT,
    INCREMENT,
    DECREMENT,
    MAX,
    MIN,
    /** The value, or the second argument where there is none. */
    OR_ELSE
  }

  private static final String UNKNOWN = "java/lang/Object";
  private static final String[] PRIMITIVES = {"int", "long", "short", "byte", "float", "double"};
  private static final Map<String, String> PRIMITIVE_OF = new HashMap<>();
  private static final Map<String, Role> CALLS = new HashMap<>();

  static {
    boxed("Integer", "I", "intValue");
    boxed("Long", "J", "longValue");
    boxed("Short", "S", "shortValue");
    boxed("Byte", "B", "byteValue");
    boxed("Float", "F", "floatValue");
    boxed("Double", "D", "doubleValue");
    arithmetic("java/math/BigInteger");
    arithmetic("java/math/BigDecimal");
    CALLS.put("java/lang/Math.addExact", Role.ADD);
    CALLS.put("java/lang/Math.subtractExact", Role.SUBTRACT);
    CALLS.put("java/lang/Math.incrementExact", Role.INCREMENT);
    CALLS.put("java/lang/Math.decrementExact", Role.DECREMENT);
    CALLS.put("java/lang/Math.toIntExact", Role.SAME);
    CALLS.put("java/lang/Math.max", Role.MAX);
    CALLS.put("java/lang/Math.min", Role.MIN);
    CALLS.put("java/util/Objects.requireNonNull", Role.SAME);
    CALLS.put("java/util/Optional.ofNullable", Role.SAME);
    CALLS.put("java/util/Optional.of", Role.SAME);
    CALLS.put("java/util/Optional.get", Role.SAME);
    CALLS.put("java/util/Optional.orElseThrow", Role.SAME);
    CALLS.put("java/util/Optional.orElse", Role.OR_ELSE);
    CALLS.put("java/util/Optional.orElseGet", Role.OR_ELSE);
    CALLS.put("java/util/Objects.requireNonNullElse", Role.OR_ELSE);
    CALLS.put("java/lang/String.valueOf", Role.TEXT);
    otherLanguages();
  }

  private Numbers() {}

  private static void otherLanguages() {
    String scala = "scala/runtime/BoxesRunTime.";
    for (String box : new String[] {"Integer", "Long", "Short", "Byte", "Float", "Double"}) {
      CALLS.put(scala + "boxTo" + box, Role.SAME);
    }
    for (String primitive : new String[] {"Int", "Long", "Short", "Byte", "Float", "Double"}) {
      CALLS.put(scala + "unboxTo" + primitive, Role.SAME);
    }
    CALLS.put("scala/Option.get", Role.SAME);
    CALLS.put("scala/Some.value", Role.SAME);
    CALLS.put("scala/Some.x", Role.SAME);
    CALLS.put("scala/Option.getOrElse", Role.OR_ELSE);
    String groovy = "org/codehaus/groovy/runtime/";
    CALLS.put(groovy + "typehandling/DefaultTypeTransformation.intUnbox", Role.SAME);
    CALLS.put(groovy + "typehandling/DefaultTypeTransformation.longUnbox", Role.SAME);
    CALLS.put(groovy + "typehandling/DefaultTypeTransformation.doubleUnbox", Role.SAME);
    CALLS.put(groovy + "ScriptBytecodeAdapter.castToType", Role.SAME);
    CALLS.put(groovy + "dgmimpl/NumberNumberPlus.plus", Role.ADD);
    CALLS.put(groovy + "dgmimpl/NumberNumberMinus.minus", Role.SUBTRACT);
    CALLS.put(groovy + "DefaultGroovyMethods.next", Role.INCREMENT);
    CALLS.put(groovy + "DefaultGroovyMethods.previous", Role.DECREMENT);
  }

  private static void boxed(String name, String primitive, String unbox) {
    String type = "java/lang/" + name;
    PRIMITIVE_OF.put(type, primitive);
    CALLS.put(type + ".valueOf", Role.SAME);
    CALLS.put(type + ".sum", Role.ADD);
    CALLS.put(type + ".max", Role.MAX);
    CALLS.put(type + ".min", Role.MIN);
    CALLS.put(type + ".toString", Role.TEXT);
    CALLS.put(type + ".parse" + (name.equals("Integer") ? "Int" : name), Role.TEXT);
    for (String owner : new String[] {type, "java/lang/Number"}) {
      CALLS.put(owner + "." + unbox, Role.SAME);
    }
    for (String other : PRIMITIVES) {
      CALLS.put(type + "." + other + "Value", Role.SAME);
    }
  }

  private static void arithmetic(String type) {
    CALLS.put(type + ".add", Role.ADD);
    CALLS.put(type + ".subtract", Role.SUBTRACT);
    CALLS.put(type + ".max", Role.MAX);
    CALLS.put(type + ".min", Role.MIN);
    CALLS.put(type + ".valueOf", Role.SAME);
    CALLS.put(type + ".longValue", Role.SAME);
    CALLS.put(type + ".intValue", Role.SAME);
  }

  /** What a call does with numbers, null when the table does not know it. */
  static Role roleOf(AbstractInsnNode insn) {
    if (!(insn instanceof MethodInsnNode call)) {
      return null;
    }
    Role role = CALLS.get(call.owner + "." + call.name);
    if (role == Role.SAME && call.name.equals("valueOf") && takesText(call)) {
      return Role.TEXT;
    }
    return role;
  }

  private static boolean takesText(MethodInsnNode call) {
    return call.desc.startsWith("(Ljava/lang/String;");
  }

  /** A value without the boxes, conversions and casts around it. */
  public static Expr unboxed(Expr e) {
    Expr inner = e.uncast();
    while (inner.op == Expr.Op.CONVERT
        || inner.op == Expr.Op.CALL && inner.args.length > 0 && roleOf(inner.insn) == Role.SAME) {
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
      case NEW -> e.insn instanceof TypeInsnNode made ? made.desc : UNKNOWN;
      case CONST -> e.constant == null ? UNKNOWN : constantType(e.constant);
      case PHI -> phiType(e);
      default -> UNKNOWN;
    };
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
