package io.tallyfast.analysis;

import io.tallyfast.analysis.Expr.Op;
import io.tallyfast.analysis.Form.Effect;
import io.tallyfast.analysis.Form.Term;
import io.tallyfast.analysis.Repair.Base;
import java.util.List;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Finds what an entry without a value counts as: the number to which the update is added when there
 * was nothing, such that written minus base is what another thread's value must grow by.
 */
final class Bases {
  private final MapSite site;
  private final List<AbsenceTest> absenceTests;
  private Base base;
  private boolean found = true;
  private boolean first = true;

  Bases(MapSite site, List<AbsenceTest> absenceTests) {
    this.site = site;
    this.absenceTests = absenceTests;
    for (Form form : site.forms()) {
      consider(form);
    }
    if (first) {
      base = null;
    }
  }

  /** Whether there is one answer for all ways. */
  boolean found() {
    return found;
  }

  /** The answer; null for zero. */
  Base base() {
    return base;
  }

  private void consider(Form form) {
    if (form.isRead()) {
      Expr otherwise = defaultOf(form.read());
      if (otherwise != null) {
        settle(baseOf(otherwise));
      }
      return;
    }
    if (form.effect() == Effect.ADD) {
      settle(baseOf(form.start()));
      return;
    }
    List<Term> sibling = siblingTerms();
    Number difference = sibling == null ? null : difference(form.start(), sibling);
    if (difference != null) {
      settle(new Base(difference, null));
    } else if (sibling != null && isAlone(sibling, form.start())) {
      settle(new Base(0, null));
    } else if (isGuarded()) {
      found = false;
    }
  }

  /**
   * A value chosen for another reason than absence replaces the old one: its base does not matter.
   */
  private boolean isGuarded() {
    return !absenceTests.isEmpty() || site.reads().size() > 0;
  }

  private List<Term> siblingTerms() {
    List<Term> terms = null;
    for (Form form : site.forms()) {
      if (form.isRead() && form.effect() == Effect.ADD) {
        if (terms != null && !terms.equals(form.terms())) {
          return null;
        }
        terms = form.terms();
      }
    }
    return terms;
  }

  private void settle(Base candidate) {
    if (!isAvailable(candidate)) {
      found = false;
    } else if (first) {
      base = candidate;
      first = false;
    } else if (!candidate.equals(base)) {
      found = false;
    }
  }

  private static Base baseOf(Expr start) {
    Number constant = constantOf(start);
    return constant != null ? new Base(constant, null) : new Base(null, start);
  }

  /** Whether the rewritten code can take a copy of the value where it is made. */
  private boolean isAvailable(Base candidate) {
    Expr value = candidate.value();
    if (value == null) {
      return true;
    }
    ExprFrame frame = site.flow().frame(site.write());
    for (int slot = 0; slot < frame.getLocals(); slot++) {
      if (frame.getLocal(slot) == value) {
        return true;
      }
    }
    return value.op == Op.PARAM || value.insn != null && value.op != Op.NEW;
  }

  /** The default that a read falls back to, null when it has none. */
  static Expr defaultOf(Expr read) {
    return read.args.length == 3 && isGetOrDefault(read) ? read.args[2] : null;
  }

  private static boolean isGetOrDefault(Expr read) {
    return ((MethodInsnNode) read.insn).name.equals("getOrDefault");
  }

  /** The default of the site's reads as a base, when they agree; or null. */
  static Base ofDefaults(MapSite site) {
    for (Form form : site.forms()) {
      Expr otherwise = form.isRead() ? defaultOf(form.read()) : null;
      if (otherwise != null) {
        return baseOf(otherwise);
      }
    }
    return null;
  }

  /** Start minus what the sibling adds, when both are constants; or null. */
  static Number difference(Expr start, List<Term> terms) {
    Number result = constantOf(start);
    for (Term term : terms) {
      Number amount = term.value() == null ? term.constant() : constantOf(term.value());
      if (amount == null || result == null) {
        return null;
      }
      double sign = term.negated() ? 1 : -1;
      result =
          isFloating(result) || isFloating(amount)
              ? (Number) (result.doubleValue() + sign * amount.doubleValue())
              : (Number) (result.longValue() + ((long) sign) * amount.longValue());
    }
    return result;
  }

  private static boolean isFloating(Number n) {
    return n instanceof Double || n instanceof Float;
  }

  static boolean isAlone(List<Term> terms, Expr start) {
    return terms.size() == 1
        && !terms.get(0).negated()
        && terms.get(0).value() != null
        && isAlikeOrKin(Numbers.unboxed(terms.get(0).value()), Numbers.unboxed(start));
  }

  /**
   * The same computation, or the same method or operator on other operands: both are increments.
   */
  private static boolean isAlikeOrKin(Expr a, Expr b) {
    if (Congruence.alike(a, b)) {
      return true;
    }
    boolean calls = a.op == Op.CALL && b.op == Op.CALL;
    boolean sums = a.op == Op.ARITH && b.op == Op.ARITH;
    return calls && ((MethodInsnNode) a.insn).name.equals(((MethodInsnNode) b.insn).name)
        || sums && a.opcode() == b.opcode();
  }

  /** The number that an expression always is, or null. */
  static Number constantOf(Expr e) {
    Expr inner = Numbers.unboxed(e);
    if (inner.op == Op.CONST && inner.constant instanceof Number number) {
      return number;
    }
    if (inner.op == Op.NEW && inner.args.length == 1) {
      return constantOf(inner.args[0]);
    }
    return inner.op == Op.STATIC ? bigConstant((FieldInsnNode) inner.insn) : null;
  }

  private static Number bigConstant(FieldInsnNode field) {
    boolean big =
        field.owner.equals("java/math/BigInteger") || field.owner.equals("java/math/BigDecimal");
    if (!big) {
      return null;
    }
    return switch (field.name) {
      case "ZERO" -> 0;
      case "ONE" -> 1;
      default -> null;
    };
  }

  /** Whether every term is a constant or was computed on every way to a position. */
  static boolean knownAt(List<Term> terms, int position, MethodFlow flow) {
    for (Term term : terms) {
      if (term.varies() || term.value() != null && !knownAt(term.value(), position, flow)) {
        return false;
      }
    }
    return true;
  }

  private static boolean knownAt(Expr value, int position, MethodFlow flow) {
    if (value.op == Op.CONST || value.op == Op.PARAM) {
      return true;
    }
    return value.insn != null
        && flow.control().dominators().dominates(flow.indexOf(value.insn), position);
  }
}
