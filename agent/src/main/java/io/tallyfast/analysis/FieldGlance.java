package io.tallyfast.analysis;

import static org.objectweb.asm.Opcodes.*;

import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Tells from the instructions of a method alone whether it may hold a site on a field or an element
 * that is to be guarded: most methods that add to a field move a position, and need no analysis.
 * Used for one class; not thread-safe.
 */
final class FieldGlance {
  private final FieldRoles roles;
  private final FieldScope scope;

  FieldGlance(FieldRoles roles, FieldScope scope) {
    this.roles = roles;
    this.scope = scope;
  }

  /** Whether a method may hold a site. */
  boolean mayHoldSite(MethodNode method) {
    if (addsToElement(method) || setsWhatIsHeld(method)) {
      return true;
    }
    Set<String> added = FieldUses.addedIn(method);
    for (AbstractInsnNode insn : added.isEmpty() ? new AbstractInsnNode[0] : insns(method)) {
      if (insn instanceof FieldInsnNode field
          && added.contains(FieldKey.of(field))
          && !(isOfThis(field, method) && roles.isNeverCounter(field, scope))) {
        return true;
      }
    }
    return false;
  }

  private static AbstractInsnNode[] insns(MethodNode method) {
    return method.instructions.toArray();
  }

  private static boolean setsWhatIsHeld(MethodNode method) {
    boolean sets = false;
    boolean sums = false;
    for (AbstractInsnNode insn : method.instructions) {
      sums |= FieldKey.isSum(insn) || insn.getOpcode() == INVOKESTATIC;
      sets |= insn instanceof MethodInsnNode call && VariablePlace.maySet(call);
    }
    return sums && sets;
  }

  /** Whether it loads, adds and stores elements of arrays of one kind. */
  private static boolean addsToElement(MethodNode method) {
    int loads = 0;
    int stores = 0;
    boolean sums = false;
    for (AbstractInsnNode insn : method.instructions) {
      int opcode = insn.getOpcode();
      sums |= FieldKey.isSum(insn);
      if (opcode >= IALOAD && opcode <= SALOAD) {
        loads |= 1 << opcode - IALOAD;
      } else if (FieldKey.isElementWrite(insn)) {
        stores |= 1 << opcode - IASTORE;
      }
    }
    return sums && (loads & stores) != 0;
  }

  /**
   * Whether a field that is read is one of this object, which nobody has taken from a map just now;
   * a write has the object that its read had.
   */
  private static boolean isOfThis(FieldInsnNode field, MethodNode method) {
    if (field.getOpcode() != GETFIELD) {
      return field.getOpcode() == PUTFIELD;
    }
    AbstractInsnNode before = previous(field);
    if (before != null && before.getOpcode() == DUP) {
      before = previous(before);
    }
    return (method.access & ACC_STATIC) == 0
        && before instanceof VarInsnNode load
        && load.getOpcode() == ALOAD
        && load.var == 0;
  }

  private static AbstractInsnNode previous(AbstractInsnNode insn) {
    AbstractInsnNode i = insn.getPrevious();
    while (i != null && Insns.isMark(i)) {
      i = i.getPrevious();
    }
    return i;
  }
}
