package io.tallyfast.analysis;

import org.objectweb.asm.tree.TryCatchBlockNode;
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

  /**
   * A handler sees the locals as they were before the instruction that throws. Where they are those
   * that it sees from the instruction before, there is nothing to tell it again.
   */
  @Override
  protected boolean newControlFlowExceptionEdge(int insn, TryCatchBlockNode block) {
    int[] before = flow.predecessors(insn);
    boolean follows = before.length == 1 && before[0] == insn - 1;
    return !follows || flow.indexOf(block.start) == insn || flow.changesLocals(insn - 1);
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
