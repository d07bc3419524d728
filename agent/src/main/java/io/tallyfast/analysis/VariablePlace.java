package io.tallyfast.analysis;

import static org.objectweb.asm.Opcodes.*;

import io.tallyfast.analysis.Expr.Op;
import java.util.HashMap;
import java.util.Map;
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
  /** Objects that hold values, which one method sets and another gets. */
  private static final Map<String, Kind> HOLDERS = new HashMap<>();

  static {
    for (String type : new String[] {"Long", "Integer", "Reference"}) {
      HOLDERS.put("java/util/concurrent/atomic/Atomic" + type, Kind.ATOMIC);
      HOLDERS.put("java/util/concurrent/atomic/Atomic" + type + "Array", Kind.ATOMIC);
    }
    HOLDERS.put("java/lang/ThreadLocal", Kind.THREAD_LOCAL);
    HOLDERS.put("java/util/Map$Entry", Kind.ENTRY);
    for (String type : new String[] {"List", "ArrayList", "Vector", "LinkedList"}) {
      HOLDERS.put("java/util/" + type, Kind.LISTED);
    }
    HOLDERS.put("java/util/concurrent/CopyOnWriteArrayList", Kind.LISTED);
  }

  /** What a place is. */
  enum Kind {
    FIELD,
    STATIC,
    ELEMENT,
    ATOMIC,
    THREAD_LOCAL,
    ENTRY,
    LISTED
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
    Kind kind = heldBy(write);
    if (kind == null) {
      return null;
    }
    MethodInsnNode call = (MethodInsnNode) write.insn;
    int values = write.args.length - (isIndexed(call.owner) ? 2 : 1);
    boolean sets = values == 1 ? sets(call) : values == 2 && triesOnce(call);
    return sets ? new VariablePlace(write, write.args[0], kind) : null;
  }

  /** What a call is on; null when that is no object that holds values. */
  private static Kind heldBy(Expr e) {
    return e.op == Op.CALL && e.insn instanceof MethodInsnNode call
        ? HOLDERS.get(call.owner)
        : null;
  }

  private static boolean isIndexed(String owner) {
    return owner.endsWith("Array") || HOLDERS.get(owner) == Kind.LISTED;
  }

  /** Whether the objects of a type hold values. */
  static boolean holdsValues(String type) {
    return HOLDERS.containsKey(type);
  }

  /** Whether a call may set a value that an object of the library holds. */
  static boolean maySet(MethodInsnNode call) {
    return HOLDERS.containsKey(call.owner) && sets(call);
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

  /** Whether it is an object of the library that only holds a value for all threads. */
  boolean isHolder() {
    return kind == Kind.ATOMIC || kind == Kind.ENTRY;
  }

  /** Whether it is a field or an element, which the code itself writes. */
  boolean isVariable() {
    return kind == Kind.FIELD || kind == Kind.STATIC || kind == Kind.ELEMENT;
  }

  /** How many values the write takes: a comparison takes two. */
  private int values() {
    return isPlainSet() ? 1 : 2;
  }

  /** Whether it is simply set, whatever it was. */
  boolean isPlainSet() {
    return write.insn instanceof MethodInsnNode call && sets(call);
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
      default ->
          isGetter(e)
              && e.args.length == write.args.length - values()
              && Congruence.alike(e.args[0], holder)
              && (e.args.length == 1 || Congruence.alike(e.args[1], write.args[1]));
    };
  }

  private boolean sameField(Expr read) {
    FieldInsnNode a = (FieldInsnNode) read.insn;
    FieldInsnNode b = (FieldInsnNode) write.insn;
    return a.name.equals(b.name) && a.desc.equals(b.desc) && a.owner.equals(b.owner);
  }

  private static boolean isGetter(Expr e) {
    return e.op == Op.CALL
        && e.insn instanceof MethodInsnNode call
        && (HOLDERS.containsKey(call.owner) || call.owner.startsWith("java/util/"))
        && (call.name.equals("get")
            || call.name.equals("getValue")
            || call.name.equals("intValue")
            || call.name.equals("longValue"));
  }
}
