package io.tallyfast.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * The table of calls that box, unbox and calculate. A new language's boxing is a new row.
 * Immutable; thread-safe.
 */
final class NumberCalls {
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

  private static final String[] PRIMITIVES = {"int", "long", "short", "byte", "float", "double"};
  private static final Map<String, Role> CALLS = new HashMap<>();

  static {
    boxed("Integer", "intValue");
    boxed("Long", "longValue");
    boxed("Short", "shortValue");
    boxed("Byte", "byteValue");
    boxed("Float", "floatValue");
    boxed("Double", "doubleValue");
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

  private NumberCalls() {}

  private static void otherLanguages() {
    String scala = "scala/runtime/BoxesRunTime.";
    for (String box : new String[] {"Integer", "Long", "Short", "Byte", "Float", "Double"}) {
      CALLS.put(scala + "boxTo" + box, Role.SAME);
    }
    for (String primitive : new String[] {"Int", "Long", "Short", "Byte", "Float", "Double"}) {
      CALLS.put(scala + "unboxTo" + primitive, Role.SAME);
    }
    CALLS.put(scala + "add", Role.ADD);
    CALLS.put(scala + "subtract", Role.SUBTRACT);
    for (String math : new String[] {"scala/math/package$", "scala/runtime/RichInt$"}) {
      extremes(math + ".");
    }
    extremes("scala/runtime/RichLong$.");
    extremes("scala/runtime/RichDouble$.");
    CALLS.put("kotlin/ranges/RangesKt.coerceAtLeast", Role.MAX);
    CALLS.put("kotlin/ranges/RangesKt.coerceAtMost", Role.MIN);
    CALLS.put("scala/Option.get", Role.SAME);
    CALLS.put("scala/Some.value", Role.SAME);
    CALLS.put("scala/Some.x", Role.SAME);
    CALLS.put("scala/Option.getOrElse", Role.OR_ELSE);
    String groovy = "org/codehaus/groovy/runtime/";
    CALLS.put(groovy + "typehandling/DefaultTypeTransformation.intUnbox", Role.SAME);
    CALLS.put(groovy + "typehandling/DefaultTypeTransformation.longUnbox", Role.SAME);
    CALLS.put(groovy + "typehandling/DefaultTypeTransformation.doubleUnbox", Role.SAME);
    CALLS.put(groovy + "ScriptBytecodeAdapter.castToType", Role.SAME);
    CALLS.put(groovy + "DefaultGroovyMethods.plus", Role.ADD);
    CALLS.put(groovy + "DefaultGroovyMethods.minus", Role.SUBTRACT);
    CALLS.put(groovy + "dgmimpl/NumberNumberPlus.plus", Role.ADD);
    CALLS.put(groovy + "dgmimpl/NumberNumberMinus.minus", Role.SUBTRACT);
    CALLS.put(groovy + "DefaultGroovyMethods.next", Role.INCREMENT);
    CALLS.put(groovy + "DefaultGroovyMethods.previous", Role.DECREMENT);
  }

  private static void extremes(String owner) {
    CALLS.put(owner + "max", Role.MAX);
    CALLS.put(owner + "min", Role.MIN);
    CALLS.put(owner + "max$extension", Role.MAX);
    CALLS.put(owner + "min$extension", Role.MIN);
  }

  private static void boxed(String name, String unbox) {
    String type = "java/lang/" + name;
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

  /** The names of the calls that make another number of a number. */
  static List<String> namesOfCalculations() {
    List<String> names = new ArrayList<>();
    for (Map.Entry<String, Role> row : CALLS.entrySet()) {
      if (calculates(row.getValue())) {
        names.add(row.getKey().substring(row.getKey().lastIndexOf('.') + 1));
      }
    }
    return names;
  }

  /** Whether a call makes another number of a number. */
  static boolean calculates(String owner, String name) {
    return calculates(CALLS.get(owner + "." + name));
  }

  private static boolean calculates(Role role) {
    return role != null && role != Role.SAME && role != Role.TEXT && role != Role.OR_ELSE;
  }

  /** The operands of a call that calculates: Scala's objects come first, and are none. */
  static Expr[] operands(Expr call) {
    boolean module =
        call.args.length > 1
            && call.args[0].op == Expr.Op.STATIC
            && call.args[0].insn instanceof FieldInsnNode field
            && field.name.equals("MODULE$");
    return module ? Arrays.copyOfRange(call.args, 1, call.args.length) : call.args;
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
}
