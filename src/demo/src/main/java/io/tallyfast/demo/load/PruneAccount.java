package io.tallyfast.demo.load;

import io.tallyfast.demo.result.Replies;
import java.util.Map;

/** What follows for the module that prunes memories. Stateless but for what it expects. */
final class PruneAccount {

  private final Expectation expected;

  PruneAccount(Expectation expected) {
    this.expected = expected;
  }

  /** Notes a run: the reply to who asked for it, or an entry of the history. */
  void pruned(Map<String, Object> run) {
    expected.count("pruner.runs", 1);
    expected.count("pruner.pruned", Replies.number(run, "pruned"));
    expected.amount("pruner.kept", Replies.number(run, "kept"));
    expected.amount("pruner.bytes_freed", Replies.number(run, "bytes_freed"));
  }

  /** Notes the runs that nobody asked for. */
  void remembered(Map<String, Object> history) {
    for (Object entry : Replies.list(history, "runs")) {
      Map<String, Object> run = Replies.object(entry, "a run");
      if ("schedule".equals(run.get("trigger"))) {
        pruned(run);
      }
    }
  }
}
