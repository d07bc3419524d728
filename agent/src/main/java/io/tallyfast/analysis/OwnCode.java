package io.tallyfast.analysis;

import static org.objectweb.asm.Opcodes.*;

import io.tallyfast.analysis.Expr.Op;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;

/** The methods of one class, and what each value in them is. Not thread-safe. */
final class OwnCode {
  private final ClassNode owner;
  private final Map<MethodNode, MethodFlow> flows = new HashMap<>();
  private final Set<String> failures = new LinkedHashSet<>();

  OwnCode(ClassNode owner) {
    this.owner = owner;
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
        flow = MethodFlow.of(owner, method);
        flows.put(method, flow);
      } catch (AnalyzerException | UnsupportedMethodException e) {
        failures.add(method.name.concat(" cannot be analysed"));
      }
    }
    return flow;
  }

  /** The expression of an instruction; null where it is never reached or cannot be analysed. */
  Expr at(AbstractInsnNode insn, MethodNode method) {
    MethodFlow flow = flow(method);
    return flow == null || flow.frame(insn) == null ? null : flow.at(insn);
  }

  /** The methods that could not be analysed since this was asked last, in words. */
  List<String> takeFailures() {
    List<String> result = List.copyOf(failures);
    failures.clear();
    return result;
  }

  boolean isOwn(String className) {
    return className.equals(owner.name);
  }

  List<MethodNode> methods() {
    return owner.methods;
  }

  /** A method of the class; null when it has none like this. */
  MethodNode method(String name, String descriptor) {
    for (MethodNode method : owner.methods) {
      if (method.name.equals(name) && method.desc.equals(descriptor)) {
        return method;
      }
    }
    return null;
  }

  /** The position of a parameter among the operands of a call. */
  static int argumentOf(Expr parameter, MethodNode method) {
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

  /** Whether an expression is a field, and which; also behind an accessor of the class. */
  FieldInsnNode fieldOf(Expr value) {
    Expr e = value.uncast();
    if (e.op == Op.FIELD || e.op == Op.STATIC) {
      return (FieldInsnNode) e.insn;
    }
    if (e.op != Op.CALL || !isOwn(((MethodInsnNode) e.insn).owner)) {
      return null;
    }
    MethodInsnNode call = (MethodInsnNode) e.insn;
    MethodNode accessor = method(call.name, call.desc);
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
