package io.tallyfast.analysis;

import java.util.List;
import java.util.Set;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * A place in a method where a field or an array element is written from what was read of it.
 * Belongs to the analysis of one class; not thread-safe.
 */
public final class FieldSite {
  private final MethodFlow flow;
  private final VariablePlace place;
  private final List<Form> forms;
  private final Set<Expr> reads;
  private final Set<Expr> chain;
  private final boolean byBranch;
  private FieldRepair repair;

  FieldSite(
      MethodFlow flow,
      VariablePlace place,
      List<Form> forms,
      Set<Expr> reads,
      Set<Expr> chain,
      boolean byBranch) {
    this.flow = flow;
    this.place = place;
    this.forms = forms;
    this.reads = reads;
    this.chain = chain;
    this.byBranch = byBranch;
    this.repair = FieldRepair.refused("");
  }

  /** The method it is in. */
  public MethodFlow flow() {
    return flow;
  }

  VariablePlace place() {
    return place;
  }

  /** The instruction that writes. */
  public AbstractInsnNode write() {
    return place.write().insn;
  }

  /** Whether it is an element of an array. */
  public boolean isElement() {
    return place.kind() == VariablePlace.Kind.ELEMENT;
  }

  /**
   * Whether it is in an object of the library, which only holds it: the write is a call, of an
   * object, an index where it has several, and the value.
   */
  public boolean isHeld() {
    return !place.isVariable();
  }

  /** Whether it is one of several, with an index. */
  public boolean isIndexed() {
    return isElement() || isHeld() && operands() == 3;
  }

  /** Whether it is a static field. */
  public boolean isStatic() {
    return place.kind() == VariablePlace.Kind.STATIC;
  }

  /** The field, or the field that holds the array; null for an array from elsewhere. */
  public FieldInsnNode field() {
    return write() instanceof FieldInsnNode f ? f : FieldKey.behind(place.holder());
  }

  /**
   * The descriptor of the value, as in {@code J}; for an element that of the array's elements, for
   * what is held in a box that of the box.
   */
  public String descriptor() {
    if (write() instanceof FieldInsnNode f) {
      return f.desc;
    }
    if (write() instanceof MethodInsnNode call) {
      Type[] arguments = Type.getArgumentTypes(call.desc);
      Type last = arguments[arguments.length - 1];
      return last.getSort() == Type.OBJECT
          ? "L" + Numbers.typeOf(written()) + ";"
          : last.getDescriptor();
    }
    return switch (write().getOpcode()) {
      case org.objectweb.asm.Opcodes.LASTORE -> "J";
      case org.objectweb.asm.Opcodes.FASTORE -> "F";
      case org.objectweb.asm.Opcodes.DASTORE -> "D";
      case org.objectweb.asm.Opcodes.BASTORE -> "B";
      case org.objectweb.asm.Opcodes.CASTORE -> "C";
      case org.objectweb.asm.Opcodes.SASTORE -> "S";
      default -> "I";
    };
  }

  /** How the stack holds the value: {@code I}, {@code J}, {@code F}, {@code D} or {@code A}. */
  public char kind() {
    String type = descriptor();
    return type.length() > 1 ? 'A' : "BSCI".contains(type) ? 'I' : type.charAt(0);
  }

  /** The value that is written. */
  public Expr written() {
    return place.value();
  }

  /** The ways in which the written value comes about. */
  public List<Form> forms() {
    return forms;
  }

  /** The instructions that told what was there. */
  public Set<Expr> reads() {
    return reads;
  }

  /** The values between the read and the write that derive from the read. */
  public Set<Expr> chain() {
    return chain;
  }

  /** Whether a branch that compares keeps the maximum or minimum, and nothing is computed. */
  boolean isKeptByBranch() {
    return byBranch;
  }

  /** How many values the write takes from the stack. */
  public int operands() {
    return place.write().args.length;
  }

  /** How to repair it. */
  public FieldRepair repair() {
    return repair;
  }

  void repair(FieldRepair decided) {
    repair = decided;
  }
}
