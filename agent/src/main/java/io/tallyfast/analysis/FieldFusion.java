package io.tallyfast.analysis;

import static org.objectweb.asm.Opcodes.*;

import io.tallyfast.analysis.Expr.Op;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * A read, one sum and a write of a field or element with nothing else in between, so that one call
 * can take their place. What is between them can neither throw nor be noticed.
 */
public final class FieldFusion {
  private final FieldSite site;
  private final MethodFlow flow;
  private Expr read;
  private Expr sum;
  private Expr conversion;
  private AbstractInsnNode oldCopy;
  private AbstractInsnNode newCopy;

  private FieldFusion(FieldSite site) {
    this.site = site;
    this.flow = site.flow();
  }

  /** The fusion of a site, or null when something else happens between its read and write. */
  static FieldFusion of(FieldSite site) {
    FieldFusion fusion = new FieldFusion(site);
    return site.reads().size() == 1
            && fusion.findSum()
            && fusion.samePlace()
            && fusion.nothingElseBetween()
        ? fusion
        : null;
  }

  /** The instruction that reads. */
  public AbstractInsnNode read() {
    return read.insn;
  }

  /** The instruction that adds or subtracts. */
  public AbstractInsnNode sum() {
    return sum.insn;
  }

  Expr sumExpr() {
    return sum;
  }

  /** Whether it subtracts. */
  public boolean subtracts() {
    return sum.opcode() >= ISUB;
  }

  /** The conversion to the type of the field, null when there is none. */
  public AbstractInsnNode conversion() {
    return conversion == null ? null : conversion.insn;
  }

  /** The instruction that keeps the old value on the stack, null when there is none. */
  public AbstractInsnNode oldCopy() {
    return oldCopy;
  }

  /** The instruction that keeps the new value on the stack, null when there is none. */
  public AbstractInsnNode newCopy() {
    return newCopy;
  }

  private boolean findSum() {
    sum = site.written();
    if (sum.op == Op.CONVERT && narrows(sum.opcode())) {
      conversion = sum;
      sum = sum.args[0];
    }
    read = site.reads().iterator().next();
    if (sum.op != Op.ARITH
        || sum.args.length != 2
        || sum.opcode() > DSUB
        || "IJFD".charAt((sum.opcode() - IADD) % 4) != site.kind()) {
      return false;
    }
    return sum.args[0] == read || sum.args[1] == read && sum.opcode() < ISUB;
  }

  private boolean narrows(int opcode) {
    return switch (site.descriptor()) {
      case "B" -> opcode == I2B;
      case "S" -> opcode == I2S;
      case "C" -> opcode == I2C;
      default -> false;
    };
  }

  private boolean samePlace() {
    Expr[] written = site.place().write().args;
    for (int i = 0; i < read.args.length; i++) {
      if (read.args[i] != written[i]) {
        return false;
      }
    }
    ExprFrame before = flow.frame(read.insn);
    ExprFrame after = flow.frame(site.write());
    int base = after.getStackSize() - written.length;
    for (int i = 0; i < read.args.length; i++) {
      if (before.getStackSize() <= base + i || before.getStack(base + i) != written[i]) {
        return false;
      }
    }
    return true;
  }

  private boolean nothingElseBetween() {
    AbstractInsnNode previous = read.insn;
    for (AbstractInsnNode i = read.insn.getNext(); i != site.write(); i = i.getNext()) {
      if (i == null
          || i instanceof FrameNode
          || i instanceof LabelNode && flow.control().predecessors(flow.indexOf(i)).length > 1) {
        return false;
      }
      if (Insns.isMark(i)) {
        continue;
      }
      if (i.getOpcode() == copyOpcode() && previous == read.insn && oldCopy == null) {
        oldCopy = i;
      } else if (i.getOpcode() == copyOpcode() && next(i) == site.write()) {
        newCopy = i;
      } else if (i != sum.insn && i != conversion() && !isPure(i)) {
        return false;
      }
      previous = i;
    }
    return oldCopy == null || newCopy == null;
  }

  private static AbstractInsnNode next(AbstractInsnNode insn) {
    AbstractInsnNode i = insn.getNext();
    while (i != null && Insns.isMark(i)) {
      i = i.getNext();
    }
    return i;
  }

  /** Copies the value below the operands of the write. */
  private int copyOpcode() {
    boolean wide = site.kind() == 'J' || site.kind() == 'D';
    return switch (site.operands()) {
      case 1 -> wide ? DUP2 : DUP;
      case 2 -> wide ? DUP2_X1 : DUP_X1;
      default -> wide ? DUP2_X2 : DUP_X2;
    };
  }

  private boolean isPure(AbstractInsnNode i) {
    int opcode = i.getOpcode();
    if (opcode >= ACONST_NULL && opcode <= LDC) {
      return !(i instanceof LdcInsnNode ldc) || ldc.cst instanceof Number;
    }
    if (opcode == GETFIELD) {
      Expr base = flow.at(i).args[0];
      return base.op == Op.PARAM && base.index == 0 && (flow.method().access & ACC_STATIC) == 0;
    }
    boolean divides = opcode == IDIV || opcode == LDIV || opcode == IREM || opcode == LREM;
    return i instanceof VarInsnNode && opcode <= ALOAD
        || opcode >= IADD && opcode <= LXOR && !divides
        || opcode >= I2L && opcode <= I2S;
  }
}
