package io.tallyfast.demo.page;

import io.tallyfast.demo.result.RunResult;

/** What became of those who asked for the statistics meanwhile. Stateless. */
final class Status {

  private Status() {}

  static void write(Html html, RunResult without, RunResult with) {
    html.text(
        "While the load ran the status was asked for "
            + asked(without)
            + " without the agent and "
            + asked(with)
            + " with it.");
  }

  private static String asked(RunResult run) {
    int failures = run.watch().failures().size();
    int all = run.watch().samples().size() + failures;
    return all + " times (" + (failures == 0 ? "always answered" : failures + " failed") + ")";
  }
}
