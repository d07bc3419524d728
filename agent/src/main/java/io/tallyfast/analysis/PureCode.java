package io.tallyfast.analysis;

import static org.objectweb.asm.Opcodes.*;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Which instructions run no code of the application, initialise none of its classes, and wait for
 * nothing: those may run while a lock is held. Answers for one class; immutable, thread-safe.
 */
final class PureCode {
  /** Final classes of the JDK: what they do with each other and with primitives is known. */
  private static final Set<String> VALUES = new HashSet<>();

  private static final Set<String> SINGLE =
      Set.of(
          "java/lang/System.nanoTime",
          "java/lang/System.currentTimeMillis",
          "java/lang/System.identityHashCode",
          "java/lang/Thread.currentThread",
          "java/lang/Thread.getName",
          "java/util/Objects.requireNonNull",
          "java/util/Optional.get",
          "java/util/Optional.of",
          "java/util/Optional.ofNullable",
          "java/util/Optional.orElse",
          "java/lang/String.equals",
          "java/util/concurrent/atomic/AtomicLong.get",
          "java/util/concurrent/atomic/AtomicLong.incrementAndGet",
          "java/util/concurrent/atomic/AtomicInteger.get",
          "java/util/concurrent/atomic/AtomicInteger.incrementAndGet");

  static {
    String[] lang = {
      "Integer",
      "Long",
      "Short",
      "Byte",
      "Character",
      "Boolean",
      "Float",
      "Double",
      "Math",
      "StrictMath",
      "String",
      "StringBuilder",
      "StringBuffer"
    };
    for (String name : lang) {
      VALUES.add("java/lang/" + name);
    }
    String[] time = {"Instant", "Duration", "LocalDate", "LocalDateTime", "OffsetDateTime"};
    for (String name : time) {
      VALUES.add("java/time/" + name);
    }
  }

  private final String owner;
  private final String outermost;

  /** Creates for the code of a class, given by its internal name. */
  PureCode(String owner) {
    this.owner = owner;
    this.outermost = outermost(owner);
  }

  private static String outermost(String name) {
    int nested = name.indexOf('$', name.lastIndexOf('/') + 2);
    return nested < 0 ? name : name.substring(0, nested);
  }

  /**
   * Whether an instruction is pure.
   *
   * @param initialised classes that are known to be initialised before it
   */
  boolean allows(AbstractInsnNode insn, Set<String> initialised) {
    int opcode = insn.getOpcode();
    return switch (opcode) {
      case -1 -> true;
      case LDC -> isPlain(((LdcInsnNode) insn).cst);
      case GETSTATIC, PUTSTATIC -> isReady(((FieldInsnNode) insn).owner, initialised);
      case GETFIELD, PUTFIELD -> isLoaded(((FieldInsnNode) insn).owner);
      case NEW -> VALUES.contains(((TypeInsnNode) insn).desc);
      case CHECKCAST, INSTANCEOF, ANEWARRAY -> isLoaded(((TypeInsnNode) insn).desc);
      case NEWARRAY, ARRAYLENGTH -> true;
      case INVOKEDYNAMIC -> allows((InvokeDynamicInsnNode) insn);
      case MONITORENTER, MONITOREXIT, ATHROW, MULTIANEWARRAY, JSR, RET -> false;
      case INVOKEVIRTUAL, INVOKESPECIAL, INVOKESTATIC, INVOKEINTERFACE ->
          isKnown((MethodInsnNode) insn);
      default -> opcode < IRETURN || opcode > RETURN;
    };
  }

  private static boolean isPlain(Object constant) {
    return constant instanceof Number || constant instanceof String;
  }

  /** Whether reading a static field cannot initialise a class of the application. */
  private boolean isReady(String type, Set<String> initialised) {
    return type.equals(owner) || type.startsWith("java/") || initialised.contains(type);
  }

  /** Whether looking at a type does not ask a class loader of the application for it. */
  private boolean isLoaded(String type) {
    return type.startsWith("java/")
        || type.startsWith("[") && type.length() == 2
        || outermost(type).equals(outermost);
  }

  private boolean allows(InvokeDynamicInsnNode insn) {
    if (Congruence.isPureConcat(insn)) {
      return true;
    }
    if (!insn.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory")) {
      return false;
    }
    String target = ((Handle) insn.bsmArgs[1]).getOwner();
    return target.equals(owner) || target.startsWith("java/");
  }

  /** Whether a call is one of the JDK's that runs no code of the application. */
  static boolean isKnown(MethodInsnNode call) {
    if (SINGLE.contains(call.owner + "." + call.name)) {
      return true;
    }
    boolean boxed = Numbers.isNumber(call.owner) && NumberCalls.roleOf(call) != null;
    return boxed || VALUES.contains(call.owner) && takesValues(call);
  }

  private static boolean takesValues(MethodInsnNode call) {
    for (Type type : Type.getArgumentTypes(call.desc)) {
      boolean primitive = type.getSort() < Type.ARRAY;
      if (!primitive && !VALUES.contains(type.getInternalName())) {
        return false;
      }
    }
    return true;
  }
}
