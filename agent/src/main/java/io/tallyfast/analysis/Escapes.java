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
    if (!(use instanceof MethodInsnNode call)) {
      return false;
    }
    return call.name.equals("<init>")
        ? !isCopy(call) && isTakenBy(flow.at(use), object, call, flow)
        : mayKeep(call) && isPutIntoShared(flow.at(use), object, call);
  }

  /** Whether an object goes into a collection that was there before. */
  private static boolean isPutIntoShared(Expr call, Expr object, MethodInsnNode insn) {
    if (insn.getOpcode() == INVOKESTATIC || call.args[0] == object) {
      return false;
    }
    return switch (call.args[0].uncast().op) {
      case FIELD, STATIC, PARAM -> true;
      default -> false;
    };
  }

  /** Whether an object under construction keeps another; one without a name may just use it. */
  private static boolean isTakenBy(
      Expr construction, Expr object, MethodInsnNode constructor, MethodFlow flow) {
    Expr made = construction.args[0];
    if (made == object) {
      return false;
    }
    return !CallFact.isAnonymous(constructor.owner) || handsOn(made, flow) || isConcurrent(object);
  }

  /** A map that is made to be shared, and captured, is shared. */
  private static boolean isConcurrent(Expr object) {
    return MapCalls.isConcurrent(Numbers.typeOf(object), TypeOracle.NONE);
  }

  private static boolean isCopy(MethodInsnNode constructor) {
    return constructor.owner.startsWith("java/util/");
  }

  /** Whether a function is given to something that may run it in another thread, or later. */
  static boolean handsOn(Expr function, MethodFlow flow) {
    for (AbstractInsnNode use : flow.usesOf(function)) {
      int opcode = use.getOpcode();
      if (opcode == PUTSTATIC
          || opcode == ARETURN
          || opcode == PUTFIELD && flow.at(use).args[1] == function
          || opcode == AASTORE && flow.at(use).args[2] == function
          || opcode == CHECKCAST && handsOn(flow.at(use), flow)) {
        return true;
      }
      if (use instanceof MethodInsnNode call
          && !isReceiver(function, flow.at(use), call)
          && mayKeep(call)) {
        return true;
      }
      if (use instanceof MethodInsnNode call
          && call.name.equals("start")
          && isReceiver(function, flow.at(use), call)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isReceiver(Expr object, Expr call, MethodInsnNode insn) {
    return insn.getOpcode() != INVOKESTATIC && call.args[0] == object;
  }

  /** Whether a call may run a function given to it later, or in another thread. */
  static boolean mayKeep(MethodInsnNode call) {
    return isAsynchronous(call) || keeps(call);
  }

  /** Whether a call puts its argument into a collection, to be run when somebody takes it out. */
  private static boolean keeps(MethodInsnNode call) {
    return switch (call.name) {
      case "add", "addFirst", "addLast", "offer", "put", "push" -> true;
      default -> false;
    };
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
