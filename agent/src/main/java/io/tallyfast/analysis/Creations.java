package io.tallyfast.analysis;

import static org.objectweb.asm.Opcodes.*;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

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

  private final OwnCode code;
  private final TypeOracle types;
  private final Set<AbstractInsnNode> made = new LinkedHashSet<>();
  private final Set<String> outside = new LinkedHashSet<>();
  private final Set<Object> seen = new HashSet<>();

  Creations(OwnCode code, TypeOracle types) {
    this.code = code;
    this.types = types;
  }

  /** The names of {@link #GUARDABLE}, as they stand in class files. */
  static byte[][] classNames() {
    byte[][] all = new byte[GUARDABLE.size()][];
    int i = 0;
    for (String type : GUARDABLE) {
      all[i++] = type.getBytes(StandardCharsets.US_ASCII);
    }
    return all;
  }

  /**
   * The instructions that make the maps found so far: {@code NEW} with its constructor, the
   * reference of a constructor in an {@code invokedynamic}, a call that {@link Factories} knows, or
   * one that wraps such a map into one that locks itself.
   */
  Set<AbstractInsnNode> made() {
    return made;
  }

  /** The other places that maps came from since this was asked last, in words. */
  List<String> takeOutside() {
    outside.addAll(code.takeFailures());
    List<String> result = List.copyOf(outside);
    outside.clear();
    return result;
  }

  /** Follows what is stored in a field, anywhere in the class. */
  void followField(String name, String descriptor) {
    if (!seen.add(name.concat(":").concat(descriptor))) {
      return;
    }
    for (MethodNode method : code.methods()) {
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
    Expr made = code.at(insn, method);
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
    if (Factories.isCollect(call)) {
      followCollector(e.args[e.args.length - 1].uncast(), call, method);
    } else if (Factories.typeOf(call) != null) {
      made.add(call);
    } else if (passesOn(call)) {
      follow(e.args[0], method);
      if (call.name.equals("requireNonNullElse")) {
        follow(e.args[1], method);
      }
      if (isSynchronized(call)) {
        made.add(call);
      }
    } else {
      MethodNode called = code.isOwn(call.owner) ? code.method(call.name, call.desc) : null;
      if (called == null || called.instructions.size() == 0) {
        outside.add(from(call));
      } else {
        followReturns(called);
      }
    }
  }

  private static String from(MethodInsnNode call) {
    return "it comes from ".concat(call.owner.replace('/', '.') + "." + call.name);
  }

  private static boolean passesOn(MethodInsnNode call) {
    return call.owner.equals("java/util/Objects") && call.name.startsWith("requireNonNull")
        || call.owner.equals("java/util/Collections")
            && (call.name.startsWith("synchronized") || call.name.startsWith("checked"));
  }

  /** Whether a call wraps a map into one that locks itself. */
  static boolean isSynchronized(MethodInsnNode call) {
    return call.owner.equals("java/util/Collections") && call.name.equals("synchronizedMap");
  }

  /** What a collector makes, or the function that it was given for it. */
  private void followCollector(Expr collector, MethodInsnNode collect, MethodNode method) {
    int supplier =
        collector.op == Expr.Op.CALL ? Factories.supplierOf((MethodInsnNode) collector.insn) : -2;
    if (supplier >= 0) {
      follow(collector.args[supplier], method);
    } else if (supplier == -1) {
      made.add(collect);
    } else {
      outside.add(from(collect));
    }
  }

  private void followReturns(MethodNode method) {
    if (!seen.add(method)) {
      return;
    }
    MethodFlow flow = code.flow(method);
    for (AbstractInsnNode insn : method.instructions) {
      if (insn.getOpcode() == ARETURN && flow != null && flow.frame(insn) != null) {
        ExprFrame frame = flow.frame(insn);
        follow(frame.getStack(frame.getStackSize() - 1), method);
      }
    }
  }

  /** A parameter: what the class itself passes, and whatever others may. */
  private void followCallers(Expr parameter, MethodNode method) {
    if ((method.access & ACC_PRIVATE) == 0) {
      outside.add("it is a parameter of ".concat(method.name));
    }
    int argument = OwnCode.argumentOf(parameter, method);
    for (MethodNode caller : code.methods()) {
      for (AbstractInsnNode insn : caller.instructions) {
        if (insn instanceof MethodInsnNode call
            && code.isOwn(call.owner)
            && call.name.equals(method.name)
            && call.desc.equals(method.desc)) {
          Expr passed = code.at(insn, caller);
          if (passed != null) {
            follow(passed.args[argument], caller);
          }
        }
      }
    }
  }

  private void followOwnField(FieldInsnNode field) {
    if (code.isOwn(field.owner)) {
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
    } else if (code.isOwn(target.getOwner())) {
      MethodNode method = code.method(target.getName(), target.getDesc());
      if (method != null) {
        followReturns(method);
      }
    }
  }
}
