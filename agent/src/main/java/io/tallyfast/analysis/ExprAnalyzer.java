package io.tallyfast.analysis;

import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.Frame;

/** ASM's data flow analyzer, told to make expressions. */
final class ExprAnalyzer extends Analyzer<Expr> {
  private final ControlFlow flow;

  ExprAnalyzer(ExprInterpreter interpreter, ControlFlow flow) {
    super(interpreter);
    this.flow = flow;
  }

  @Override
  protected Frame<Expr> newFrame(int numLocals, int numStack) {
    return new ExprFrame(this, numLocals, numStack);
  }

  @Override
  protected Frame<Expr> newFrame(Frame<? extends Expr> frame) {
    return new ExprFrame(this, frame);
  }

  /** The instruction that a frame belongs to. */
  int positionOf(ExprFrame frame) {
    Frame<Expr>[] frames = getFrames();
    for (int i = 0; i < frames.length; i++) {
      if (frames[i] == frame) {
        return i;
      }
    }
    throw new IllegalStateException("a frame of no instruction");
  }

  /** Whether an instruction can be reached in one way only. */
  boolean hasOneWayIn(int position) {
    return flow.predecessors(position).length == 1;
  }
}
