package io.tallyfast.analysis;

import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.Frame;

/** ASM's data flow analyzer, told to make expressions. */
final class ExprAnalyzer extends Analyzer<Expr> implements MethodFlow.Run {
  private final ControlFlow flow;
  private int target;

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

  @Override
  protected void newControlFlowEdge(int insnIndex, int successorIndex) {
    target = successorIndex;
  }

  @Override
  protected boolean newControlFlowExceptionEdge(int insnIndex, TryCatchBlockNode block) {
    target = flow.indexOf(block.handler);
    return true;
  }

  @Override
  public int target() {
    return target;
  }

  @Override
  public boolean hasOneWayIn() {
    return flow.predecessors(target).length == 1;
  }
}
