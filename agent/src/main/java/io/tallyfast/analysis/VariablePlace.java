package io.tallyfast.analysis;

import static org.objectweb.asm.Opcodes.*;

import io.tallyfast.analysis.Expr.Op;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * A field, static field, array element, or the content of an object that only holds a value.
 *
 * @param write the instruction that writes it, as an expression
 * @param holder the object or array it is in; null for a static field
 * @param kind what it is
 */
record VariablePlace(Expr write, Expr holder, Kind kind) implements Place {
  /** Setters of objects that hold one value, and the getter that reads it back. */
  private static final Set<String> HOLDERS =
      Set.of(
          "java/util/concurrent/atomic/AtomicLong",
          "java/util/concurrent/atomic/AtomicInteger",
          "java/util/concurrent/atomic/AtomicReference",
          "java/lang/ThreadLocal",
          "java/util/Map$Entry");

  /** What a place is. */
  enum Kind {
    FIELD,
    STATIC,
    ELEMENT,
    ATOMIC,
    THREAD_LOCAL,
    ENTRY
  }

  /** The place that an instruction writes, null when it writes none. */
  static VariablePlace of(Expr write) {
    int opcode = write.opcode();
    if (opcode == PUTFIELD) {
      return new VariablePlace(write, write.args[0], Kind.FIELD);
    }
    if (opcode == PUTSTATIC) {
      return new VariablePlace(write, null, Kind.STATIC);
    }
    if (opcode >= IASTORE && opcode <= SASTORE) {
      return new VariablePlace(write, write.args[0], Kind.ELEMENT);
    }
    boolean sets =
        write.op == Op.CALL
            && write.insn instanceof MethodInsnNode call
            && HOLDERS.contains(call.owner)
            && (write.args.length == 2 ? sets(call) : triesOnce(call));
    return sets ? new VariablePlace(write, write.args[0], holderKind(write)) : null;
  }

  private static boolean sets(MethodInsnNode call) {
    return switch (call.name) {
      case "set", "lazySet", "setValue" -> true;
      default -> false;
    };
  }

  /** Whether a comparison and set may fail without anybody looking. */
  private static boolean triesOnce(MethodInsnNode call) {
    if (!call.name.startsWith("compareAndSet") && !call.name.startsWith("weakCompareAndSet")) {
      return false;
    }
    AbstractInsnNode next = call.getNext();
    while (next != null && Insns.isMark(next)) {
      next = next.getNext();
    }
    return next != null && next.getOpcode() == POP;
  }

  private static Kind holderKind(Expr write) {
    String owner = ((MethodInsnNode) write.insn).owner;
    if (owner.equals("java/lang/ThreadLocal")) {
      return Kind.THREAD_LOCAL;
    }
    return owner.equals("java/util/Map$Entry") ? Kind.ENTRY : Kind.ATOMIC;
  }

  /** Whether it is an object of the library that only holds a value for all threads. */
  boolean isHolder() {
    return kind == Kind.ATOMIC || kind == Kind.ENTRY;
  }

  /** Whether it is a field or an element, which the code itself writes. */
  boolean isVariable() {
    return kind == Kind.FIELD || kind == Kind.STATIC || kind == Kind.ELEMENT;
  }

  /** The value that is written. */
  Expr value() {
    return write.args[write.args.length - 1];
  }

  @Override
  public boolean isReadBy(Expr e, TypeOracle types) {
    return switch (kind) {
      case FIELD -> e.op == Op.FIELD && sameField(e) && Congruence.alike(e.args[0], holder);
      case STATIC -> e.op == Op.STATIC && sameField(e);
      case ELEMENT ->
          e.op == Op.ELEMENT
              && Congruence.alike(e.args[0], holder)
              && Congruence.alike(e.args[1], write.args[1]);
      default -> isGetter(e) && Congruence.alike(e.args[0], holder);
    };
  }

  private boolean sameField(Expr read) {
    FieldInsnNode a = (FieldInsnNode) read.insn;
    FieldInsnNode b = (FieldInsnNode) write.insn;
    return a.name.equals(b.name) && a.desc.equals(b.desc) && a.owner.equals(b.owner);
  }

  private static boolean isGetter(Expr e) {
    return e.op == Op.CALL
        && e.args.length == 1
        && e.insn instanceof MethodInsnNode call
        && (HOLDERS.contains(call.owner) || call.owner.startsWith("java/util/"))
        && (call.name.equals("get")
            || call.name.equals("getValue")
            || call.name.equals("intValue")
            || call.name.equals("longValue"));
  }
}
