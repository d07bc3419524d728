package io.tallyfast.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * The functions that a method makes or is given: which code they run, who runs them, and with which
 * locks held. Answers for one method; not thread-safe.
 */
final class Functions {
  private final ClassNode owner;
  private final MethodFlow flow;
  private final LockState locks;
  private final FieldInits fields;
  private final LockNames names;
  private final CallFacts.Arguments arguments;
  private final TypeOracle types;
  private final String caller;

  Functions(
      ClassNode owner,
      MethodFlow flow,
      LockState locks,
      FieldInits fields,
      LockNames names,
      CallFacts.Arguments arguments,
      TypeOracle types) {
    this.owner = owner;
    this.flow = flow;
    this.locks = locks;
    this.fields = fields;
    this.names = names;
    this.arguments = arguments;
    this.types = types;
    this.caller = flow.method().name + flow.method().desc;
  }

  /** Adds what an anonymous class's object runs, as the place that makes it tells. */
  void addObject(MethodInsnNode constructor, Expr call, List<CallFact> facts) {
    Expr object = call.args[0];
    boolean kept = isKept(object);
    Map<Integer, String> captured = arguments.of(call, constructor, true);
    facts.add(
        fact(constructor.owner, CallFact.ANY_METHOD, object, constructor, "", captured, kept));
  }

  /** The body of a lambda that is run on the spot runs under the locks held where it is given. */
  void addLambda(InvokeDynamicInsnNode insn, List<CallFact> facts) {
    if (caller.startsWith("$deserializeLambda$")) {
      return;
    }
    Handle body = bodyOf(insn);
    Expr lambda = flow.at(insn);
    if (body == null || lambda == null || !CallFacts.isOfTheCode(body.getOwner())) {
      return;
    }
    boolean isStatic = body.getTag() == Opcodes.H_INVOKESTATIC;
    boolean kept = isKept(lambda);
    Map<Integer, String> captured = new HashMap<>();
    String receiver = "";
    int slot = isStatic ? 0 : -1;
    for (Expr value : lambda.args) {
      if (slot < 0) {
        receiver = names.of(value);
      } else {
        String name = arguments.captured(value, insn);
        if (!name.isEmpty() && !(kept && name.equals(CallFact.FRESH))) {
          captured.put(slot, name);
        }
      }
      slot = slot < 0 ? 1 : slot + value.getSize();
    }
    String callee = body.getName() + body.getDesc();
    facts.add(fact(body.getOwner(), callee, lambda, insn, receiver, captured, kept));
  }

  private CallFact fact(
      String type,
      String callee,
      Expr function,
      AbstractInsnNode made,
      String receiver,
      Map<Integer, String> captured,
      boolean kept) {
    Set<String> held = kept ? threadOf(function) : heldWhereUsed(function, made);
    return new CallFact(
        owner.name,
        caller,
        type,
        callee,
        held,
        receiver,
        captured,
        false,
        kept,
        kept ? List.of() : runnersOf(function));
  }

  /** Whether a function is kept, or given to something that may run it in another thread. */
  boolean isKept(Expr function) {
    return Escapes.handsOn(function, flow);
  }

  /** The one thread that runs a function, when it is given to nothing else. */
  private Set<String> threadOf(Expr function) {
    Set<String> threads = null;
    for (AbstractInsnNode use : flow.usesOf(function)) {
      if (!(use instanceof MethodInsnNode call) || isOwnConstructor(call, function)) {
        continue;
      }
      Set<String> here = new HashSet<>();
      for (Expr argument : flow.at(use).args) {
        if (fields.is(argument, FieldInits.Kind.ONE_THREAD)) {
          here.add(names.of(argument) + LockPaths.THREAD);
        }
      }
      if (threads == null) {
        threads = here;
      } else {
        threads.retainAll(here);
      }
    }
    return threads == null ? Set.of() : threads;
  }

  private boolean isOwnConstructor(MethodInsnNode call, Expr object) {
    return call.name.equals("<init>") && flow.at(call).args[0] == object;
  }

  private static Handle bodyOf(InvokeDynamicInsnNode insn) {
    for (Object argument : insn.bsmArgs) {
      if (argument instanceof Handle handle) {
        return handle;
      }
    }
    return null;
  }

  private Set<String> heldWhereUsed(Expr function, AbstractInsnNode made) {
    Set<String> held = null;
    for (AbstractInsnNode use : flow.usesOf(function)) {
      if (use instanceof MethodInsnNode call && !isOwnConstructor(call, function)) {
        Set<String> here = new HashSet<>(locks.heldAt(call));
        addLockOf(call, here);
        if (held == null) {
          held = here;
        } else {
          held.retainAll(here);
        }
      }
    }
    return held != null ? held : isChoice(function) ? locks.heldAt(made) : Set.of();
  }

  /** Whether a call is given one of several functions, of which this may be the one. */
  private boolean isChoice(Expr function) {
    for (AbstractInsnNode insn : flow.insns()) {
      Expr e = insn instanceof MethodInsnNode ? flow.at(insn) : null;
      for (Expr argument : e == null ? new Expr[0] : e.args) {
        Expr given = argument.uncast();
        if (given.op == Expr.Op.PHI && List.of(given.args).contains(function)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Libraries that run functions under a lock say so in their names. */
  private void addLockOf(MethodInsnNode call, Set<String> held) {
    String name = call.name.toLowerCase(Locale.ROOT);
    boolean runsLocked =
        name.contains("inlock") || name.contains("withlock") || name.contains("synchronized");
    boolean computes = name.startsWith("compute") && MapCalls.isConcurrent(call.owner, types);
    Expr e = flow.at(call);
    if ((runsLocked || computes) && e.args.length > 0) {
      held.add(names.of(e.args[0]) + "!" + call.name);
    }
  }

  private List<CallFact.Runner> runnersOf(Expr function) {
    List<CallFact.Runner> runners = new ArrayList<>();
    for (AbstractInsnNode use : flow.usesOf(function)) {
      if (use instanceof MethodInsnNode call && !isOwnConstructor(call, function)) {
        CallFact.Runner runner = runner(call, function);
        if (runner != null) {
          runners.add(runner);
        }
      }
    }
    return runners;
  }

  /** The call that a function is an argument of; null when it is no code that is judged. */
  private CallFact.Runner runner(MethodInsnNode call, Expr function) {
    if (!CallFacts.isOfTheCode(call.owner)) {
      return null;
    }
    Expr e = flow.at(call);
    boolean isStatic = call.getOpcode() == Opcodes.INVOKESTATIC;
    int slot = isStatic ? 0 : 1;
    int at = slot;
    for (Type type : Type.getArgumentTypes(call.desc)) {
      if (e.args[at].uncast() == function.uncast()) {
        String receiver = isStatic ? "" : names.of(e.args[0]);
        Map<Integer, String> known = arguments.of(e, call, true);
        return new CallFact.Runner(call.owner, call.name + call.desc, slot, receiver, known);
      }
      slot += type.getSize();
      at++;
    }
    return null;
  }

  /** What the method does with the functions that it is given. */
  List<RunFact> runs() {
    List<RunFact> runs = new ArrayList<>();
    int slot = (flow.method().access & Opcodes.ACC_STATIC) == 0 ? 1 : 0;
    for (Type type : Type.getArgumentTypes(flow.method().desc)) {
      Expr parameter = isFunction(type) ? parameter(slot) : null;
      if (parameter != null) {
        addRuns(parameter, slot, runs);
      }
      slot += type.getSize();
    }
    return runs;
  }

  private Expr parameter(int slot) {
    if (flow.insns().length == 0) {
      return null;
    }
    Expr e = flow.frame(flow.insns()[0]).getLocal(slot);
    return e.op == Expr.Op.PARAM ? e : null;
  }

  private void addRuns(Expr function, int slot, List<RunFact> runs) {
    for (AbstractInsnNode use : flow.usesOf(function)) {
      int opcode = use.getOpcode();
      if (use instanceof MethodInsnNode call) {
        Expr e = flow.at(call);
        boolean runsIt = call.getOpcode() != Opcodes.INVOKESTATIC && e.args[0].uncast() == function;
        CallFact.Runner next = runsIt ? null : runner(call, function);
        boolean keeps = !runsIt && next == null && Escapes.mayKeep(call);
        runs.add(new RunFact(owner.name, caller, slot, locks.heldAt(call), keeps, next));
      } else if (opcode == Opcodes.PUTFIELD
          || opcode == Opcodes.PUTSTATIC
          || opcode == Opcodes.AASTORE
          || opcode == Opcodes.ARETURN
          || use instanceof InvokeDynamicInsnNode) {
        boolean keeps = !(use instanceof InvokeDynamicInsnNode) || isKept(flow.at(use));
        runs.add(new RunFact(owner.name, caller, slot, locks.heldAt(use), keeps, null));
      }
    }
  }

  /** Whether a type is that of a function, as far as its name tells. */
  static boolean isFunction(Type type) {
    if (type.getSort() != Type.OBJECT) {
      return false;
    }
    String name = type.getInternalName();
    return name.startsWith("java/util/function/")
        || name.startsWith("scala/Function")
        || name.startsWith("kotlin/jvm/functions/")
        || name.equals("java/lang/Runnable")
        || name.equals("java/util/concurrent/Callable")
        || name.endsWith("Function")
        || name.endsWith("Supplier")
        || name.endsWith("Callable")
        || name.endsWith("Runnable")
        || name.endsWith("Consumer")
        || name.endsWith("Action")
        || name.endsWith("Callback")
        || name.endsWith("Visitor")
        || name.endsWith("Task");
  }
}
