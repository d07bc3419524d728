package io.tallyfast.analysis;

import java.util.Locale;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** The table of calls that take and release locks. Immutable; thread-safe. */
final class LockCalls {
  private static final Set<String> ACQUIRE =
      Set.of("lock", "lockInterruptibly", "writeLock", "writeLockInterruptibly", "acquire");
  private static final Set<String> RELEASE = Set.of("unlock", "unlockWrite", "release");

  /** Guava's, which is entered and left. */
  private static final String MONITOR = "com/google/common/util/concurrent/Monitor";

  private LockCalls() {}

  /** Whether the receiver's type is a lock, by its name. */
  static boolean isLock(MethodInsnNode call) {
    String type = call.owner;
    return type.startsWith("java/util/concurrent/locks/")
        || type.endsWith("Lock")
        || type.equals("java/util/concurrent/Semaphore")
        || type.equals(MONITOR);
  }

  /** Whether the call is one on a lock that returns with the lock held. */
  static boolean takes(MethodInsnNode call) {
    if (call.owner.equals(MONITOR)) {
      return call.name.startsWith("enter") && call.desc.endsWith(")V");
    }
    if (!ACQUIRE.contains(call.name) || !isLock(call)) {
      return false;
    }
    boolean stamped = call.owner.endsWith("StampedLock");
    boolean half = call.name.startsWith("writeLock") && !stamped;
    return !half;
  }

  /** Whether the call is one on a lock that gives it back. */
  static boolean givesBack(MethodInsnNode call) {
    return RELEASE.contains(call.name) && isLock(call)
        || call.name.equals("leave") && call.owner.equals(MONITOR);
  }

  /** Whether the call tells whether it got the lock. */
  static boolean tries(MethodInsnNode call) {
    if (call.owner.equals(MONITOR)) {
      return call.name.toLowerCase(Locale.ROOT).contains("enter") && call.desc.endsWith(")Z");
    }
    return switch (call.name) {
      case "tryLock", "tryAcquire" -> call.desc.endsWith(")Z");
      case "tryWriteLock", "tryConvertToWriteLock" -> call.desc.endsWith(")J");
      default -> false;
    };
  }

  /** Whether the call asserts that its argument is held. */
  static boolean asserts(MethodInsnNode call) {
    return call.owner.equals("java/lang/Thread") && call.name.equals("holdsLock");
  }

  /** Whether a method may take a lock by itself, or be told to run on the main thread only. */
  static boolean areIn(MethodNode method) {
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof MethodInsnNode call
          && (asserts(call) || OneThread.assertsMain(call) || OneThread.tellsMain(call))) {
        return true;
      }
    }
    return areTakenIn(method);
  }

  /** Whether a method takes a lock, as far as a glance tells. */
  static boolean areTakenIn(MethodNode method) {
    if ((method.access & Opcodes.ACC_SYNCHRONIZED) != 0) {
      return true;
    }
    for (AbstractInsnNode insn : method.instructions) {
      boolean takes =
          insn.getOpcode() == Opcodes.MONITORENTER
              || insn instanceof MethodInsnNode call
                  && (takes(call) || tries(call) && isLock(call));
      if (takes) {
        return true;
      }
    }
    return false;
  }
}
