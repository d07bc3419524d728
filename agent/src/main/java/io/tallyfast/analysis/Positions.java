package io.tallyfast.analysis;

import static org.objectweb.asm.Opcodes.*;

import io.tallyfast.analysis.Expr.Op;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Finds the fields whose value a method uses as a position: an index, an offset, a length, the
 * condition of a loop, a version that is compared. Belongs to one method; not thread-safe.
 */
final class Positions {
  private static final int MAX_DEPTH = 8;
  private static final Set<String> CALLS =
      Set.of(
          ("charAt substring subSequence codePointAt codePointBefore subList arraycopy position"
                  + " limit regionMatches copyOf copyOfRange setLength delete deleteCharAt"
                  + " setCharAt getChars elementAt nextSetBit nextClearBit seek skip skipBytes"
                  + " offsetByCodePoints listIterator ensureCapacity indexOf lastIndexOf"
                  + " checkIndex")
              .split(" "));
  private static final Set<String> LENGTHS =
      Set.of("length", "size", "limit", "remaining", "capacity", "available");

  private final MethodFlow flow;
  private final Consumer<FieldInsnNode> found;
  private final Set<Expr> seen = new HashSet<>();

  Positions(MethodFlow flow, Consumer<FieldInsnNode> found) {
    this.flow = flow;
    this.found = found;
  }

  /** Looks at what an instruction does with its operands. */
  void look(AbstractInsnNode insn) {
    Expr e = flow.at(insn);
    if (e == null) {
      return;
    }
    int opcode = insn.getOpcode();
    if (opcode >= IALOAD && opcode <= SALOAD || opcode >= IASTORE && opcode <= SASTORE) {
      mark(e.args[1]);
    } else if (opcode == NEWARRAY
        || opcode == ANEWARRAY
        || opcode == TABLESWITCH
        || opcode == LOOKUPSWITCH) {
      mark(e.args[0]);
    } else if (insn instanceof MethodInsnNode call) {
      lookAtCall(call, e);
    } else if (Insns.isTest(opcode)) {
      lookAtTest(insn, e);
    }
  }

  private void lookAtCall(MethodInsnNode call, Expr e) {
    Type[] types = Type.getArgumentTypes(call.desc);
    int receiver = call.getOpcode() == INVOKESTATIC ? 0 : 1;
    if (!takesPosition(call, types)) {
      return;
    }
    for (int i = 0; i < types.length; i++) {
      if (isWhole(types[i])) {
        mark(e.args[i + receiver]);
      }
    }
  }

  private static boolean isWhole(Type type) {
    return type.getSort() == Type.INT || type.getSort() == Type.LONG;
  }

  private static boolean takesPosition(MethodInsnNode call, Type[] types) {
    if (CALLS.contains(call.name)) {
      return true;
    }
    boolean first = types.length > 0 && types[0].getSort() == Type.INT;
    boolean ofList =
        switch (call.name) {
          case "get", "set", "add", "remove", "insert" -> first;
          default -> false;
        };
    return ofList || takesPartOfArray(types);
  }

  /** An array and two numbers: the part of it that counts. */
  private static boolean takesPartOfArray(Type[] types) {
    int arrays = 0;
    int wholes = 0;
    for (Type type : types) {
      boolean ofPrimitives =
          type.getSort() == Type.ARRAY && type.getElementType().getSort() < Type.ARRAY;
      arrays += ofPrimitives ? 1 : 0;
      wholes += isWhole(type) ? 1 : 0;
    }
    return arrays > 0 && wholes > 0;
  }

  private void lookAtTest(AbstractInsnNode test, Expr e) {
    Expr[] sides = e.args;
    boolean wide = sides.length == 1 && sides[0].opcode() == LCMP;
    if (wide) {
      sides = sides[0].args;
    }
    if (sides.length != 2) {
      return;
    }
    int opcode = test.getOpcode();
    boolean equality =
        wide ? opcode == IFEQ || opcode == IFNE : opcode == IF_ICMPEQ || opcode == IF_ICMPNE;
    for (int i = 0; i < 2; i++) {
      Expr other = sides[1 - i];
      boolean version = equality && Numbers.unboxed(other).op != Op.CONST;
      if (version || isLength(other) || isLoopCondition(test, sides[i])) {
        mark(sides[i]);
      }
    }
  }

  /** A value may be made of itself, in a loop. */
  private static boolean isSum(Expr e) {
    return e.op == Op.ARITH && (e.opcode() < IDIV || e.opcode() > DREM);
  }

  private static boolean isLength(Expr e) {
    Expr core = Numbers.unboxed(e);
    return core.opcode() == ARRAYLENGTH
        || core.insn instanceof MethodInsnNode call
            && LENGTHS.contains(call.name)
            && core.args.length == 1;
  }

  /** Whether the value is changed in the loop that goes on or ends by this test. */
  private boolean isLoopCondition(AbstractInsnNode test, Expr side) {
    Expr core = Numbers.unboxed(side);
    for (int depth = 0; depth < MAX_DEPTH && isSum(core); depth++) {
      core = Numbers.unboxed(core.args[0]);
    }
    FieldInsnNode field = FieldKey.behind(core);
    if (field == null || core.op == Op.ELEMENT) {
      return false;
    }
    java.util.BitSet after = null;
    for (AbstractInsnNode insn : flow.insns()) {
      if (FieldKey.isWrite(insn)
          && ((FieldInsnNode) insn).name.equals(field.name)
          && flow.frame(insn) != null) {
        if (after == null) {
          after = flow.control().reachableFrom(flow.indexOf(test), new java.util.BitSet());
        }
        int write = flow.indexOf(insn);
        if (after.get(write)
            && flow.control()
                .reachableFrom(write, new java.util.BitSet())
                .get(flow.indexOf(test))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Marks the fields from which a position is calculated. */
  private void mark(Expr position) {
    Expr e = position.uncast();
    if (!seen.add(e)) {
      return;
    }
    FieldInsnNode field = FieldKey.behind(e);
    if (field != null) {
      found.accept(field);
      return;
    }
    // A remainder tells whose turn it is: the number itself goes on.
    boolean remainder = e.opcode() == IREM || e.opcode() == LREM;
    boolean goesOn =
        e.op == Op.ARITH && !remainder
            || e.op == Op.CONVERT
            || e.op == Op.PHI
            || e.op == Op.CALL && Insns.isCall(e.insn, "java/lang/Math", callName(e));
    if (goesOn) {
      for (Expr arg : e.args) {
        mark(arg);
      }
    }
  }

  private static String callName(Expr e) {
    return ((MethodInsnNode) e.insn).name;
  }
}
