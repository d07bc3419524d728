package io.tallyfast.analysis;

import static org.objectweb.asm.Opcodes.*;

import java.util.Locale;
import java.util.Set;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Which uses of an object may let another thread see it. Stateless; thread-safe. */
final class Escapes {
  private static final Set<String> ASYNCHRONOUS =
      Set.of(
          "execute",
          "submit",
          "schedule",
          "scheduleAtFixedRate",
          "scheduleWithFixedDelay",
          "invokeAll",
          "runAsync",
          "supplyAsync",
          "start",
          "newThread",
          "parallel",
          "thenRunAsync",
          "thenAcceptAsync",
          "whenCompleteAsync",
          "handleAsync",
          "thenApplyAsync",
          "whenComplete",
          "thenAccept",
          "thenRun",
          "handle",
          "addListener",
          "subscribe");

  private Escapes() {}

  /** Whether a use stores the object where others can find it, or hands it to another thread. */
  static boolean lets(AbstractInsnNode use, Expr object, MethodFlow flow) {
    int opcode = use.getOpcode();
    if (opcode == PUTSTATIC) {
      return true;
    }
    if (opcode == PUTFIELD) {
      return flow.at(use).args[1] == object;
    }
    if (opcode == AASTORE) {
      return flow.at(use).args[2] == object;
    }
    if (use instanceof InvokeDynamicInsnNode) {
      return handsOn(flow.at(use), flow) || isConcurrent(object);
    }
    if (use instanceof MethodInsnNode call) {
      return call.name.equals("<init>") && !isCopy(call) && flow.at(use).args[0] != object;
    }
    return false;
  }

  /** A map that is made to be shared, and captured, is shared. */
  private static boolean isConcurrent(Expr object) {
    return MapCalls.isConcurrent(Numbers.typeOf(object), TypeOracle.NONE);
  }

  private static boolean isCopy(MethodInsnNode constructor) {
    return constructor.owner.startsWith("java/util/");
  }

  /** Whether a lambda is given to something that may run it in another thread, or later. */
  static boolean handsOn(Expr lambda, MethodFlow flow) {
    for (AbstractInsnNode use : flow.usesOf(lambda)) {
      if (use.getOpcode() == PUTFIELD || use.getOpcode() == PUTSTATIC) {
        return true;
      }
      if (use instanceof MethodInsnNode call && isAsynchronous(call)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a call may run a function given to it in another thread. */
  static boolean isAsynchronous(MethodInsnNode call) {
    String name = call.name;
    if (name.equals("<init>")) {
      return !call.owner.startsWith("java/util/") || call.owner.contains("concurrent");
    }
    String lower = name.toLowerCase(Locale.ROOT);
    return ASYNCHRONOUS.contains(name)
        || lower.endsWith("async")
        || lower.startsWith("register")
        || lower.startsWith("schedule")
        || call.owner.startsWith("java/util/concurrent/") && takesTask(call);
  }

  private static boolean takesTask(MethodInsnNode call) {
    for (Type type : Type.getArgumentTypes(call.desc)) {
      String name = type.getDescriptor();
      if (name.equals("Ljava/lang/Runnable;") || name.equals("Ljava/util/concurrent/Callable;")) {
        return true;
      }
    }
    return false;
  }
}
