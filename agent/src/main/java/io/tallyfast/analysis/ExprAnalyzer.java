package io.tallyfast.analysis;

import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;

/**
 * Data flow analysis that makes expressions, in the way of ASM's analyzer, which knows nothing of
 * values that stay the same from one instruction to the next. Used once; not thread-safe.
 */
final class ExprAnalyzer {
  private static final Expr[] NONE = {};

  private final MethodNode method;
  private final AbstractInsnNode[] insns;
  private final ControlFlow flow;
  private final ExprExecutor executor;
  private final ExprFrame[] frames;
  private final Expr[] caught;
  private final int[] work;
  private final boolean[] isOpen;
  private List<TryCatchBlockNode>[] handlers;
  private int open;
  private long steps;

  ExprAnalyzer(
      MethodNode method, AbstractInsnNode[] insns, ControlFlow flow, ExprExecutor executor) {
    this.method = method;
    this.insns = insns;
    this.flow = flow;
    this.executor = executor;
    this.frames = new ExprFrame[insns.length];
    this.caught = new Expr[insns.length];
    this.work = new int[insns.length];
    this.isOpen = new boolean[insns.length];
  }

  /**
   * Analyses a method.
   *
   * @param owner internal name of its class
   * @return what the slots hold before each instruction; null for those never reached
   */
  ExprFrame[] analyze(String owner) throws AnalyzerException {
    if (insns.length == 0) {
      return frames;
    }
    indexHandlers();
    merge(0, parameters(owner), NONE);
    while (open > 0) {
      int at = work[--open];
      isOpen[at] = false;
      try {
        step(at);
      } catch (AnalyzerException e) {
        throw new AnalyzerException(
            e.node, "Error at instruction " + at + ": " + e.getMessage(), e);
      } catch (IndexOutOfBoundsException e) {
        String what = "Error at instruction " + at + ": " + e.getMessage();
        throw new AnalyzerException(insns[at], what, e);
      }
    }
    return frames;
  }

  private Expr[] parameters(String owner) {
    Expr[] locals = new Expr[method.maxLocals];
    Arrays.fill(locals, Expr.UNSET);
    int slot = 0;
    if ((method.access & ACC_STATIC) == 0) {
      locals[slot] = ExprInterpreter.parameter(slot, Type.getObjectType(owner));
      slot++;
    }
    for (Type type : Type.getArgumentTypes(method.desc)) {
      locals[slot] = ExprInterpreter.parameter(slot, type);
      slot += type.getSize();
    }
    return locals;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private void indexHandlers() {
    if (method.tryCatchBlocks.isEmpty()) {
      return;
    }
    handlers = new List[insns.length];
    for (TryCatchBlockNode block : method.tryCatchBlocks) {
      for (int i = flow.indexOf(block.start); i < flow.indexOf(block.end); i++) {
        handlers[i] = handlers[i] == null ? new ArrayList<>(2) : handlers[i];
        handlers[i].add(block);
      }
    }
  }

  private void step(int at) throws AnalyzerException {
    ExprFrame frame = frames[at];
    AbstractInsnNode insn = insns[at];
    steps += frame.getLocals() + 1L;
    if (steps > 10 * MethodFlow.MAX_SLOTS) {
      throw new UnsupportedMethodException("the method is too large to analyse");
    }
    if (Insns.isMark(insn)) {
      merge(at + 1, frame.locals(), frame.stack());
    } else {
      executor.execute(frame, insn, at);
      goOn(at, insn, executor.locals(), executor.stack());
    }
    if (handlers != null && handlers[at] != null) {
      for (TryCatchBlockNode block : handlers[at]) {
        if (tellsHandler(at, block)) {
          int handler = flow.indexOf(block.handler);
          merge(handler, frame.locals(), new Expr[] {caughtAt(handler)});
        }
      }
    }
  }

  private void goOn(int at, AbstractInsnNode insn, Expr[] locals, Expr[] stack)
      throws AnalyzerException {
    int opcode = insn.getOpcode();
    if (insn instanceof JumpInsnNode jump) {
      if (opcode != GOTO) {
        merge(at + 1, locals, stack);
      }
      merge(flow.indexOf(jump.label), locals, stack);
    } else if (insn instanceof TableSwitchInsnNode table) {
      mergeAll(table.dflt, table.labels, locals, stack);
    } else if (insn instanceof LookupSwitchInsnNode lookup) {
      mergeAll(lookup.dflt, lookup.labels, locals, stack);
    } else if (!Insns.endsBlock(opcode)) {
      merge(at + 1, locals, stack);
    }
  }

  private void mergeAll(LabelNode otherwise, List<LabelNode> labels, Expr[] locals, Expr[] stack)
      throws AnalyzerException {
    merge(flow.indexOf(otherwise), locals, stack);
    for (LabelNode label : labels) {
      merge(flow.indexOf(label), locals, stack);
    }
  }

  private void merge(int to, Expr[] locals, Expr[] stack) throws AnalyzerException {
    if (to >= frames.length) {
      throw new AnalyzerException(null, "Execution can fall off the end of the code");
    }
    ExprFrame frame = frames[to];
    boolean changed = frame == null;
    if (changed) {
      frames[to] = new ExprFrame(locals, stack);
    } else if (frame.getStackSize() != stack.length) {
      throw new AnalyzerException(null, "Incompatible stack heights");
    } else if (flow.predecessors(to).length == 1) {
      changed = frame.becomes(locals, stack);
    } else {
      changed = frame.join(locals, stack, to);
    }
    if (changed && !isOpen[to]) {
      isOpen[to] = true;
      work[open++] = to;
    }
  }

  private Expr caughtAt(int handler) {
    if (caught[handler] == null) {
      caught[handler] = new Expr(Expr.Op.OTHER, null, 1);
    }
    return caught[handler];
  }

  /**
   * A handler sees the locals as they were before the instruction that throws. Where they are those
   * that it sees from the instruction before, there is nothing to tell it again.
   */
  private boolean tellsHandler(int insn, TryCatchBlockNode block) {
    int[] before = flow.predecessors(insn);
    boolean follows = before.length == 1 && before[0] == insn - 1;
    return !follows || flow.indexOf(block.start) == insn || flow.changesLocals(insn - 1);
  }
}
