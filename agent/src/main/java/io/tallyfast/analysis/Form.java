package io.tallyfast.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One way in which the value that is written came about: from what was read or from another value,
 * and by what operation. Immutable.
 *
 * @param read the read that it derives from, null when it starts from {@code start}
 * @param start the value it starts from when it derives from no read
 * @param effect what was done to it
 * @param terms what was added, or compared with for a maximum or minimum
 * @param why for {@link Effect#OTHER}: what keeps it from being merged, for the report
 */
public record Form(Expr read, Expr start, Effect effect, List<Term> terms, String why) {
  /** What was done to the value. */
  public enum Effect {
    NONE,
    ADD,
    MAX,
    MIN,
    /** Something that does not merge with what another thread did in between. */
    OTHER
  }

  /**
   * Something added or subtracted.
   *
   * @param value the expression, null when only a constant is known
   * @param constant the constant when there is no expression; null when it varies
   * @param negated whether it is subtracted
   */
  public record Term(Expr value, Integer constant, boolean negated) {
    /** Written out, for the one of records starts invokedynamic when an application starts. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Term term
          && value == term.value
          && Objects.equals(constant, term.constant)
          && negated == term.negated;
    }

    @Override
    public int hashCode() {
      return Objects.hashCode(value) * 31 + Objects.hashCode(constant) + (negated ? 1 : 0);
    }

    /** Whether it is nothing that can be named: it differs from one turn of a loop to the next. */
    public boolean varies() {
      return value == null && constant == null;
    }
  }

  /** Written out, for the one of records starts invokedynamic when an application starts. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Form form
        && read == form.read
        && start == form.start
        && effect == form.effect
        && terms.equals(form.terms)
        && why.equals(form.why);
  }

  @Override
  public int hashCode() {
    return (Objects.hashCode(read) * 31 + Objects.hashCode(start)) * 31 + terms.hashCode();
  }

  static Form ofRead(Expr read) {
    return new Form(read, null, Effect.NONE, List.of(), "");
  }

  static Form ofStart(Expr start) {
    return new Form(null, start, Effect.NONE, List.of(), "");
  }

  Form plus(Term term) {
    if (effect != Effect.NONE && effect != Effect.ADD) {
      return other("it adds to a maximum or minimum");
    }
    List<Term> more = new ArrayList<>(terms);
    more.add(term);
    return new Form(read, start, Effect.ADD, List.copyOf(more), why);
  }

  Form extreme(Effect kind, Expr with) {
    if (effect != Effect.NONE && effect != kind) {
      return other("it takes a maximum or minimum of a sum");
    }
    List<Term> more = new ArrayList<>(terms);
    more.add(new Term(with, null, false));
    return new Form(read, start, kind, List.copyOf(more), why);
  }

  Form other(String reason) {
    return new Form(read, start, Effect.OTHER, List.of(), effect == Effect.OTHER ? why : reason);
  }

  /** Whether it derives from a read. */
  public boolean isRead() {
    return read != null;
  }
}
