package io.tallyfast.rewrite;

import static org.objectweb.asm.Opcodes.*;

import io.tallyfast.analysis.Expr;
import io.tallyfast.analysis.FieldSite;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;

/**
 * Keeps what an addition of floating point numbers adds, as a double.
 *
 * @param sum the addition
 * @param slot the local that takes it
 */
record OperandCopy(Expr sum, int slot) {

  /** The code before the addition. */
  InsnList code(FieldSite site) {
    boolean wide = (sum.opcode() - IADD) % 4 == 3;
    boolean subtracts = sum.opcode() >= ISUB;
    InsnList list = new InsnList();
    if (!site.chain().contains(sum.args[0])) {
      // The operand was pushed first; the order does not matter to a sum.
      if (wide) {
        list.add(new InsnNode(DUP2_X2));
        list.add(new InsnNode(POP2));
      } else {
        list.add(new InsnNode(SWAP));
      }
    }
    list.add(new InsnNode(wide ? DUP2 : DUP));
    if (!wide) {
      list.add(new InsnNode(F2D));
    }
    if (subtracts) {
      list.add(new InsnNode(DNEG));
    }
    list.add(Emit.store('D', slot));
    return list;
  }
}
