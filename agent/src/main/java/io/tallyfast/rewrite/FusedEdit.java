package io.tallyfast.rewrite;

import static org.objectweb.asm.Opcodes.*;

import io.tallyfast.analysis.Expr;
import io.tallyfast.analysis.Fusion;
import io.tallyfast.analysis.MapSite;
import io.tallyfast.analysis.Numbers;
import java.util.List;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Makes one call of read, sum and write: the read goes, what is added stays on the stack, and the
 * write becomes an addition. What it returns is cast and unboxed as the read's value was, so that
 * an absent value, or one of another type, fails as before.
 */
final class FusedEdit {
  private final InsnList code;
  private final Emit emit;

  FusedEdit(InsnList code, Emit emit) {
    this.code = code;
    this.emit = emit;
  }

  void edit(MapSite site, Fusion fusion, int number) {
    char kind = Numbers.primitiveOf(fusion.unboxing().owner).charAt(0);
    Number otherwise = fusion.defaultValue();
    removeRead(fusion);
    reduceSums(fusion.sums(), kind, site);
    MethodInsnNode write = site.write();
    if (otherwise != null) {
      code.insertBefore(write, constant(otherwise, kind));
    }
    code.insertBefore(write, Emit.constant(number));
    String numbers = (otherwise == null ? "" : kind) + "" + kind + "I";
    String descriptor = "(" + Emit.MAP + Emit.OBJECT + numbers + ")" + Emit.OBJECT;
    code.insert(write, check(fusion, kind));
    code.set(write, emit.runtime("Adds", "add", descriptor));
  }

  private void removeRead(Fusion fusion) {
    AbstractInsnNode read = fusion.read().insn;
    if (fusion.read().args.length == 3) {
      code.insertBefore(read, new InsnNode(POP));
    }
    code.insertBefore(read, new InsnNode(POP2));
    code.remove(read);
  }

  /** The innermost sum loses the operand that was read; the others go on with what is added. */
  private void reduceSums(List<Expr> sums, char kind, MapSite site) {
    Expr innermost = sums.get(sums.size() - 1);
    boolean subtracts = innermost.opcode() >= ISUB;
    if (subtracts && site.chain().contains(innermost.args[0])) {
      code.set(innermost.insn, new InsnNode(INEG + "IJFD".indexOf(kind)));
    } else {
      code.remove(innermost.insn);
    }
  }

  private static AbstractInsnNode constant(Number value, char kind) {
    return switch (kind) {
      case 'I' -> Emit.constant(value.intValue());
      case 'J' -> new LdcInsnNode(value.longValue());
      case 'F' -> new LdcInsnNode(value.floatValue());
      default -> new LdcInsnNode(value.doubleValue());
    };
  }

  /** Moves cast and unboxing behind the call; the pop that follows the write takes the number. */
  private InsnList check(Fusion fusion, char kind) {
    InsnList check = new InsnList();
    code.remove(fusion.cast());
    code.remove(fusion.unboxing());
    code.remove(fusion.boxing());
    check.add(fusion.cast());
    check.add(fusion.unboxing());
    if (kind == 'J' || kind == 'D') {
      check.add(new InsnNode(POP2));
      check.add(new InsnNode(ACONST_NULL));
    }
    return check;
  }
}
