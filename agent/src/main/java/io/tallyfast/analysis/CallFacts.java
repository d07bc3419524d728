package io.tallyfast.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Collects the calls of one method that callers' locks and fresh arguments can reach through. */
final class CallFacts {
  private final ClassNode owner;
  private final MethodFlow flow;
  private final LockState locks;
  private final FieldInits fields;
  private final LockNames names;
  private final Arguments arguments;
  private final Functions functions;
  private final List<CallFact> facts = new ArrayList<>();

  CallFacts(
      ClassNode owner, MethodFlow flow, LockState locks, FieldInits fields, TypeOracle types) {
    this.owner = owner;
    this.flow = flow;
    this.locks = locks;
    this.fields = fields;
    this.names = new LockNames(owner.name, flow.method(), types);
    this.arguments = new Arguments(flow, names, new Origins(flow, types));
    this.functions = new Functions(owner, flow, locks, fields, names, arguments, types);
  }

  List<CallFact> collect() {
    for (AbstractInsnNode insn : flow.insns()) {
      if (flow.frame(insn) == null) {
        continue;
      }
      if (insn instanceof MethodInsnNode call && isOfTheCode(call.owner)) {
        add(call);
      } else if (insn instanceof InvokeDynamicInsnNode lambda) {
        functions.addLambda(lambda, facts);
      }
    }
    return facts;
  }

  /** Whether all that the method returns was made by it for its caller. */
  boolean returnsNew() {
    boolean returns = false;
    for (AbstractInsnNode insn : flow.insns()) {
      if (insn.getOpcode() == Opcodes.ARETURN && flow.frame(insn) != null) {
        returns = true;
        if (arguments.origins.reachOf(flow.at(insn).args[0], insn) != Origins.Reach.FRESH) {
          return false;
        }
      }
    }
    return returns;
  }

  /** What the method does with functions given to it. */
  List<RunFact> runs() {
    return functions.runs();
  }

  /**
   * The calls of a method that takes no lock and passes no map: its bytecode need not be analysed.
   */
  static List<CallFact> plain(ClassNode owner, MethodNode method) {
    List<CallFact> facts = new ArrayList<>();
    String caller = method.name + method.desc;
    boolean isStatic = (method.access & Opcodes.ACC_STATIC) != 0;
    List<Integer> loaded = new ArrayList<>();
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof MethodInsnNode call && isOfTheCode(call.owner)) {
        boolean own = call.owner.equals(owner.name) && call.getOpcode() != Opcodes.INVOKESTATIC;
        facts.add(
            new CallFact(
                owner.name,
                caller,
                call.owner,
                call.name + call.desc,
                Set.of(),
                own ? LockNames.THIS : "",
                passedOn(call, loaded, isStatic),
                false,
                false,
                List.of()));
      }
      if (insn instanceof VarInsnNode load && loaded != null) {
        loaded.add(load.var);
      } else if (insn.getOpcode() >= 0) {
        loaded = null;
      }
    }
    return facts;
  }

  /** The parameters that a method begins by passing on, one after the other. */
  private static Map<Integer, String> passedOn(
      MethodInsnNode call, List<Integer> loaded, boolean fromStatic) {
    int slot = call.getOpcode() == Opcodes.INVOKESTATIC ? 0 : 1;
    Type[] types = Type.getArgumentTypes(call.desc);
    if (loaded == null || loaded.size() != types.length + slot) {
      return Map.of();
    }
    Map<Integer, String> passed = new HashMap<>();
    for (int i = 0; i < types.length; i++) {
      int from = loaded.get(loaded.size() - types.length + i);
      passed.put(slot, from == 0 && !fromStatic ? LockNames.THIS : "param " + from);
      slot += types[i].getSize();
    }
    return passed;
  }

  /** Whether a method has objects of its own class at hand other than {@code this}. */
  static boolean seesOthersOfItsClass(ClassNode owner, MethodNode method) {
    String type = "L" + owner.name + ";";
    boolean calls = false;
    boolean sees = method.desc.contains(type);
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof MethodInsnNode call) {
        calls |= call.owner.equals(owner.name) && call.getOpcode() == Opcodes.INVOKEVIRTUAL;
        sees |= call.desc.endsWith(type);
      } else if (insn instanceof FieldInsnNode field) {
        sees |= field.desc.equals(type);
      } else if (insn.getOpcode() == Opcodes.CHECKCAST) {
        sees |= ((TypeInsnNode) insn).desc.equals(owner.name);
      }
    }
    return calls && sees;
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
    Set<String> held = locks.heldAt(call);
    boolean anonymous = call.name.equals("<init>") && CallFact.isAnonymous(call.owner);
    boolean kept = anonymous && functions.isKept(e.args[0]);
    facts.add(
        new CallFact(
            owner.name,
            flow.method().name + flow.method().desc,
            call.owner,
            call.name + call.desc,
            held,
            isStatic ? "" : arguments.receiver(e.args[0], call, !held.isEmpty()),
            arguments.of(e, call, anonymous && !kept),
            !isStatic && isOwned(e.args[0]),
            kept,
            List.of()));
    if (anonymous) {
      functions.addObject(call, e, facts);
    }
  }

  /** Whether an object was made for a field of {@code this}, and so is locked by its owner. */
  private boolean isOwned(Expr receiver) {
    Expr e = receiver.uncast();
    return e.op == Expr.Op.FIELD
        && names.of(e.args[0]).equals(LockNames.THIS)
        && fields.is(e, FieldInits.Kind.OWN);
  }

  /** Names the arguments of calls. */
  record Arguments(MethodFlow flow, LockNames names, Origins origins) {
    private static final int SHORT = 8;

    /** The name of a receiver; a long one only where it may be needed. */
    String receiver(Expr receiver, AbstractInsnNode at, boolean inFull) {
      Expr e = receiver.uncast();
      if (e.op == Expr.Op.NEW && origins.reachOf(e, at) == Origins.Reach.FRESH) {
        return CallFact.FRESH;
      }
      return inFull || isShort(e) ? names.of(e) : "";
    }

    /** Whether few fields lead to it; a loop over a list leads through one field for ever. */
    private static boolean isShort(Expr object) {
      Expr e = object;
      for (int fields = 0; fields <= SHORT && e.op == Expr.Op.FIELD; fields++) {
        e = e.args[0].uncast();
      }
      return e.op == Expr.Op.PARAM || e.op == Expr.Op.STATIC;
    }

    Map<Integer, String> of(Expr e, MethodInsnNode call, boolean all) {
      Map<Integer, String> known = null;
      boolean isStatic = call.getOpcode() == Opcodes.INVOKESTATIC;
      int slot = isStatic ? 0 : 1;
      int at = slot;
      for (Type type : Type.getArgumentTypes(call.desc)) {
        String name = "";
        if (all) {
          name = captured(e.args[at], call);
        } else if (isObject(type)) {
          name = nameOf(e.args[at], type, call);
        }
        if (!name.isEmpty()) {
          known = known == null ? new HashMap<>() : known;
          known.put(slot, name);
        }
        slot += type.getSize();
        at++;
      }
      return known == null ? Map.of() : known;
    }

    private static boolean isObject(Type type) {
      return type.getSort() == Type.OBJECT && !type.getDescriptor().startsWith("Ljava/lang/");
    }

    private String nameOf(Expr argument, Type type, AbstractInsnNode at) {
      if (type.getDescriptor().endsWith("Map;")) {
        Origins.Reach reach = origins.reachOf(argument, at);
        boolean fresh = reach == Origins.Reach.FRESH || reach == Origins.Reach.THREAD_LOCAL;
        return fresh ? CallFact.FRESH : result(argument, at);
      }
      Expr e = argument.uncast();
      if (e.op == Expr.Op.NEW && origins.reachOf(e, at) == Origins.Reach.FRESH) {
        return CallFact.FRESH;
      }
      return isShort(e) ? names.of(argument) : "";
    }

    private String result(Expr argument, AbstractInsnNode at) {
      Expr e = argument.uncast();
      if (e.op == Expr.Op.PHI) {
        return oneOf(e, at);
      }
      String name = names.of(argument);
      return origins.isOwnResult(argument, at) ? name + CallFact.RESULT : name;
    }

    /** The names of all that a value may be, when every one of them is out of others' reach. */
    private String oneOf(Expr phi, AbstractInsnNode at) {
      StringBuilder all = new StringBuilder();
      for (Expr input : phi.inputs()) {
        boolean fresh = origins.reachOf(input, at) == Origins.Reach.FRESH;
        if (!fresh && !origins.isOwnResult(input, at)) {
          return names.of(phi);
        }
        all.append(all.length() == 0 ? "" : CallFact.OR);
        all.append(fresh ? CallFact.FRESH : names.of(input) + CallFact.RESULT);
      }
      return all.toString();
    }

    /** The name of what a function captures. */
    String captured(Expr value, AbstractInsnNode at) {
      if (value.getSize() == 2) {
        return "";
      }
      Origins.Reach reach = origins.reachOf(value, at);
      boolean fresh = reach == Origins.Reach.FRESH || reach == Origins.Reach.THREAD_LOCAL;
      return fresh ? CallFact.FRESH : result(value, at);
    }
  }
}
