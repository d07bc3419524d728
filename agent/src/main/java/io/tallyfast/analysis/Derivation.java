package io.tallyfast.analysis;

import static org.objectweb.asm.Opcodes.*;

import io.tallyfast.analysis.Expr.Op;
import io.tallyfast.analysis.Form.Effect;
import io.tallyfast.analysis.Form.Term;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Finds all ways in which a value can derive from reads of one entry. Used once per value; not
 * thread-safe.
 */
final class Derivation {
  private static final int MAX_STEPS = 4_000;

  private final Place place;
  private final MethodFlow flow;
  private final TypeOracle types;
  private final Set<Expr> open = new HashSet<>();
  private final Set<Expr> joins = new LinkedHashSet<>();
  private final Set<Expr> chain = new LinkedHashSet<>();
  private int steps;
  private boolean text;
  private boolean exact;

  Derivation(Place place, MethodFlow flow, TypeOracle types) {
    this.place = place;
    this.flow = flow;
    this.types = types;
  }

  /** The merge points that the value passed through. */
  Set<Expr> joins() {
    return joins;
  }

  /** The values that derive from a read, the reads themselves included. */
  Set<Expr> chain() {
    return chain;
  }

  /** Whether the number is kept as text. */
  boolean isText() {
    return text;
  }

  /** Whether the sum fails rather than overflow. */
  boolean isExact() {
    return exact;
  }

  /** The ways in which a value can come about. */
  List<Form> of(Expr e) {
    List<Form> forms = derive(e);
    if (Forms.anyRead(forms)) {
      chain.add(e);
    }
    return forms;
  }

  private List<Form> derive(Expr e) {
    if (++steps > MAX_STEPS) {
      return List.of(Form.ofStart(e).other("its derivation is too long"));
    }
    if (place.isReadBy(e, types)) {
      return List.of(Form.ofRead(e));
    }
    return switch (e.op) {
      case PHI -> phi(e);
      case CAST, CONVERT, ARITH, CALL, DYNAMIC, NEW -> onceAround(e);
      default -> List.of(Form.ofStart(e));
    };
  }

  /** In a loop, a sum may be made of itself, and what is called of what it returned. */
  private List<Form> onceAround(Expr e) {
    if (!open.add(e)) {
      return List.of(Form.ofStart(e));
    }
    List<Form> forms = made(e);
    open.remove(e);
    return forms;
  }

  private List<Form> made(Expr e) {
    return switch (e.op) {
      case CAST, CONVERT -> of(e.args[0]);
      case ARITH -> arithmetic(e);
      case CALL -> call(e);
      case DYNAMIC -> dynamic(e);
      default -> e.constant != null && isBox(e) ? of(e.args[0]) : opaque(e, "an object");
    };
  }

  private static boolean isBox(Expr made) {
    MethodInsnNode constructor = (MethodInsnNode) made.constant;
    return made.args.length == 1 && Numbers.isNumber(constructor.owner);
  }

  private List<Form> arithmetic(Expr e) {
    int opcode = e.opcode();
    if (opcode == IINC) {
      return Forms.plus(of(e.args[0]), new Term(null, (Integer) e.constant, false));
    }
    if (opcode >= IADD && opcode <= DADD) {
      return sum(e, e.args[0], e.args[1], false);
    }
    if (opcode >= ISUB && opcode <= DSUB) {
      return sum(e, e.args[0], e.args[1], true);
    }
    return opaque(e, "arithmetic that is not a sum");
  }

  private List<Form> call(Expr e) {
    Expr appended = BuiltText.onlyPiece(e);
    if (appended != null) {
      return asText(e, appended);
    }
    NumberCalls.Role role = NumberCalls.roleOf(e.insn);
    if (role == null || e.args.length == 0) {
      return opaque(e, "a call of " + ((MethodInsnNode) e.insn).name);
    }
    Expr[] operands = NumberCalls.operands(e);
    exact |= ((MethodInsnNode) e.insn).name.endsWith("Exact");
    return switch (role) {
      case SAME -> of(operands[0]);
      case TEXT -> asText(e, e.args[0]);
      case ADD -> sum(e, operands[0], operands[1], false);
      case SUBTRACT -> sum(e, operands[0], operands[1], true);
      case INCREMENT -> Forms.plus(of(e.args[0]), new Term(null, 1, false));
      case DECREMENT -> Forms.plus(of(e.args[0]), new Term(null, 1, true));
      case MAX -> extreme(e, Effect.MAX);
      case MIN -> extreme(e, Effect.MIN);
      case OR_ELSE -> Forms.union(of(e.args[0]), List.of(Form.ofStart(otherwise(e))));
    };
  }

  /** What {@code orElse} gives; a supplier's value is known by the call only. */
  private static Expr otherwise(Expr orElse) {
    return ((MethodInsnNode) orElse.insn).name.equals("orElseGet") ? orElse : orElse.args[1];
  }

  private List<Form> asText(Expr e, Expr number) {
    if (e.args.length > 1) {
      return opaque(e, "text of another radix");
    }
    List<Form> forms = of(number);
    text |= Forms.anyRead(forms);
    return forms;
  }

  private List<Form> dynamic(Expr e) {
    boolean cast = ((InvokeDynamicInsnNode) e.insn).name.equals("cast") && e.args.length == 1;
    return cast ? of(e.args[0]) : concatenation(e);
  }

  private List<Form> concatenation(Expr e) {
    Object recipe =
        ((InvokeDynamicInsnNode) e.insn).bsmArgs.length == 0
            ? ""
            : ((InvokeDynamicInsnNode) e.insn).bsmArgs[0];
    if ("\1".equals(recipe) && e.args.length == 1) {
      return asText(e, e.args[0]);
    }
    return opaque(e, "joined text");
  }

  private List<Form> extreme(Expr e, Effect kind) {
    Expr[] operands = NumberCalls.operands(e);
    List<Form> left = of(operands[0]);
    List<Form> right = of(operands[1]);
    if (Forms.anyRead(left) == Forms.anyRead(right)) {
      return Forms.anyRead(left)
          ? Forms.others(left, "it reads the value twice")
          : List.of(Form.ofStart(e));
    }
    Expr with = Forms.anyRead(left) ? operands[1] : operands[0];
    return Forms.extreme(Forms.anyRead(left) ? left : right, kind, with);
  }

  private List<Form> sum(Expr e, Expr a, Expr b, boolean negated) {
    List<Form> left = of(a);
    List<Form> right = of(b);
    if (!Forms.anyRead(left) && !Forms.anyRead(right)) {
      return List.of(Form.ofStart(e));
    }
    if (Forms.anyRead(left) && Forms.anyRead(right)) {
      return Forms.others(left, "it reads the value twice");
    }
    if (Forms.anyRead(left)) {
      return Forms.plus(left, new Term(b, null, negated));
    }
    return negated
        ? Forms.others(right, "it subtracts the value")
        : Forms.plus(right, new Term(a, null, false));
  }

  private List<Form> opaque(Expr e, String what) {
    for (Expr arg : e.args) {
      List<Form> forms = arg.op == Op.UNSET ? List.of() : of(arg);
      if (Forms.anyRead(forms)) {
        return Forms.others(forms, "the new value comes from " + what);
      }
    }
    return List.of(Form.ofStart(e));
  }

  private List<Form> phi(Expr phi) {
    if (!open.add(phi)) {
      return List.of(new Form(phi, null, Effect.NONE, List.of(), ""));
    }
    joins.add(phi);
    List<Form> all = List.of();
    for (Expr input : phi.inputs()) {
      all = Forms.union(all, of(input));
    }
    open.remove(phi);
    return ofThisTurn(phi, Forms.closeLoop(phi, all));
  }

  /**
   * What was read in the last turn of a loop may be another entry: its key was made in that turn.
   */
  private List<Form> ofThisTurn(Expr phi, List<Form> forms) {
    List<Form> result = new ArrayList<>();
    for (Form form : forms) {
      boolean carried =
          form.isRead()
              && place instanceof Cell
              && form.read().op == Op.CALL
              && isMadeSince(phi, form.read())
              && (isMadeSince(phi, form.read().args[0]) || isMadeSince(phi, form.read().args[1]));
      result.add(carried ? Form.ofStart(phi) : form);
    }
    return result;
  }

  private boolean isMadeSince(Expr phi, Expr value) {
    if (value.op == Op.CONST || value.op == Op.PARAM) {
      return false;
    }
    int made = value.op == Op.PHI ? value.joinsAt : flow.positionOf(value);
    return made >= 0 && flow.control().dominators().dominates(phi.joinsAt, made);
  }
}
