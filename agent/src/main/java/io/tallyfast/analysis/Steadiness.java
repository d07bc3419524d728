package io.tallyfast.analysis;

import static org.objectweb.asm.Opcodes.*;

import java.util.BitSet;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Whether two expressions of one method are the same value, fields and elements included: nothing
 * between the two looks at them may change what they find. What other threads do does not count: an
 * order in which they did it after both is as good. Used for one method; not thread-safe.
 */
public final class Steadiness {
  private final MethodFlow flow;

  /** Creates for a method. */
  public Steadiness(MethodFlow flow) {
    this.flow = flow;
  }

  /** Whether both are the same value, whatever is called in between. */
  public boolean certain(Expr a, Expr b) {
    return Congruence.certain(a, b, loads(true));
  }

  /** Whether both are the same value, unless a method of another class changes it. */
  boolean certainInClass(Expr a, Expr b) {
    return Congruence.certain(a, b, loads(false));
  }

  private Congruence.Loads loads(boolean ofOthers) {
    return new Congruence.Loads() {
      @Override
      public boolean same(Expr a, Expr b) {
        return isSteady(a, b, ofOthers);
      }
    };
  }

  private boolean isSteady(Expr a, Expr b, boolean ofOthers) {
    int first = flow.indexOf(a.insn);
    int second = flow.indexOf(b.insn);
    boolean forth = flow.control().dominators().dominates(first, second);
    boolean back = flow.control().dominators().dominates(second, first);
    return (back || isSteady(first, second, ofOthers))
        && (forth || isSteady(second, first, ofOthers));
  }

  private boolean isSteady(int from, int to, boolean ofOthers) {
    BitSet ends = new BitSet();
    ends.set(from);
    ends.set(to);
    AbstractInsnNode load = flow.insns()[to];
    BitSet between = flow.control().reachableFrom(from, ends);
    between.andNot(ends);
    for (int i = between.nextSetBit(0); i >= 0; i = between.nextSetBit(i + 1)) {
      if (mayChange(flow.insns()[i], load, ofOthers)) {
        return false;
      }
    }
    return true;
  }

  private boolean mayChange(AbstractInsnNode insn, AbstractInsnNode load, boolean ofOthers) {
    int opcode = insn.getOpcode();
    if (opcode == PUTFIELD || opcode == PUTSTATIC) {
      FieldInsnNode put = (FieldInsnNode) insn;
      return load instanceof FieldInsnNode field
          && field.name.equals(put.name)
          && field.desc.equals(put.desc);
    }
    if (opcode >= IASTORE && opcode <= SASTORE) {
      return opcode - IASTORE == load.getOpcode() - IALOAD;
    }
    if (opcode == MONITORENTER || !(insn instanceof MethodInsnNode call)) {
      return false;
    }
    return runsCode(call, ofOthers) && !isFinal(load);
  }

  private boolean runsCode(MethodInsnNode call, boolean ofOthers) {
    if (call.owner.equals(flow.owner().name)) {
      return true;
    }
    MapCall kind = MapCalls.bySignature(call.name, call.desc);
    boolean known = PureCode.isKnown(call) || kind != null && !kind.computes();
    return ofOthers && !known;
  }

  private boolean isFinal(AbstractInsnNode load) {
    if (load instanceof FieldInsnNode insn && insn.owner.equals(flow.owner().name)) {
      for (FieldNode field : flow.owner().fields) {
        if (field.name.equals(insn.name) && field.desc.equals(insn.desc)) {
          return (field.access & ACC_FINAL) != 0;
        }
      }
    }
    return false;
  }
}
