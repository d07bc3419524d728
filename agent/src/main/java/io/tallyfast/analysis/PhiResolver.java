package io.tallyfast.analysis;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Finds the inputs of every merge point once the analysis has settled, and replaces those that have
 * only one.
 */
final class PhiResolver {
  private final AbstractInsnNode[] insns;
  private final Frame<Expr>[] frames;
  private final ExprInterpreter interpreter;
  private final ControlFlow flow;
  private final List<Expr> phis = new ArrayList<>();

  PhiResolver(
      AbstractInsnNode[] insns,
      Frame<Expr>[] frames,
      ExprInterpreter interpreter,
      ControlFlow flow) {
    this.insns = insns;
    this.frames = frames;
    this.interpreter = interpreter;
    this.flow = flow;
  }

  void resolve() throws AnalyzerException {
    collectInputs();
    boolean any = false;
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Expr phi : phis) {
        changed |= phi.resolved() == phi && simplify(phi);
      }
      any |= changed;
    }
    if (any) {
      rewriteAll();
    }
  }

  private void collectInputs() throws AnalyzerException {
    Frame<Expr>[] after = framesAfter();
    for (int to = 0; to < insns.length; to++) {
      if (frames[to] != null && flow.predecessors(to).length > 1) {
        collectInputs(to, after);
      }
    }
  }

  private void collectInputs(int to, Frame<Expr>[] after) {
    ExprFrame frame = (ExprFrame) frames[to];
    for (int slot = 0; slot < frame.getLocals() + frame.getStackSize(); slot++) {
      Expr phi = frame.phi(slot);
      if (phi == null || ExprFrame.slot(frame, slot) != phi) {
        continue;
      }
      List<Expr> values = new ArrayList<>();
      List<Integer> sources = new ArrayList<>();
      for (int p : flow.predecessors(to)) {
        Frame<Expr> source = sourceFrame(p, to, slot, after);
        if (source != null) {
          values.add(ExprFrame.slot(source, slot));
          sources.add(p);
        }
      }
      phi.joins(values, sources);
      phis.add(phi);
    }
  }

  /** A handler sees the locals as they were before the instruction that throws. */
  private Frame<Expr> sourceFrame(int from, int to, int slot, Frame<Expr>[] after) {
    if (frames[from] == null) {
      return null;
    }
    if (flow.isHandler(to)) {
      return slot < frames[to].getLocals() ? frames[from] : null;
    }
    return after[from];
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private Frame<Expr>[] framesAfter() throws AnalyzerException {
    Frame<Expr>[] after = new Frame[insns.length];
    for (int i = 0; i < insns.length; i++) {
      if (frames[i] == null) {
        continue;
      }
      after[i] = frames[i];
      if (!Insns.isMark(insns[i])) {
        after[i] = new Frame<>(frames[i]);
        after[i].execute(insns[i], interpreter);
      }
    }
    return after;
  }

  private static boolean simplify(Expr phi) {
    Expr only = null;
    for (Expr arg : phi.args) {
      Expr value = arg.resolved();
      if (value != phi && only != null && value != only) {
        return false;
      }
      if (value != phi) {
        only = value;
      }
    }
    if (only != null) {
      phi.becomes(only);
    }
    return only != null;
  }

  private void rewriteAll() {
    for (Expr phi : phis) {
      resolveArgs(phi);
    }
    for (int i = 0; i < insns.length; i++) {
      Expr e = interpreter.at(i);
      if (e != null) {
        resolveArgs(e);
      }
      if (frames[i] != null) {
        resolveFrame(frames[i]);
      }
    }
  }

  private static void resolveArgs(Expr e) {
    for (int i = 0; i < e.args.length; i++) {
      e.args[i] = e.args[i].resolved();
    }
  }

  private static void resolveFrame(Frame<Expr> frame) {
    for (int i = 0; i < frame.getLocals(); i++) {
      Expr value = frame.getLocal(i);
      Expr resolved = value.resolved();
      if (resolved != value) {
        frame.setLocal(i, resolved);
      }
    }
    for (int i = 0; i < frame.getStackSize(); i++) {
      frame.setStack(i, frame.getStack(i).resolved());
    }
  }
}
