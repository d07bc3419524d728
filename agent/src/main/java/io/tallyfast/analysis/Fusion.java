package io.tallyfast.analysis;

import static org.objectweb.asm.Opcodes.*;

import io.tallyfast.analysis.Expr.Op;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * The instructions between a read and a write that are nothing but the read, a sum, and the write,
 * so that one call can take their place.
 */
public final class Fusion {
  private final MapSite site;
  private final MethodFlow flow;
  private final List<Expr> sums = new ArrayList<>();
  private final Set<AbstractInsnNode> chain = new HashSet<>();
  private Expr read;
  private Expr unboxing;
  private Expr cast;

  private Fusion(MapSite site) {
    this.site = site;
    this.flow = site.flow();
  }

  /** The fusion of a site, or null when something else happens between its read and write. */
  public static Fusion of(MapSite site) {
    Fusion fusion = new Fusion(site);
    return fusion.matches() ? fusion : null;
  }

  /** The call that reads. */
  public Expr read() {
    return read;
  }

  /** The default of the read, null when it has none. */
  public Number defaultValue() {
    Expr otherwise = Bases.defaultOf(read);
    return otherwise == null ? null : Bases.constantOf(otherwise);
  }

  /** The additions and subtractions, from the write back to the read. */
  public List<Expr> sums() {
    return sums;
  }

  /** The call that takes the number out of its box. */
  public MethodInsnNode unboxing() {
    return (MethodInsnNode) unboxing.insn;
  }

  /** The cast before it, null when there is none. */
  public AbstractInsnNode cast() {
    return cast == null ? null : cast.insn;
  }

  /** The call that puts the number into its box again. */
  public AbstractInsnNode boxing() {
    return site.written().insn;
  }

  private boolean matches() {
    return site.call() == MapCall.PUT
        && isPopped(site.write())
        && followChain()
        && sameCell()
        && nothingElseBetween();
  }

  /** Whether the result of a call is thrown away. */
  static boolean isPopped(AbstractInsnNode call) {
    AbstractInsnNode next = call.getNext();
    while (next != null && Insns.isMark(next) && !(next instanceof FrameNode)) {
      next = next.getNext();
    }
    return next != null && next.getOpcode() == POP;
  }

  private boolean followChain() {
    Expr box = site.written();
    if (box.op != Op.CALL || !Numbers.isBoxing(box.insn)) {
      return false;
    }
    String type = ((MethodInsnNode) box.insn).owner;
    String primitive = Numbers.primitiveOf(type);
    if (!"IJFD".contains(primitive)) {
      return false;
    }
    chain.add(box.insn);
    Expr e = box.args[0];
    while (isSum(e)) {
      sums.add(e);
      chain.add(e.insn);
      e = site.chain().contains(e.args[0]) ? e.args[0] : e.args[1];
    }
    boolean exact = "IJ".contains(primitive) || sums.size() == 1;
    return exact && !sums.isEmpty() && endsInRead(e, type);
  }

  private static boolean isSum(Expr e) {
    return e.op == Op.ARITH && e.args.length == 2 && e.opcode() >= IADD && e.opcode() <= DSUB;
  }

  private boolean endsInRead(Expr e, String type) {
    if (e.op != Op.CALL
        || NumberCalls.roleOf(e.insn) != NumberCalls.Role.SAME
        || !((MethodInsnNode) e.insn).owner.equals(type)
        || !((MethodInsnNode) e.insn).desc.equals("()" + Numbers.primitiveOf(type))) {
      return false;
    }
    unboxing = e;
    chain.add(e.insn);
    read = e.args[0];
    if (read.op == Op.CAST) {
      cast = read;
      chain.add(read.insn);
      read = read.args[0];
    }
    return site.reads().contains(read) && cast != null && hasPlainDefault();
  }

  private boolean hasPlainDefault() {
    MapCall call = MapCalls.of(read.insn, TypeOracle.NONE);
    return call == MapCall.GET || call == MapCall.GET_OR_DEFAULT && defaultValue() != null;
  }

  private boolean sameCell() {
    if (!Cell.of(read).isCertainly(site.cell(), flow)) {
      return false;
    }
    ExprFrame before = flow.frame(read.insn);
    int map = flow.frame(site.write()).getStackSize() - 3;
    return before.getStackSize() >= map + 4
        && before.getStack(map) == site.map()
        && before.getStack(map + 1) == site.key();
  }

  private boolean nothingElseBetween() {
    for (AbstractInsnNode i = read.insn.getNext(); i != site.write(); i = i.getNext()) {
      if (i == null || i instanceof FrameNode) {
        return false;
      }
      if (i instanceof LabelNode && flow.control().predecessors(flow.indexOf(i)).length > 1) {
        return false;
      }
      if (!Insns.isMark(i) && !chain.contains(i) && !isPure(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether an instruction can neither throw nor be noticed. */
  private boolean isPure(AbstractInsnNode i) {
    int opcode = i.getOpcode();
    if (opcode >= ACONST_NULL && opcode <= LDC) {
      return !(i instanceof org.objectweb.asm.tree.LdcInsnNode ldc)
          || ldc.cst instanceof Number
          || ldc.cst instanceof String;
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
