package io.tallyfast.analysis;

import io.tallyfast.analysis.Expr.Op;
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
import org.objectweb.asm.tree.MethodNode;

/** Collects the calls of one method that callers' locks and fresh arguments can reach through. */
final class CallFacts {
  private final ClassNode owner;
  private final MethodFlow flow;
  private final LockState locks;
  private final Origins origins;
  private final LockNames names;
  private final TypeOracle types;
  private final List<CallFact> facts = new ArrayList<>();

  CallFacts(ClassNode owner, MethodFlow flow, LockState locks, TypeOracle types) {
    this.owner = owner;
    this.flow = flow;
    this.locks = locks;
    this.types = types;
    this.origins = new Origins(flow, types);
    this.names = new LockNames(owner.name, flow.method());
  }

  List<CallFact> collect() {
    for (AbstractInsnNode insn : flow.insns()) {
      if (flow.frame(insn) == null) {
        continue;
      }
      if (insn instanceof MethodInsnNode call && isOfTheCode(call.owner)) {
        add(call);
      } else if (insn instanceof InvokeDynamicInsnNode lambda) {
        addLambda(lambda);
      }
    }
    return facts;
  }

  /**
   * The calls of a method that takes no lock and passes no map: its bytecode need not be analysed.
   */
  static List<CallFact> plain(ClassNode owner, MethodNode method) {
    List<CallFact> facts = new ArrayList<>();
    String caller = method.name + method.desc;
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof MethodInsnNode call && isOfTheCode(call.owner)) {
        boolean onThis = call.owner.equals(owner.name) && call.getOpcode() != Opcodes.INVOKESTATIC;
        String callee = call.name + call.desc;
        facts.add(new CallFact(owner.name, caller, call.owner, callee, Set.of(), Map.of(), onThis));
      }
    }
    return facts;
  }

  static boolean isOfTheCode(String type) {
    return !type.startsWith("java/")
        && !type.startsWith("javax/")
        && !type.startsWith("scala/")
        && !type.startsWith("kotlin/")
        && !type.startsWith("[");
  }

  private void add(MethodInsnNode call) {
    Expr e = flow.at(call);
    boolean isStatic = call.getOpcode() == Opcodes.INVOKESTATIC;
    Set<String> held = new HashSet<>();
    for (String lock : locks.heldAt(call)) {
      held.add(asCalleeNames(lock, e, isStatic));
    }
    boolean onThis = !isStatic && names.of(e.args[0]).equals(LockNames.THIS);
    put(call.owner, call.name + call.desc, held, freshArguments(e, isStatic, call), onThis);
  }

  private void put(
      String type, String callee, Set<String> held, Map<Integer, Integer> fresh, boolean onThis) {
    String caller = flow.method().name + flow.method().desc;
    facts.add(new CallFact(owner.name, caller, type, callee, held, fresh, onThis));
  }

  private String asCalleeNames(String lock, Expr call, boolean isStatic) {
    if (isStatic) {
      return lock.startsWith("this") ? owner.name + "#" + lock : lock;
    }
    String receiver = names.of(call.args[0]);
    if (lock.equals(receiver)) {
      return LockNames.THIS;
    }
    if (lock.startsWith(receiver + ".")) {
      return LockNames.THIS + lock.substring(receiver.length());
    }
    return lock.startsWith("this") ? owner.name + "#" + lock : lock;
  }

  private Map<Integer, Integer> freshArguments(Expr call, boolean isStatic, AbstractInsnNode at) {
    Map<Integer, Integer> fresh = new HashMap<>();
    Type[] arguments = Type.getArgumentTypes(((MethodInsnNode) call.insn).desc);
    int slot = isStatic ? 0 : 1;
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].getDescriptor().endsWith("Map;")) {
        addFresh(fresh, slot, call.args[i + (isStatic ? 0 : 1)], at);
      }
      slot += arguments[i].getSize();
    }
    return fresh;
  }

  private void addFresh(Map<Integer, Integer> fresh, int slot, Expr argument, AbstractInsnNode at) {
    Origins.Reach reach = origins.reachOf(argument, at);
    if (reach == Origins.Reach.PARAMETER && argument.uncast().op == Op.PARAM) {
      fresh.put(slot, argument.uncast().index);
    } else if (reach == Origins.Reach.FRESH || reach == Origins.Reach.THREAD_LOCAL) {
      fresh.put(slot, -1);
    }
  }

  /** The body of a lambda that is run on the spot runs under the locks held where it is given. */
  private void addLambda(InvokeDynamicInsnNode insn) {
    Handle body = bodyOf(insn);
    Expr lambda = flow.at(insn);
    if (body == null || lambda == null || !body.getOwner().equals(owner.name)) {
      return;
    }
    boolean handedOn = Escapes.handsOn(lambda, flow);
    Set<String> held = handedOn ? Set.of() : heldWhereUsed(lambda, insn);
    Map<Integer, Integer> fresh = new HashMap<>();
    int slot = 0;
    boolean onThis = false;
    for (Expr captured : lambda.args) {
      if (!handedOn) {
        addFresh(fresh, slot, captured, insn);
      }
      onThis |= slot == 0 && names.of(captured).equals(LockNames.THIS);
      slot += captured.getSize();
    }
    put(owner.name, body.getName() + body.getDesc(), held, fresh, onThis && !handedOn);
  }

  private static Handle bodyOf(InvokeDynamicInsnNode insn) {
    for (Object argument : insn.bsmArgs) {
      if (argument instanceof Handle handle) {
        return handle;
      }
    }
    return null;
  }

  private Set<String> heldWhereUsed(Expr lambda, InvokeDynamicInsnNode insn) {
    Set<String> held = new HashSet<>(locks.heldAt(insn));
    for (AbstractInsnNode use : flow.usesOf(lambda)) {
      if (use instanceof MethodInsnNode call) {
        String name = call.name.toLowerCase(Locale.ROOT);
        boolean runsLocked =
            name.contains("inlock") || name.contains("withlock") || name.contains("synchronized");
        boolean computes = name.startsWith("compute") && MapCalls.isConcurrent(call.owner, types);
        if (runsLocked || computes) {
          held.add((computes ? "the map's own " : "lock of ") + call.name);
        }
      }
    }
    return held;
  }
}
