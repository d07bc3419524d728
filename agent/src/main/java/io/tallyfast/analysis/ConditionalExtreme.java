package io.tallyfast.analysis;

import static org.objectweb.asm.Opcodes.*;

import io.tallyfast.analysis.Expr.Op;
import io.tallyfast.analysis.Form.Effect;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Finds a maximum or minimum that is kept by a branch: {@code if (x > max) max = x}. The value that
 * is written does not derive from the one that was read; the branch that compares them decides
 * whether it is written. Answers for one method; not thread-safe.
 */
final class ConditionalExtreme {
  private final MethodFlow flow;
  private final TypeOracle types;
  private List<JumpInsnNode> tests;

  ConditionalExtreme(MethodFlow flow, TypeOracle types) {
    this.flow = flow;
    this.types = types;
  }

  /**
   * The maximum or minimum that a write keeps.
   *
   * @param value what is written
   * @param write the instruction that writes it
   * @return the form, or null when no branch before it compares the value with what the place holds
   */
  Form of(Place place, Expr value, AbstractInsnNode write) {
    Expr core = Numbers.unboxed(value);
    for (JumpInsnNode jump : tests()) {
      Form form = ofTest(jump, place, value, write);
      if (form == null && core.op == Op.PHI) {
        form = ofChoice(jump, place, core);
      }
      if (form != null) {
        return form;
      }
    }
    return null;
  }

  /** The branches that order two numbers. */
  private List<JumpInsnNode> tests() {
    if (tests == null) {
      tests = new ArrayList<>();
      for (AbstractInsnNode insn : flow.insns()) {
        if (insn instanceof JumpInsnNode jump
            && isOrdering(jump.getOpcode())
            && flow.frame(jump) != null
            && compared(jump, flow.at(jump)) != null) {
          tests.add(jump);
        }
      }
    }
    return tests;
  }

  private Form ofTest(JumpInsnNode jump, Place place, Expr value, AbstractInsnNode write) {
    Expr[] sides = compared(jump, flow.at(jump));
    int written = isSame(sides[0], value) ? 0 : isSame(sides[1], value) ? 1 : -1;
    Expr read = written < 0 ? null : readIn(place, sides[1 - written]);
    if (read == null) {
      return null;
    }
    int at = flow.indexOf(jump);
    boolean jumps = reaches(flow.indexOf(jump.label), at, write);
    boolean fallsThrough = reaches(at + 1, at, write);
    if (jumps == fallsThrough) {
      return null;
    }
    boolean leftIsLarger = isGreater(jump.getOpcode()) == jumps;
    boolean largerIsKept = leftIsLarger == (written == 0);
    return Form.ofRead(read).extreme(largerIsKept ? Effect.MAX : Effect.MIN, value);
  }

  /** One of two values, of which one is what the place holds: {@code max = x > max ? x : max}. */
  private Form ofChoice(JumpInsnNode jump, Place place, Expr phi) {
    Expr[] sides = compared(jump, flow.at(jump));
    for (int written = 0; written < 2; written++) {
      Expr read = readIn(place, sides[1 - written]);
      Boolean jumps = read == null ? null : choosesByJump(jump, place, phi, sides[written]);
      if (jumps != null) {
        boolean leftIsLarger = isGreater(jump.getOpcode()) == jumps;
        boolean largerIsKept = leftIsLarger == (written == 0);
        Effect effect = largerIsKept ? Effect.MAX : Effect.MIN;
        return Form.ofRead(read).extreme(effect, sides[written]);
      }
    }
    return null;
  }

  /**
   * Whether the jump leads to the value, and falling through to what was there; null if neither.
   */
  private Boolean choosesByJump(JumpInsnNode jump, Place place, Expr phi, Expr value) {
    Boolean byJump = null;
    for (int i = 0; i < phi.args.length; i++) {
      boolean isValue = isSame(phi.args[i], value);
      if (!isValue && readIn(place, phi.args[i]) == null) {
        return null;
      }
      int at = flow.indexOf(jump);
      boolean direct = phi.from[i] == at;
      boolean jumps =
          direct
              ? flow.indexOf(jump.label) == phi.joinsAt
              : reaches(flow.indexOf(jump.label), at, phi.from[i]);
      boolean fallsThrough = direct ? !jumps : reaches(at + 1, at, phi.from[i]);
      boolean chosen = jumps == isValue;
      if (jumps == fallsThrough || byJump != null && byJump != chosen) {
        return null;
      }
      byJump = chosen;
    }
    return byJump;
  }

  private boolean reaches(int from, int test, AbstractInsnNode write) {
    return reaches(from, test, flow.indexOf(write));
  }

  private boolean reaches(int from, int test, int to) {
    BitSet barrier = new BitSet();
    barrier.set(test);
    return from == to || flow.control().reachableFrom(from, barrier).get(to);
  }

  /** The two numbers that a jump compares, null when it compares something else. */
  private static Expr[] compared(JumpInsnNode jump, Expr condition) {
    if (condition == null) {
      return null;
    }
    int opcode = jump.getOpcode();
    if (opcode >= IF_ICMPEQ && opcode <= IF_ICMPLE) {
      return condition.args;
    }
    if (opcode < IFEQ || opcode > IFLE) {
      return null;
    }
    Expr tested = condition.args[0];
    boolean primitive = tested.opcode() >= LCMP && tested.opcode() <= DCMPG;
    return primitive || isCompareCall(tested) ? tested.args : null;
  }

  private static boolean isCompareCall(Expr e) {
    return e.op == Op.CALL
        && e.args.length == 2
        && e.insn instanceof MethodInsnNode call
        && (call.name.equals("compareTo") || call.name.equals("compare"))
        && call.desc.endsWith(")I");
  }

  private static boolean isOrdering(int opcode) {
    return opcode != IFEQ && opcode != IFNE && opcode != IF_ICMPEQ && opcode != IF_ICMPNE;
  }

  private static boolean isGreater(int opcode) {
    return opcode == IFGT || opcode == IFGE || opcode == IF_ICMPGT || opcode == IF_ICMPGE;
  }

  private static boolean isSame(Expr a, Expr b) {
    return Congruence.alike(Numbers.unboxed(a), Numbers.unboxed(b));
  }

  private Expr readIn(Place place, Expr side) {
    List<Form> forms = new Derivation(place, flow, types).of(side);
    Expr read = null;
    for (Form form : forms) {
      if (form.isRead() && form.effect() != Effect.NONE) {
        return null;
      }
      read = form.isRead() ? form.read() : read;
    }
    return read;
  }
}
