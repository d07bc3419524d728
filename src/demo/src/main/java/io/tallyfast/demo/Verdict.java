package io.tallyfast.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Decides whether two runs show what they should. Stateless. */
final class Verdict {

  private Verdict() {}

  /** Returns what speaks against it, in words; empty if nothing does. */
  static List<String> complaints(RunResult without, RunResult with, AgentOutcome outcome) {
    List<String> complaints = new ArrayList<>();
    for (RunResult run : List.of(without, with)) {
      if (!run.failures().isEmpty()) {
        complaints.add(
            run.failures().size() + " calls failed, so nobody knows what the counters should be");
      }
    }
    if (without.lost() == 0) {
      complaints.add("without the agent nothing was lost: use more clients or requests");
    }
    if (outcome.guardedSites() == 0) {
      complaints.add("the agent guarded nothing");
    }
    for (Counter counter : with.counters()) {
      if (counter.lost() != 0) {
        complaints.add(
            String.format(
                Locale.ROOT,
                "with the agent %s is %.3f and must be %.3f",
                counter.name(),
                counter.counted(),
                counter.expected()));
      }
    }
    return complaints;
  }
}
