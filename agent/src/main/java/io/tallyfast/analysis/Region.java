package io.tallyfast.analysis;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Whether a stretch of code is entered at its beginning only, and left at its end only, but for
 * exceptions. Answers for one method; not thread-safe.
 */
final class Region {
  private final MethodFlow flow;
  private final AbstractInsnNode[] insns;

  Region(MethodFlow flow) {
    this.flow = flow;
    this.insns = flow.insns();
  }

  /** The first position from this one on that is an instruction. */
  int skipMarks(int position) {
    int at = position;
    while (at < insns.length && Insns.isMark(insns[at])) {
      at++;
    }
    return at;
  }

  /** The position behind a call, its unused result, and the marks that follow. */
  int behindStatement(int call) {
    int at = skipMarks(call + 1);
    if (at < insns.length && insns[at].getOpcode() == Opcodes.POP) {
      return skipMarks(at + 1);
    }
    return call + 1;
  }

  /** Whether the positions from {@code start} up to, but without, {@code end} are closed. */
  boolean isClosed(int start, int end) {
    if (end >= insns.length) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (i > start && (flow.control().isHandler(i) || isEntered(i, start, end))
          || leaves(i, end)) {
        return false;
      }
    }
    return liesInWholeBlocks(start, end);
  }

  private boolean isEntered(int position, int start, int end) {
    for (int before : flow.control().predecessors(position)) {
      if (before < start || before >= end) {
        return true;
      }
    }
    return false;
  }

  /** Whether control can go on elsewhere than further down in the region, or just behind it. */
  private boolean leaves(int position, int end) {
    if (Insns.endsBlock(insns[position].getOpcode()) && targets(insns[position]).isEmpty()) {
      return true;
    }
    for (LabelNode target : targets(insns[position])) {
      int to = flow.indexOf(target);
      if (to <= position || to >= end) {
        return true;
      }
    }
    return false;
  }

  private static List<LabelNode> targets(AbstractInsnNode insn) {
    List<LabelNode> targets = new ArrayList<>();
    if (insn instanceof JumpInsnNode jump) {
      targets.add(jump.label);
    } else if (insn instanceof TableSwitchInsnNode table) {
      targets.addAll(table.labels);
      targets.add(table.dflt);
    } else if (insn instanceof LookupSwitchInsnNode lookup) {
      targets.addAll(lookup.labels);
      targets.add(lookup.dflt);
    }
    return targets;
  }

  /** Whether every try block has all of the region in it, or nothing. */
  private boolean liesInWholeBlocks(int start, int end) {
    for (TryCatchBlockNode block : flow.method().tryCatchBlocks) {
      int from = flow.indexOf(block.start);
      int to = flow.indexOf(block.end);
      boolean around = from <= start && to >= end;
      boolean apart = to <= start || from >= end;
      if (!around && !apart) {
        return false;
      }
    }
    return true;
  }
}
