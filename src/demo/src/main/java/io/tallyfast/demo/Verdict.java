package io.tallyfast.demo;

import io.tallyfast.demo.result.AgentOutcome;
import io.tallyfast.demo.result.Counter;
import io.tallyfast.demo.result.RunResult;
import io.tallyfast.demo.result.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Decides whether two runs show what they should. Stateless. */
final class Verdict {

  private Verdict() {}

  /** Returns what speaks against it, in words; empty if nothing does. */
  static List<String> complaints(RunResult without, RunResult with, AgentOutcome outcome) {
    List<String> complaints = new ArrayList<>();
    if (!with.failures().isEmpty()) {
      complaints.add(
          with.failures().size() + " calls failed, so nobody knows what the counters should be");
    }
    if (without.lost() == 0) {
      complaints.add("without the agent nothing was lost: use more clients or requests");
    }
    if (outcome.guardedSites() == 0) {
      complaints.add("the agent guarded nothing");
    }
    watched(with, complaints);
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

  private static void watched(RunResult with, List<String> complaints) {
    complaints.addAll(with.watch().failures());
    for (Sample sample : with.watch().samples()) {
      if (sample.missing() != 0) {
        complaints.add(
            String.format(
                Locale.ROOT,
                "with the agent the statistics lacked %.0f counts after %.1f s",
                sample.missing(),
                sample.seconds()));
      }
    }
  }
}
