package io.tallyfast.analysis;

import static org.objectweb.asm.Opcodes.*;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Which instruction can follow which, by position: jumps, falling through, and from every
 * instruction of a try block to its handlers. Immutable once built; dominators on demand.
 */
public final class ControlFlow {
  private static final int[] NONE = {};

  private final InsnList insns;
  private final int[][] successors;
  private final int[][] predecessors;
  private final BitSet handlers = new BitSet();
  private Dominators dominators;

  /** While it is built: from where to where, in pairs. */
  private int[] edges;

  private int edgeCount;

  ControlFlow(MethodNode method) {
    insns = method.instructions;
    int n = insns.size();
    successors = new int[n][];
    predecessors = new int[n][];
    edges = new int[2 * n + 2];
    Arrays.fill(successors, NONE);
    for (int i = 0; i < n; i++) {
      addFlow(i, insns.get(i), n);
    }
    for (TryCatchBlockNode block : method.tryCatchBlocks) {
      int handler = indexOf(block.handler);
      int end = indexOf(block.end);
      handlers.set(handler);
      for (int i = indexOf(block.start); i < end; i++) {
        edge(i, handler);
      }
    }
    turn();
  }

  /** Turns the edges round. A handler may have thousands of predecessors: so not one by one. */
  private void turn() {
    int[] counts = new int[successors.length];
    for (int k = 1; k < edgeCount; k += 2) {
      counts[edges[k]]++;
    }
    for (int i = 0; i < counts.length; i++) {
      predecessors[i] = counts[i] == 0 ? NONE : new int[counts[i]];
      counts[i] = 0;
    }
    for (int k = 0; k < edgeCount; k += 2) {
      int to = edges[k + 1];
      predecessors[to][counts[to]++] = edges[k];
    }
    edges = NONE;
  }

  private void addFlow(int i, AbstractInsnNode insn, int n) {
    int opcode = insn.getOpcode();
    if (opcode == JSR || opcode == RET) {
      throw new UnsupportedMethodException("it uses subroutines (jsr/ret) of very old compilers");
    }
    if (insn instanceof JumpInsnNode jump) {
      edge(i, indexOf(jump.label));
    } else if (insn instanceof TableSwitchInsnNode table) {
      edges(i, table.labels, table.dflt);
    } else if (insn instanceof LookupSwitchInsnNode lookup) {
      edges(i, lookup.labels, lookup.dflt);
    }
    if (!Insns.endsBlock(opcode) && i + 1 < n) {
      edge(i, i + 1);
    }
  }

  private void edges(int from, List<LabelNode> labels, LabelNode otherwise) {
    for (LabelNode label : labels) {
      edge(from, indexOf(label));
    }
    edge(from, indexOf(otherwise));
  }

  private void edge(int from, int to) {
    for (int known : successors[from]) {
      if (known == to) {
        return;
      }
    }
    successors[from] = append(successors[from], to);
    if (edgeCount == edges.length) {
      edges = Arrays.copyOf(edges, 2 * edgeCount);
    }
    edges[edgeCount++] = from;
    edges[edgeCount++] = to;
  }

  private static int[] append(int[] list, int value) {
    int[] longer = Arrays.copyOf(list, list.length + 1);
    longer[list.length] = value;
    return longer;
  }

  int indexOf(AbstractInsnNode insn) {
    return insns.indexOf(insn);
  }

  /** Whether the instruction at a position writes a local variable. */
  boolean changesLocals(int i) {
    int opcode = insns.get(i).getOpcode();
    return opcode >= ISTORE && opcode <= ASTORE || opcode == IINC;
  }

  /** The positions that can follow a position. */
  public int[] successors(int i) {
    return successors[i];
  }

  /** The positions that can come before a position. */
  public int[] predecessors(int i) {
    return predecessors[i];
  }

  /** Whether an exception can lead here. */
  boolean isHandler(int i) {
    return handlers.get(i);
  }

  /** How many instructions there are. */
  public int size() {
    return successors.length;
  }

  /** Which instruction lies on every way to another. */
  public Dominators dominators() {
    if (dominators == null) {
      dominators = new Dominators(this);
    }
    return dominators;
  }

  /** Whether a local may be looked at from a position on, with the value that it has before it. */
  public boolean isLoadedFrom(int slot, int position) {
    AbstractInsnNode insn = insns.get(position);
    if (insn instanceof VarInsnNode use && use.var == slot) {
      return use.getOpcode() < ISTORE;
    }
    return insn instanceof IincInsnNode step && step.var == slot || isLoadedAfter(slot, position);
  }

  /** Whether a local may be looked at after a position, with the value that it has there. */
  boolean isLoadedAfter(int slot, int position) {
    BitSet stores = new BitSet();
    for (int i = 0; i < size(); i++) {
      int opcode = insns.get(i).getOpcode();
      if (opcode >= ISTORE && opcode <= ASTORE && ((VarInsnNode) insns.get(i)).var == slot) {
        stores.set(i);
      }
    }
    BitSet after = reachableFrom(position, stores);
    for (int i = after.nextSetBit(0); i >= 0; i = after.nextSetBit(i + 1)) {
      AbstractInsnNode insn = insns.get(i);
      boolean loads = insn instanceof VarInsnNode use && use.var == slot && !stores.get(i);
      if (loads || insn instanceof IincInsnNode step && step.var == slot) {
        return true;
      }
    }
    return false;
  }

  /**
   * Everything that can be reached from the given position, itself excluded unless a loop leads
   * back, on ways that do not go on through a position in {@code barriers}.
   */
  public BitSet reachableFrom(int start, BitSet barriers) {
    BitSet seen = new BitSet(size());
    int[] work = new int[size() + 1];
    int top = 0;
    work[top++] = start;
    while (top > 0) {
      for (int next : successors[work[--top]]) {
        if (!seen.get(next)) {
          seen.set(next);
          if (!barriers.get(next)) {
            work[top++] = next;
          }
        }
      }
    }
    return seen;
  }
}
