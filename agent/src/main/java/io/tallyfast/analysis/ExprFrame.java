package io.tallyfast.analysis;

import io.tallyfast.analysis.Expr.Op;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.Interpreter;

/** A frame that makes a merge point of every slot in which two ways bring different values. */
final class ExprFrame extends Frame<Expr> {
  private final ExprAnalyzer analyzer;
  private int position = -1;
  private Expr[] phis;

  ExprFrame(ExprAnalyzer analyzer, int locals, int stack) {
    super(locals, stack);
    this.analyzer = analyzer;
  }

  ExprFrame(ExprAnalyzer analyzer, Frame<? extends Expr> frame) {
    super(frame);
    this.analyzer = analyzer;
  }

  @Override
  public boolean merge(Frame<? extends Expr> frame, Interpreter<Expr> interpreter)
      throws AnalyzerException {
    if (getStackSize() != frame.getStackSize()) {
      throw new AnalyzerException(null, "Incompatible stack heights");
    }
    if (position < 0) {
      position = analyzer.positionOf(this);
    }
    boolean oneWay = analyzer.hasOneWayIn(position);
    boolean changed = false;
    int locals = getLocals();
    for (int i = 0; i < locals; i++) {
      Expr before = getLocal(i);
      Expr other = frame.getLocal(i);
      if (before != other) {
        Expr after = oneWay ? other : join(before, other, i);
        setLocal(i, after);
        changed |= after != before;
      }
    }
    int stack = getStackSize();
    for (int i = 0; i < stack; i++) {
      Expr before = getStack(i);
      Expr other = frame.getStack(i);
      if (before != other) {
        Expr after = oneWay ? other : join(before, other, locals + i);
        setStack(i, after);
        changed |= after != before;
      }
    }
    return changed;
  }

  /** The value of a slot: locals first, then the stack. */
  static Expr slot(Frame<? extends Expr> frame, int i) {
    return i < frame.getLocals() ? frame.getLocal(i) : frame.getStack(i - frame.getLocals());
  }

  private Expr join(Expr mine, Expr other, int slot) {
    if (mine == other || mine == Expr.UNSET) {
      return mine;
    }
    if (other == Expr.UNSET || mine.getSize() != other.getSize()) {
      return Expr.UNSET;
    }
    if (phis != null && mine == phis[slot]) {
      return mine;
    }
    if (phis == null) {
      phis = new Expr[getLocals() + getMaxStackSize()];
    }
    if (phis[slot] == null) {
      phis[slot] = new Expr(Op.PHI, null, mine.getSize());
      phis[slot].index = slot;
      phis[slot].joinsAt = position;
    }
    return phis[slot];
  }

  /** The merge point made for a slot of this frame, or null. */
  Expr phi(int slot) {
    return phis == null ? null : phis[slot];
  }
}
