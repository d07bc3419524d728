package io.tallyfast.analysis;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What is assigned to the fields of a class, as the instructions just before the assignment tell:
 * locks that protect nothing, halves of read-write locks, executors of one thread, objects that are
 * made for the field. What is said of a field holds for every assignment to it. Not thread-safe.
 */
final class FieldInits {
  /** What a field holds. */
  enum Kind {
    /** The read half of a lock. */
    READ_LOCK,
    /** An executor that runs one task at a time, or a timer. */
    ONE_THREAD,
    /** A semaphore that lets one thread in. */
    ONE_PERMIT,
    /** An object made for this field. */
    OWN,
    /** Anything else. */
    OTHER
  }

  private static final Set<String> ONE_THREAD =
      Set.of("newSingleThreadExecutor", "newSingleThreadScheduledExecutor");
  private static final Set<String> POOLS = Set.of("newFixedThreadPool", "newScheduledThreadPool");

  private final String owner;
  private final Map<String, Set<Kind>> kinds = new HashMap<>();
  private final Map<String, String> writeHalves = new HashMap<>();

  FieldInits(ClassNode owner) {
    this.owner = owner.name;
    for (MethodNode method : owner.methods) {
      for (AbstractInsnNode insn : method.instructions) {
        int opcode = insn.getOpcode();
        boolean writes = opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC;
        if (writes && ((FieldInsnNode) insn).owner.equals(this.owner)) {
          look((FieldInsnNode) insn);
        }
      }
    }
  }

  private void look(FieldInsnNode field) {
    if (field.desc.charAt(0) != 'L') {
      return;
    }
    Kind kind = Kind.OTHER;
    if (previous(field) instanceof MethodInsnNode call) {
      kind = kindOf(call);
      if (call.name.equals("writeLock") && previous(call) instanceof FieldInsnNode whole) {
        writeHalves.put(field.name, whole.name);
      }
    }
    Set<Kind> all = kinds.get(field.name);
    if (all == null) {
      all = EnumSet.noneOf(Kind.class);
      kinds.put(field.name, all);
    }
    all.add(kind);
  }

  private static Kind kindOf(MethodInsnNode call) {
    if (call.name.equals("readLock") || call.name.equals("asReadLock")) {
      return Kind.READ_LOCK;
    }
    if (ONE_THREAD.contains(call.name) || POOLS.contains(call.name) && takesOne(call)) {
      return Kind.ONE_THREAD;
    }
    if (!call.name.equals("<init>")) {
      return Kind.OTHER;
    }
    return switch (call.owner) {
      case "java/util/concurrent/Semaphore" -> takesOne(call) ? Kind.ONE_PERMIT : Kind.OTHER;
      case "java/util/Timer" -> Kind.ONE_THREAD;
      default -> Kind.OWN;
    };
  }

  /** Whether the first argument, a number before at most a few others, is 1. */
  private static boolean takesOne(MethodInsnNode call) {
    AbstractInsnNode i = previous(call);
    for (int steps = 0; i != null && steps < 5; steps++) {
      int opcode = i.getOpcode();
      AbstractInsnNode before = previous(i);
      boolean first =
          before == null
              || before.getOpcode() == Opcodes.DUP
              || before.getOpcode() == Opcodes.ALOAD
              || call.getOpcode() == Opcodes.INVOKESTATIC;
      if (opcode == Opcodes.ICONST_1 && first) {
        return true;
      }
      i = before;
    }
    return false;
  }

  private static AbstractInsnNode previous(AbstractInsnNode insn) {
    AbstractInsnNode i = insn.getPrevious();
    while (i != null && Insns.isMark(i)) {
      i = i.getPrevious();
    }
    return i;
  }

  /** Whether a value is read from a field of this class that only ever holds such a thing. */
  boolean is(Expr value, Kind kind) {
    Expr e = value.uncast();
    return e.insn instanceof FieldInsnNode field
        && field.owner.equals(owner)
        && Set.of(kind).equals(kinds.get(field.name));
  }

  /** The field of the whole lock by the field that holds the write half of it. */
  Map<String, String> writeHalves() {
    return writeHalves;
  }

  /** The field of the whole lock whose write half a value is; null when it is none. */
  String wholeOf(Expr value) {
    return value.uncast().insn instanceof FieldInsnNode field && field.owner.equals(owner)
        ? writeHalves.get(field.name)
        : null;
  }
}
