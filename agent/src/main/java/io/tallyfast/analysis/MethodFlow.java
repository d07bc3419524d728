package io.tallyfast.analysis;

import io.tallyfast.analysis.Expr.Op;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;

/**
 * What one method does, as expressions: which value every instruction makes, what every slot holds
 * before it, and which instruction can follow which. Computed once; not thread-safe.
 */
public final class MethodFlow {
  /** More slots than this (instructions times frame size) and the method is left alone. */
  static final long MAX_SLOTS = 40_000_000L;

  private final ClassNode owner;
  private final MethodNode method;
  private final AbstractInsnNode[] insns;
  private final ExprFrame[] frames;
  private final ExprInterpreter interpreter;
  private final ControlFlow flow;
  private final Map<Expr, List<AbstractInsnNode>> uses = new HashMap<>();
  private Map<AbstractInsnNode, Integer> positions;

  private MethodFlow(
      ClassNode owner,
      MethodNode method,
      AbstractInsnNode[] insns,
      ExprFrame[] frames,
      ExprInterpreter interpreter,
      ControlFlow flow) {
    this.owner = owner;
    this.method = method;
    this.insns = insns;
    this.frames = frames;
    this.interpreter = interpreter;
    this.flow = flow;
  }

  /**
   * Analyses a method.
   *
   * @param owner its class
   * @throws AnalyzerException when the method is not valid bytecode
   * @throws UnsupportedMethodException when it is too large, or uses subroutines
   */
  public static MethodFlow of(ClassNode owner, MethodNode method) throws AnalyzerException {
    long slots = (long) method.instructions.size() * (method.maxLocals + method.maxStack);
    if (slots > MAX_SLOTS) {
      throw new UnsupportedMethodException("the method is too large to analyse");
    }
    ControlFlow flow = flowOf(method);
    AbstractInsnNode[] insns = method.instructions.toArray();
    ExprInterpreter interpreter = new ExprInterpreter(insns.length);
    ExprExecutor executor = new ExprExecutor(interpreter, method.maxStack);
    ExprFrame[] frames = new ExprAnalyzer(method, insns, flow, executor).analyze(owner.name);
    new PhiResolver(insns, frames, interpreter, executor, flow).resolve();
    MethodFlow result = new MethodFlow(owner, method, insns, frames, interpreter, flow);
    result.recordUses();
    return result;
  }

  /**
   * Where a loop begins with the method itself, its parameters meet there with what the loop made
   * of them. A mark before it makes the two ways two.
   */
  private static ControlFlow flowOf(MethodNode method) {
    ControlFlow flow = new ControlFlow(method);
    if (method.instructions.size() == 0 || flow.predecessors(0).length == 0) {
      return flow;
    }
    method.instructions.insert(new LabelNode());
    return new ControlFlow(method);
  }

  private void recordUses() {
    for (int i = 0; i < insns.length; i++) {
      Expr e = interpreter.at(i);
      if (e == null || e.op == Op.NEW && insns[i].getOpcode() == org.objectweb.asm.Opcodes.NEW) {
        continue;
      }
      for (Expr arg : e.args) {
        List<AbstractInsnNode> known = uses.get(arg);
        if (known == null) {
          known = new ArrayList<>();
          uses.put(arg, known);
        }
        known.add(insns[i]);
      }
    }
  }

  /** The class of the method. */
  ClassNode owner() {
    return owner;
  }

  /** The method. */
  public MethodNode method() {
    return method;
  }

  /** The instructions in their order; not to be changed. */
  public AbstractInsnNode[] insns() {
    return insns;
  }

  /** The position of an instruction when the method was analysed, whatever was inserted since. */
  public int indexOf(AbstractInsnNode insn) {
    if (positions == null && method.instructions.size() == insns.length) {
      int position = method.instructions.indexOf(insn);
      if (position >= 0 && position < insns.length && insns[position] == insn) {
        return position;
      }
    }
    return positions().get(insn);
  }

  /** Only for a method that has been changed: while it has not, its list knows the positions. */
  private Map<AbstractInsnNode, Integer> positions() {
    if (positions == null) {
      positions = new HashMap<>();
      for (int i = 0; i < insns.length; i++) {
        positions.put(insns[i], i);
      }
    }
    return positions;
  }

  /** The position of the instruction that made a value, -1 when there is none. */
  int positionOf(Expr value) {
    return value.insn == null ? -1 : indexOf(value.insn);
  }

  /** The value that an instruction makes, or null where it is never reached or makes none. */
  public Expr at(AbstractInsnNode insn) {
    return interpreter.at(indexOf(insn));
  }

  /** What the slots hold before an instruction, null when it is never reached. */
  public ExprFrame frame(AbstractInsnNode insn) {
    return frames[indexOf(insn)];
  }

  /**
   * The instructions that take this value as an operand; stores and loads of locals do not count.
   */
  public List<AbstractInsnNode> usesOf(Expr value) {
    return uses.getOrDefault(value, List.of());
  }

  /** Which instruction can follow which. */
  public ControlFlow control() {
    return flow;
  }
}
