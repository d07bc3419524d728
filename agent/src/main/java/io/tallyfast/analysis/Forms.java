package io.tallyfast.analysis;

import io.tallyfast.analysis.Form.Effect;
import io.tallyfast.analysis.Form.Term;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The ways in which a value comes about, and what becomes of them. Stateless; thread-safe. */
final class Forms {
  private static final int MAX_FORMS = 24;

  private Forms() {}

  /** Inside a loop the merge point stands for itself; what was added to it varies by turn. */
  static List<Form> closeLoop(Expr phi, List<Form> forms) {
    Form loop = null;
    List<Form> result = new ArrayList<>();
    for (Form form : forms) {
      if (form.read() != phi) {
        result.add(form);
      } else if (form.effect() != Effect.NONE && (loop == null || loop.effect() == Effect.ADD)) {
        loop = form;
      }
    }
    if (loop == null) {
      return result;
    }
    Term varies = new Term(null, null, false);
    return switch (loop.effect()) {
      case ADD -> plus(result, varies);
      case MAX, MIN -> extreme(result, loop.effect(), null);
      default -> others(result, "a loop changes the value: " + loop.why());
    };
  }

  static List<Form> plus(List<Form> forms, Term term) {
    List<Form> result = new ArrayList<>();
    for (Form form : forms) {
      result.add(form.plus(term));
    }
    return result;
  }

  static List<Form> extreme(List<Form> forms, Effect kind, Expr with) {
    List<Form> result = new ArrayList<>();
    for (Form form : forms) {
      result.add(form.extreme(kind, with));
    }
    return result;
  }

  static List<Form> others(List<Form> forms, String why) {
    List<Form> result = new ArrayList<>();
    for (Form form : forms) {
      result.add(form.other(why));
    }
    return result;
  }

  static List<Form> union(List<Form> a, List<Form> b) {
    List<Form> result = new ArrayList<>(a);
    for (Form form : b) {
      if (!result.contains(form)) {
        result.add(form);
      }
    }
    if (result.size() > MAX_FORMS) {
      return others(result.subList(0, MAX_FORMS), "there are too many ways to it");
    }
    return result;
  }

  /** The reads that some forms start from. */
  static Set<Expr> reads(List<Form> forms) {
    Set<Expr> reads = new HashSet<>();
    for (Form form : forms) {
      if (form.isRead()) {
        reads.add(form.read());
      }
    }
    return reads;
  }

  /** Whether any of some forms reads. */
  static boolean anyRead(List<Form> forms) {
    for (Form form : forms) {
      if (form.isRead()) {
        return true;
      }
    }
    return false;
  }
}
