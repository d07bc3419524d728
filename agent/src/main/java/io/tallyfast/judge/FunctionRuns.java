package io.tallyfast.judge;

import io.tallyfast.analysis.CallFact;
import io.tallyfast.analysis.RunFact;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where the functions that are given to methods run: under which locks, and whether at once. */
final class FunctionRuns {
  private static final int MAX_DEPTH = 4;

  private final Program program;
  private final LockTerms terms;

  FunctionRuns(Program program, LockTerms terms) {
    this.program = program;
    this.terms = terms;
  }

  /**
   * What is known of a function's runs.
   *
   * @param later whether one of them may be in another thread, or after the call
   * @param locks the locks that all of them hold besides those of the caller, in its terms
   */
  record Runs(boolean later, Set<String> locks) {}

  private static final Runs HERE = new Runs(false, Set.of());
  private static final Runs LATER = new Runs(true, Set.of());

  /** The runs of a function that was made for a call, or several. */
  Runs of(CallFact made) {
    if (made.later()) {
      return LATER;
    }
    Runs all = null;
    for (CallFact.Runner runner : made.runners()) {
      all = both(all, of(runner, MAX_DEPTH));
    }
    return all == null ? HERE : all;
  }

  private Runs of(CallFact.Runner call, int depth) {
    List<RunFact> facts = program.runsOf(call);
    if (facts.isEmpty() || depth == 0) {
      return HERE;
    }
    Runs all = null;
    for (RunFact fact : facts) {
      all = both(all, of(fact, depth));
    }
    return all.later()
        ? LATER
        : new Runs(false, terms.up(call.receiver(), call.arguments(), all.locks()));
  }

  private Runs of(RunFact fact, int depth) {
    if (fact.keeps()) {
      return LATER;
    }
    Set<String> locks = new HashSet<>(fact.locks());
    if (fact.next() != null) {
      Runs further = of(fact.next(), depth - 1);
      if (further.later()) {
        return LATER;
      }
      locks.addAll(further.locks());
    }
    return new Runs(false, locks);
  }

  private static Runs both(Runs a, Runs b) {
    if (a == null) {
      return b;
    }
    if (a.later() || b.later()) {
      return LATER;
    }
    Set<String> common = new HashSet<>(a.locks());
    common.retainAll(b.locks());
    return new Runs(false, common);
  }
}
