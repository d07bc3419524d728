package io.tallyfast.analysis;

import static org.objectweb.asm.Opcodes.*;

import io.tallyfast.analysis.Expr.Op;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Follows a value back to where its map is made: through variables, branches, parameters and
 * methods of the same class, and wrappers of the JDK. Used for one class; not thread-safe.
 */
final class Creations {
  /** The maps that there are guarded ones for. */
  static final Set<String> GUARDABLE =
      Set.of(
          "java/util/HashMap",
          "java/util/LinkedHashMap",
          "java/util/TreeMap",
          "java/util/EnumMap",
          "java/util/Hashtable",
          "java/util/Properties",
          "java/util/IdentityHashMap",
          "java/util/WeakHashMap");

  private final ClassNode owner;
  private final TypeOracle types;
  private final Map<MethodNode, MethodFlow> flows = new HashMap<>();
  private final Set<AbstractInsnNode> made = new LinkedHashSet<>();
  private final Set<String> outside = new LinkedHashSet<>();
  private final Set<Object> seen = new HashSet<>();

  Creations(ClassNode owner, TypeOracle types) {
    this.owner = owner;
    this.types = types;
  }

  /** Takes an analysis that was made before. */
  void knows(MethodFlow flow) {
    flows.put(flow.method(), flow);
  }

  /** What a method does; null when it cannot be analysed. */
  MethodFlow flow(MethodNode method) {
    MethodFlow flow = flows.get(method);
    if (flow == null && method.instructions.size() > 0) {
      try {
        flow = MethodFlow.of(owner.name, method);
        flows.put(method, flow);
      } catch (AnalyzerException | UnsupportedMethodException e) {
        outside.add(method.name.concat(" cannot be analysed"));
      }
    }
    return flow;
  }

  /**
   * The instructions that make the maps found so far: {@code NEW} with its constructor, or the
   * reference of a constructor in an {@code invokedynamic}.
   */
  Set<AbstractInsnNode> made() {
    return made;
  }

  /** The other places that maps came from since this was asked last, in words. */
  List<String> takeOutside() {
    List<String> result = List.copyOf(outside);
    outside.clear();
    return result;
  }

  /** Follows what is stored in a field, anywhere in the class. */
  void followField(String name, String descriptor) {
    if (!seen.add(name.concat(":").concat(descriptor))) {
      return;
    }
    for (MethodNode method : owner.methods) {
      for (AbstractInsnNode insn : method.instructions) {
        boolean stores = insn.getOpcode() == PUTFIELD || insn.getOpcode() == PUTSTATIC;
        if (stores
            && ((FieldInsnNode) insn).name.equals(name)
            && ((FieldInsnNode) insn).desc.equals(descriptor)) {
          followLastArgument(insn, method);
        }
      }
    }
  }

  /** Follows the last value that an instruction takes. */
  void followLastArgument(AbstractInsnNode insn, MethodNode method) {
    MethodFlow flow = flow(method);
    Expr made = flow == null || flow.frame(insn) == null ? null : flow.at(insn);
    if (made != null && made.args.length > 0) {
      follow(made.args[made.args.length - 1], method);
    }
  }

  private void follow(Expr value, MethodNode method) {
    Expr e = value.uncast();
    if (!seen.add(e) || e.isNull()) {
      return;
    }
    switch (e.op) {
      case NEW -> followNew(e);
      case PHI -> {
        for (Expr input : e.inputs()) {
          follow(input, method);
        }
      }
      case CALL -> followCall(e, (MethodInsnNode) e.insn, method);
      case PARAM -> followCallers(e, method);
      case FIELD, STATIC -> followOwnField((FieldInsnNode) e.insn);
      case DYNAMIC -> followFunction(e);
      default -> outside.add("it comes from elsewhere");
    }
  }

  private void followNew(Expr e) {
    boolean known = e.insn instanceof TypeInsnNode && e.constant instanceof MethodInsnNode;
    String type = known ? ((TypeInsnNode) e.insn).desc : "";
    if (GUARDABLE.contains(type)) {
      made.add(e.insn);
    } else if (!MapCalls.isConcurrent(type, types)) {
      outside.add("it is a ".concat(type.replace('/', '.')));
    }
  }

  private void followCall(Expr e, MethodInsnNode call, MethodNode method) {
    boolean wraps =
        call.owner.equals("java/util/Collections")
            && (call.name.startsWith("synchronized") || call.name.startsWith("checked"));
    boolean passes =
        call.owner.equals("java/util/Objects") && call.name.startsWith("requireNonNull");
    if (wraps || passes) {
      follow(e.args[0], method);
      if (call.name.equals("requireNonNullElse")) {
        follow(e.args[1], method);
      }
      return;
    }
    MethodNode called = call.owner.equals(owner.name) ? own(call.name, call.desc) : null;
    if (called == null || called.instructions.size() == 0) {
      outside.add("it comes from ".concat(call.owner.replace('/', '.') + "." + call.name));
    } else {
      followReturns(called);
    }
  }

  private MethodNode own(String name, String descriptor) {
    for (MethodNode method : owner.methods) {
      if (method.name.equals(name) && method.desc.equals(descriptor)) {
        return method;
      }
    }
    return null;
  }

  private void followReturns(MethodNode method) {
    if (!seen.add(method)) {
      return;
    }
    MethodFlow flow = flow(method);
    for (AbstractInsnNode insn : method.instructions) {
      if (insn.getOpcode() == ARETURN && flow != null && flow.frame(insn) != null) {
        Frame<Expr> frame = flow.frame(insn);
        follow(frame.getStack(frame.getStackSize() - 1), method);
      }
    }
  }

  /** A parameter: what the class itself passes, and whatever others may. */
  private void followCallers(Expr parameter, MethodNode method) {
    if ((method.access & ACC_PRIVATE) == 0) {
      outside.add("it is a parameter of ".concat(method.name));
    }
    int argument = argumentOf(parameter, method);
    for (MethodNode caller : owner.methods) {
      for (AbstractInsnNode insn : caller.instructions) {
        if (insn instanceof MethodInsnNode call
            && call.owner.equals(owner.name)
            && call.name.equals(method.name)
            && call.desc.equals(method.desc)) {
          MethodFlow flow = flow(caller);
          if (flow != null && flow.frame(insn) != null) {
            follow(flow.at(insn).args[argument], caller);
          }
        }
      }
    }
  }

  /** The position of a parameter among the operands of a call. */
  private static int argumentOf(Expr parameter, MethodNode method) {
    int slot = (method.access & ACC_STATIC) == 0 ? 1 : 0;
    int argument = slot;
    for (Type type : Type.getArgumentTypes(method.desc)) {
      if (slot == parameter.index) {
        return argument;
      }
      slot += type.getSize();
      argument++;
    }
    return 0;
  }

  private void followOwnField(FieldInsnNode field) {
    if (field.owner.equals(owner.name)) {
      followField(field.name, field.desc);
    } else {
      outside.add("it is ".concat(field.owner.replace('/', '.') + "." + field.name));
    }
  }

  /** A function that makes a map, as {@code computeIfAbsent} takes it. */
  private void followFunction(Expr e) {
    InvokeDynamicInsnNode insn = (InvokeDynamicInsnNode) e.insn;
    if (!insn.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory")) {
      return;
    }
    Handle target = (Handle) insn.bsmArgs[1];
    if (target.getTag() == H_NEWINVOKESPECIAL) {
      if (GUARDABLE.contains(target.getOwner())) {
        made.add(insn);
      }
    } else if (target.getOwner().equals(owner.name)) {
      MethodNode method = own(target.getName(), target.getDesc());
      if (method != null) {
        followReturns(method);
      }
    }
  }

  /** Whether an expression is a field, and which; also behind an accessor of the class. */
  FieldInsnNode fieldOf(Expr value) {
    Expr e = value.uncast();
    if (e.op == Op.FIELD || e.op == Op.STATIC) {
      return (FieldInsnNode) e.insn;
    }
    if (e.op != Op.CALL || !((MethodInsnNode) e.insn).owner.equals(owner.name)) {
      return null;
    }
    MethodInsnNode call = (MethodInsnNode) e.insn;
    MethodNode accessor = own(call.name, call.desc);
    return accessor == null ? null : returnedField(accessor);
  }

  /** The field that a short method returns; null when it does anything else. */
  static FieldInsnNode returnedField(MethodNode accessor) {
    FieldInsnNode field = null;
    for (AbstractInsnNode insn : accessor.instructions) {
      int opcode = insn.getOpcode();
      if (opcode == GETFIELD || opcode == GETSTATIC) {
        field = field == null ? (FieldInsnNode) insn : null;
      } else if (opcode >= 0 && opcode != ALOAD && opcode != ARETURN) {
        return null;
      }
    }
    return field;
  }
}
