package io.tallyfast.judge;

import io.tallyfast.analysis.CallFact;
import io.tallyfast.analysis.LockPaths;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which parameters and captured variables hold what nobody but the caller can reach. */
final class Freshness {
  private static final int MAX_DEPTH = 6;

  private final Program program;
  private final FunctionRuns functions;

  Freshness(Program program, FunctionRuns functions) {
    this.program = program;
    this.functions = functions;
  }

  /** Whether every known caller passes what nobody else can reach; false where none is known. */
  boolean isAlwaysFresh(String type, String member, int slot) {
    return isAlwaysFresh(type, member, slot, new HashSet<>());
  }

  private boolean isAlwaysFresh(String type, String member, int slot, Set<String> seen) {
    List<CallFact> callers = program.callersOf(type, member);
    if (callers.isEmpty() || seen.size() > MAX_DEPTH) {
      return false;
    }
    seen.add(type + "." + member + slot);
    for (CallFact call : callers) {
      if (!isFresh(call, call.arguments().get(slot), seen)) {
        return false;
      }
    }
    seen.remove(type + "." + member + slot);
    return true;
  }

  /** Whether a method is called on an object that nobody but the caller can reach. */
  boolean isOnFresh(CallFact call) {
    return !call.receiver().isEmpty()
        && !call.onThis()
        && isFresh(call, call.receiver(), new HashSet<>());
  }

  /** Whether what a call passes is out of others' reach, and stays so while the call runs. */
  private boolean isFresh(CallFact call, String argument, Set<String> seen) {
    if (argument == null || functions.of(call).later()) {
      return false;
    }
    int or = argument.indexOf(CallFact.OR);
    if (or >= 0) {
      return isFresh(call, argument.substring(0, or), seen)
          && isFresh(call, argument.substring(or + 1), seen);
    }
    if (argument.equals(CallFact.FRESH)) {
      return true;
    }
    if (argument.endsWith(CallFact.RESULT)) {
      return program.isMade(LockPaths.withoutArguments(argument));
    }
    if (argument.startsWith("param ") && argument.indexOf('.') < 0) {
      int slot = Integer.parseInt(argument.substring("param ".length()));
      return seen.contains(call.callerClass() + "." + call.caller() + slot)
          || isAlwaysFresh(call.callerClass(), call.caller(), slot, seen);
    }
    return isCapturedFresh(call.callerClass(), argument, seen);
  }

  /**
   * Whether a path in an anonymous class is a variable that it captured, of what nobody else than
   * the method around it can reach.
   */
  boolean isCapturedFresh(String type, String path) {
    return isCapturedFresh(type, path, new HashSet<>());
  }

  private boolean isCapturedFresh(String type, String path, Set<String> seen) {
    boolean found = false;
    for (CallFact creation : program.creationsOf(type)) {
      if (functions.of(creation).later()) {
        return false;
      }
    }
    for (Map.Entry<String, Map<Integer, String>> constructor : program.storesOf(type).entrySet()) {
      for (Map.Entry<Integer, String> store : constructor.getValue().entrySet()) {
        if (path.equals("this." + store.getValue())) {
          found = true;
          if (!isAlwaysFresh(type, constructor.getKey(), store.getKey(), seen)) {
            return false;
          }
        }
      }
    }
    return found;
  }
}
