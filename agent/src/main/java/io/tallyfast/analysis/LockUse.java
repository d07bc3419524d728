package io.tallyfast.analysis;

import static org.objectweb.asm.Opcodes.*;

import io.tallyfast.analysis.Expr.Op;
import java.util.Locale;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Which lock a call takes or gives back, as an object with a name. Belongs to one method. */
final class LockUse {
  private final FieldInits fields;
  private final LockNames names;

  LockUse(FieldInits fields, LockNames names) {
    this.fields = fields;
    this.names = names;
  }

  /** The lock that is held once a call has returned; null when there is none. */
  String takenBy(MethodInsnNode call, Expr e) {
    boolean takes = LockCalls.takes(call) && excludes(e.args[0]);
    return takes ? wholeOf(e.args[0]) : null;
  }

  /** The lock that a call on a lock gives back. */
  String givenBackBy(Expr e) {
    return excludes(e.args[0]) ? wholeOf(e.args[0]) : names.of(e.args[0]);
  }

  /** The lock that was tried, and is held where a test said that it worked; or null. */
  String triedLock(Expr test, AbstractInsnNode insn, boolean jumps) {
    if (test == null || test.args.length != 1) {
      return null;
    }
    Expr tested = stampOf(test.args[0]);
    boolean yes = insn.getOpcode() == IFNE ? jumps : insn.getOpcode() == IFEQ && !jumps;
    if (tested.op == Op.CALL
        && tested.insn instanceof MethodInsnNode call
        && OneThread.tellsMain(call)) {
      return yes ? OneThread.MAIN : null;
    }
    boolean tries =
        tested.op == Op.CALL
            && tested.insn instanceof MethodInsnNode call
            && LockCalls.isLock(call)
            && LockCalls.tries(call)
            && excludes(tested.args[0]);
    return tries && yes ? wholeOf(tested.args[0]) : null;
  }

  /** A stamp is compared with 0 first. */
  private static Expr stampOf(Expr tested) {
    boolean withZero =
        tested.opcode() == LCMP
            && tested.args[1].op == Op.CONST
            && Long.valueOf(0).equals(tested.args[1].constant);
    return withZero ? tested.args[0] : tested;
  }

  /** Whether a lock keeps all others out. */
  private boolean excludes(Expr lock) {
    Expr e = lock.uncast();
    if (Numbers.typeOf(e).equals("java/util/concurrent/Semaphore")) {
      return fields.is(e, FieldInits.Kind.ONE_PERMIT);
    }
    boolean reads =
        e.op == Op.CALL
                && e.insn instanceof MethodInsnNode call
                && (call.name.equals("readLock") || call.name.equals("asReadLock"))
            || Numbers.typeOf(e).endsWith("ReadLock")
            || fields.is(e, FieldInits.Kind.READ_LOCK)
            || e.insn instanceof FieldInsnNode field
                && field.name.toLowerCase(Locale.ROOT).startsWith("readlock");
    return !reads;
  }

  /** The write half of a lock goes by the name of the whole. */
  private String wholeOf(Expr lock) {
    Expr e = lock.uncast();
    boolean half =
        e.op == Op.CALL
            && e.args.length == 1
            && (((MethodInsnNode) e.insn).name.equals("writeLock")
                || ((MethodInsnNode) e.insn).name.equals("asWriteLock"));
    if (half) {
      return names.of(e.args[0]);
    }
    String whole = fields.wholeOf(e);
    String own = names.of(e);
    return whole == null ? own : LockPaths.base(own) + "." + whole;
  }

  /** The name in the calling code of a lock that the method called names in its own way. */
  String asCallerNames(String lock, MethodInsnNode call, Expr e) {
    boolean isStatic = call.getOpcode() == INVOKESTATIC;
    String rest = isStatic ? null : LockPaths.after(lock, LockNames.THIS);
    if (rest != null) {
      return names.of(e.args[0]) + rest;
    }
    int slot = isStatic ? 0 : 1;
    int at = slot;
    for (Type type : Type.getArgumentTypes(call.desc)) {
      rest = LockPaths.after(lock, "param " + slot);
      if (rest != null) {
        return names.of(e.args[at]) + rest;
      }
      slot += type.getSize();
      at++;
    }
    return lock;
  }
}
