package io.tallyfast.analysis;

import io.tallyfast.analysis.Expr.Op;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * How classes use the fields that they add to: as positions, as numbers that are set to anything,
 * or as counters, which are only added to, reset and reported. Not thread-safe.
 */
final class FieldUses {
  private static final int ALL = 3;

  private final TypeOracle types;
  private final List<Pending> pending = new ArrayList<>();
  private final Set<String> added = new HashSet<>();
  private final Set<String> positions = new HashSet<>();
  private final Set<String> assigned = new HashSet<>();

  /** The fields that some update adds to, keeps an extreme in or averages. */
  private final Set<String> counted = new HashSet<>();

  /** The fields that some update only folds something into: bits, hashes, factors. */
  private final Set<String> folded = new HashSet<>();

  FieldUses(TypeOracle types) {
    this.types = types;
  }

  /** The fields that a method adds to, as far as a glance tells. */
  static Set<String> addedIn(MethodNode method) {
    if (!readsAndWrites(method)) {
      return Set.of();
    }
    Set<String> read = new HashSet<>();
    Set<String> written = new HashSet<>();
    boolean sums = false;
    boolean elements = false;
    for (AbstractInsnNode insn : method.instructions) {
      sums = sums || FieldKey.isSum(insn) || calculates(insn);
      elements |= FieldKey.isElementWrite(insn);
      if (insn instanceof FieldInsnNode field && FieldKey.canCount(field.desc)) {
        boolean array = field.desc.length() == 2;
        if (FieldKey.isWrite(field) && !array) {
          written.add(FieldKey.of(field));
        } else if (!FieldKey.isWrite(field)) {
          read.add(FieldKey.of(field));
          if (array) {
            written.add(FieldKey.of(field) + "[");
          }
        }
      }
    }
    Set<String> both = new HashSet<>();
    for (String field : read) {
      if (sums && (written.contains(field) || elements && written.contains(field + "["))) {
        both.add(field);
      }
    }
    return both;
  }

  /** Whether a method reads any field, and writes one or an element: most do not. */
  private static boolean readsAndWrites(MethodNode method) {
    boolean reads = false;
    boolean writes = false;
    for (AbstractInsnNode insn : method.instructions) {
      int opcode = insn.getOpcode();
      reads |= opcode == Opcodes.GETFIELD || opcode == Opcodes.GETSTATIC;
      writes |= FieldKey.isWrite(insn) || FieldKey.isElementWrite(insn);
    }
    return reads && writes;
  }

  private static boolean calculates(AbstractInsnNode insn) {
    NumberCalls.Role role = NumberCalls.roleOf(insn);
    return role != null && role != NumberCalls.Role.SAME && role != NumberCalls.Role.TEXT;
  }

  /** Takes the fields that a class adds to, and its methods, which use them. */
  void add(ClassNode owner, Flows flows) {
    for (MethodNode method : owner.methods) {
      added.addAll(addedIn(method));
    }
    use(owner, flows);
  }

  /** Takes the methods of a class, which may use the fields that are known to be added to. */
  void use(ClassNode owner, Flows flows) {
    for (MethodNode method : owner.methods) {
      if (!added.isEmpty() && usesAny(method)) {
        pending.add(new Pending(method, flows));
      }
    }
  }

  /** Looks at the methods that use a field, those of all fields for null, and have not been. */
  private void lookAt(String field) {
    for (int i = pending.size() - 1; i >= 0; i--) {
      Pending next = pending.get(i);
      if (field == null || uses(next.method, field)) {
        pending.remove(i);
        MethodFlow flow = next.flows.of(next.method);
        if (flow != null) {
          look(flow);
        }
      }
    }
  }

  private static boolean uses(MethodNode method, String key) {
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof FieldInsnNode field && FieldKey.is(field, key)) {
        return true;
      }
    }
    return false;
  }

  private boolean usesAny(MethodNode method) {
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof FieldInsnNode field && added.contains(FieldKey.of(field))) {
        return true;
      }
    }
    return false;
  }

  private void look(MethodFlow flow) {
    Positions finder = new Positions(flow, new Found(positions));
    for (AbstractInsnNode insn : flow.insns()) {
      if (flow.frame(insn) == null) {
        continue;
      }
      finder.look(insn);
      if (FieldKey.isWrite(insn)) {
        write(flow, (FieldInsnNode) insn);
      } else if (FieldKey.isElementWrite(insn)) {
        FieldInsnNode array = FieldKey.behind(flow.at(insn).args[0]);
        if (array != null) {
          write(flow, insn, FieldKey.of(array));
        }
      }
    }
  }

  private void write(MethodFlow flow, FieldInsnNode field) {
    if (added.contains(FieldKey.of(field)) && FieldKey.isNumber(field.desc)) {
      write(flow, field, FieldKey.of(field));
    }
  }

  private void write(MethodFlow flow, AbstractInsnNode insn, String field) {
    if (added.contains(field)
        && !assigned.contains(field)
        && !addsToItself(flow, insn, field)
        && !isReset(flow, insn)
        && !setsAll(flow)) {
      assigned.add(field);
    }
  }

  /** A constant; or anything in code that makes, restores or sets the whole object. */
  private static boolean isReset(MethodFlow flow, AbstractInsnNode write) {
    String method = flow.method().name;
    if (method.equals("<init>")
        || method.equals("<clinit>")
        || method.equals("readObject")
        || method.equals("readExternal")
        || method.equals("clone")) {
      return true;
    }
    Expr[] args = flow.at(write).args;
    Expr value = Numbers.unboxed(args[args.length - 1]);
    boolean setter = value.op == Op.PARAM && (method.startsWith("set") || method.endsWith("_$eq"));
    return value.op == Op.CONST || setter;
  }

  /** Whether a method sets so many of them that it restores the object, as from a file. */
  private boolean setsAll(MethodFlow flow) {
    Set<String> fields = new HashSet<>();
    for (AbstractInsnNode insn : flow.insns()) {
      if (FieldKey.isWrite(insn)
          && added.contains(FieldKey.of((FieldInsnNode) insn))
          && flow.frame(insn) != null
          && !addsToItself(flow, insn, "")) {
        fields.add(FieldKey.of((FieldInsnNode) insn));
      }
    }
    return fields.size() >= ALL;
  }

  private boolean addsToItself(MethodFlow flow, AbstractInsnNode write, String field) {
    VariablePlace place = VariablePlace.of(flow.at(write));
    List<Form> forms = new Derivation(place, flow, types).of(place.value());
    if (isCalculated(forms) && Calculation.makes(place.value())) {
      (Calculation.counts(place.value(), Forms.reads(forms)) ? counted : folded).add(field);
      return true;
    }
    if (EntryFinder.counts(forms)) {
      counted.add(field);
    }
    for (Form form : forms) {
      boolean keeps = form.isRead() && form.effect() != Form.Effect.OTHER;
      if (!keeps && !(form.start() != null && form.start().op == Op.CONST)) {
        boolean extreme =
            new ConditionalExtreme(flow, types).of(place, place.value(), write) != null;
        if (extreme) {
          counted.add(field);
        }
        return extreme;
      }
    }
    return true;
  }

  /** Whether a value comes from the one that was read by other operators than a sum. */
  static boolean isCalculated(List<Form> forms) {
    boolean other = false;
    for (Form form : forms) {
      other |= form.isRead() && form.effect() == Form.Effect.OTHER;
    }
    return other;
  }

  /** Whether some method uses the field as a position. */
  boolean isPosition(String field) {
    lookAt(field);
    return positions.contains(field);
  }

  /** Whether objects of a class go through something step by step, which two threads cannot. */
  boolean hasCursor(ClassNode type) {
    lookAt(null);
    for (String field : positions) {
      if (added.contains(field) && field.startsWith(type.name.concat("."))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the field is only added to and reset, and nowhere used as a position. */
  boolean isCounter(String field) {
    lookAt(field);
    return !positions.contains(field)
        && !assigned.contains(field)
        && (counted.contains(field) || !folded.contains(field));
  }

  /** Whether bits, hashes or factors are all that is ever folded into the field. */
  boolean isFolded(String field) {
    lookAt(field);
    return folded.contains(field) && !counted.contains(field);
  }

  /** Whether a method does nothing but count, so that others may count through it. */
  static boolean onlyCounts(MethodNode method) {
    if ((method.access & (Opcodes.ACC_PRIVATE | Opcodes.ACC_ABSTRACT)) != 0
        || method.name.startsWith("<")) {
      return false;
    }
    boolean writes = false;
    int insns = 0;
    for (AbstractInsnNode insn : method.instructions) {
      insns += Insns.isMark(insn) ? 0 : 1;
      writes |= FieldKey.isWrite(insn);
      if (insn instanceof MethodInsnNode || insn.getOpcode() == Opcodes.GOTO) {
        return false;
      }
    }
    return writes && insns <= 12 && !addedIn(method).isEmpty();
  }

  /** A method whose uses of fields nobody has asked for yet: that takes an analysis of it. */
  private record Pending(MethodNode method, Flows flows) {}

  /** Adds the key of each field to a set; written out, for a lambda must not run at the start. */
  private record Found(Set<String> into) implements java.util.function.Consumer<FieldInsnNode> {
    @Override
    public void accept(FieldInsnNode field) {
      into.add(FieldKey.of(field));
    }
  }
}
