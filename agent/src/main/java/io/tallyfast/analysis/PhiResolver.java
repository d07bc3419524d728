package io.tallyfast.analysis;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;

/**
 * Finds the inputs of every merge point once the analysis has settled, and replaces those that have
 * only one.
 */
final class PhiResolver {
  private final AbstractInsnNode[] insns;
  private final ExprFrame[] frames;
  private final ExprInterpreter interpreter;
  private final ExprExecutor executor;
  private final ControlFlow flow;
  private final List<Expr> phis = new ArrayList<>();

  PhiResolver(
      AbstractInsnNode[] insns,
      ExprFrame[] frames,
      ExprInterpreter interpreter,
      ExprExecutor executor,
      ControlFlow flow) {
    this.insns = insns;
    this.frames = frames;
    this.interpreter = interpreter;
    this.executor = executor;
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
    for (int to = 0; to < insns.length; to++) {
      if (frames[to] != null && frames[to].hasPhis() && flow.predecessors(to).length > 1) {
        collectInputs(to);
      }
    }
  }

  private void collectInputs(int to) throws AnalyzerException {
    ExprFrame frame = frames[to];
    int slots = frame.getLocals() + frame.getStackSize();
    int first = phis.size();
    for (int slot = 0; slot < slots; slot++) {
      if (frame.phi(slot) != null) {
        phis.add(frame.phi(slot));
      }
    }
    List<Expr> joined = phis.subList(first, phis.size());
    List<Expr[]> values = new ArrayList<>();
    List<Integer> sources = new ArrayList<>();
    for (int p : flow.predecessors(to)) {
      if (frames[p] != null) {
        values.add(valuesFrom(p, to, joined));
        sources.add(p);
      }
    }
    for (int i = 0; i < joined.size(); i++) {
      join(joined.get(i), i, values, sources);
    }
  }

  /** The values that merge points get on one way; null where they get none. */
  private Expr[] valuesFrom(int from, int to, List<Expr> joined) throws AnalyzerException {
    boolean throwing = flow.isHandler(to);
    boolean executes = !throwing && !Insns.isMark(insns[from]);
    if (executes) {
      executor.execute(frames[from], insns[from], from);
    }
    Expr[] values = new Expr[joined.size()];
    for (int i = 0; i < values.length; i++) {
      int slot = joined.get(i).index;
      if (executes) {
        values[i] = executor.slot(slot);
      } else if (!throwing || slot < frames[to].getLocals()) {
        // A handler sees the locals as they were before the instruction that throws.
        values[i] = frames[from].slot(slot);
      }
    }
    return values;
  }

  private static void join(Expr phi, int i, List<Expr[]> values, List<Integer> sources) {
    List<Expr> inputs = new ArrayList<>();
    List<Integer> from = new ArrayList<>();
    for (int k = 0; k < values.size(); k++) {
      if (values.get(k)[i] != null) {
        inputs.add(values.get(k)[i]);
        from.add(sources.get(k));
      }
    }
    phi.joins(inputs, from);
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
        frames[i].resolve(i == 0 ? null : frames[i - 1]);
      }
    }
  }

  private static void resolveArgs(Expr e) {
    for (int i = 0; i < e.args.length; i++) {
      e.args[i] = e.args[i].resolved();
    }
  }
}
