package io.tallyfast.analysis;

import static org.objectweb.asm.Opcodes.*;

import io.tallyfast.analysis.Expr.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;

/**
 * Makes plain calls of what Groovy's static compiler calls by name with an array of arguments, as
 * in {@code invokeMethodN(Class, map, "putAt", new Object[] {k, v})}. It changes the method, which
 * must be one that is only looked at. Used for one method.
 */
final class GroovyCalls {
  private static final String OBJECT = "Ljava/lang/Object;";
  private static final String METHODS = "org/codehaus/groovy/runtime/DefaultGroovyMethods";
  private static final Map<String, String> KNOWN =
      Map.of(
          "getAt", "(Ljava/util/Map;" + OBJECT + ")" + OBJECT,
          "putAt", "(Ljava/util/Map;" + OBJECT + OBJECT + ")" + OBJECT,
          "plus", "(" + OBJECT + OBJECT + ")" + OBJECT,
          "minus", "(" + OBJECT + OBJECT + ")" + OBJECT);

  private final MethodFlow flow;
  private final InsnList code;

  private GroovyCalls(MethodFlow flow) {
    this.flow = flow;
    this.code = flow.method().instructions;
  }

  /** The flow of the method with plain calls; the same flow where there was nothing to do. */
  static MethodFlow simplified(ClassNode owner, MethodFlow flow) throws AnalyzerException {
    boolean changed = false;
    for (AbstractInsnNode insn : flow.insns()) {
      if (isByName(insn) && flow.frame(insn) != null) {
        changed |= new GroovyCalls(flow).simplify((MethodInsnNode) insn);
      }
    }
    return changed ? MethodFlow.of(owner, flow.method()) : flow;
  }

  /** Whether an instruction is a call by name. */
  static boolean isByName(AbstractInsnNode insn) {
    return Insns.isCall(insn, "org/codehaus/groovy/runtime/ScriptBytecodeAdapter", "invokeMethodN");
  }

  private boolean simplify(MethodInsnNode call) {
    Expr[] args = flow.at(call).args;
    Expr name = args[2].uncast();
    Expr array = args[3];
    String descriptor = name.constant instanceof String s ? KNOWN.get(s) : null;
    if (descriptor == null || array.opcode() != ANEWARRAY || args[0].op != Op.CONST) {
      return false;
    }
    List<AbstractInsnNode> gone = new ArrayList<>();
    gone.add(args[0].insn);
    gone.add(name.insn);
    if (args[2] != name) {
      gone.add(args[2].insn);
    }
    gone.add(array.args[0].insn);
    gone.add(array.insn);
    int stores = 0;
    for (AbstractInsnNode use : flow.usesOf(array)) {
      if (use.getOpcode() == AASTORE) {
        AbstractInsnNode index = flow.at(use).args[1].insn;
        gone.add(index.getPrevious());
        gone.add(index);
        gone.add(use);
        stores++;
      } else if (use != call) {
        return false;
      }
    }
    if (stores != Type.getArgumentCount(descriptor) - 1 || !areSimple(gone)) {
      return false;
    }
    for (AbstractInsnNode each : gone) {
      code.remove(each);
    }
    code.set(call, new MethodInsnNode(INVOKESTATIC, METHODS, (String) name.constant, descriptor));
    return true;
  }

  /** Whether each only pushes a constant, or makes or fills the array, and stands in the code. */
  private boolean areSimple(List<AbstractInsnNode> insns) {
    for (AbstractInsnNode insn : insns) {
      int opcode = insn.getOpcode();
      boolean pushes = opcode >= ICONST_M1 && opcode <= LDC || opcode == DUP;
      boolean fills = opcode == ANEWARRAY || opcode == AASTORE || opcode == CHECKCAST;
      if (!pushes && !fills || !code.contains(insn)) {
        return false;
      }
    }
    return true;
  }
}
