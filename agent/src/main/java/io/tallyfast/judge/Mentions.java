package io.tallyfast.judge;

import io.tallyfast.analysis.CallFact;
import io.tallyfast.analysis.Mutation;
import io.tallyfast.analysis.RunFact;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The methods whose inside matters though they call nothing that matters: getters on the way to a
 * lock, makers of maps, and those that run a function given to them. Not thread-safe.
 */
final class Mentions {
  private final Map<String, Set<Integer>> open = new HashMap<>();
  private final Set<String> seen = new HashSet<>();

  void of(Mutation mutation) {
    path(mutation.container());
    mutation.locks().forEach(this::path);
  }

  void of(CallFact call) {
    call.locks().forEach(this::path);
    path(call.receiver());
    call.arguments().values().forEach(this::path);
    call.runners().forEach(this::of);
  }

  void of(RunFact run) {
    run.locks().forEach(this::path);
    if (run.next() != null) {
      of(run.next());
    }
  }

  private void of(CallFact.Runner runner) {
    method(runner.owner(), runner.callee());
    path(runner.receiver());
  }

  private void path(String path) {
    int begin = path.indexOf('{');
    while (begin >= 0) {
      int end = path.indexOf('}', begin);
      int dot = path.indexOf('.', begin);
      if (dot > 0 && dot < end) {
        method(path.substring(begin + 1, dot), path.substring(dot + 1, end).replace('^', '['));
      }
      begin = path.indexOf('{', begin + 1);
    }
  }

  private void method(String owner, String member) {
    if (seen.add(owner + "." + member)) {
      open.computeIfAbsent(owner, type -> new HashSet<>()).add(member.hashCode());
    }
  }

  /** The methods that were mentioned since this was asked last: hashes by class. */
  Map<String, Set<Integer>> take() {
    Map<String, Set<Integer>> taken = new HashMap<>(open);
    open.clear();
    return taken;
  }

  void forget() {
    open.clear();
    seen.clear();
  }
}
