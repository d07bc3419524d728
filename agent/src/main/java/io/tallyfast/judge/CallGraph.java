package io.tallyfast.judge;

import io.tallyfast.analysis.CallFact;
import io.tallyfast.analysis.TypeOracle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who calls what, with which locks held: answers which locks every caller of a method holds, and
 * which of its parameters nobody but the caller can reach. Not thread-safe.
 */
final class CallGraph {
  /** How many callers deep is looked. */
  static final int MAX_DEPTH = 4;

  private final TypeOracle types;
  private final Map<String, List<CallFact>> byCallee = new HashMap<>();
  private final Map<String, Entry> entries = new HashMap<>();

  CallGraph(TypeOracle types) {
    this.types = types;
  }

  /** Adds a call. Calls between unrelated packages are left out: they tell little and are many. */
  void add(CallFact call) {
    if (root(call.callerClass()).equals(root(call.owner()))) {
      byCallee.computeIfAbsent(call.callee(), name -> new ArrayList<>()).add(call);
    }
  }

  private static String root(String type) {
    int end = -1;
    for (int i = 0; i < 2; i++) {
      int next = type.indexOf('/', end + 1);
      end = next < 0 ? end : next;
    }
    return end < 0 ? type : type.substring(0, end);
  }

  private List<CallFact> callersOf(String type, String member) {
    List<CallFact> callers = new ArrayList<>();
    for (CallFact call : byCallee.getOrDefault(member, List.of())) {
      boolean same = call.owner().equals(type);
      if (same || types.isSubtype(type, call.owner()) || types.isSubtype(call.owner(), type)) {
        callers.add(call);
      }
    }
    return callers;
  }

  /** What the callers of a method tell. */
  record Entry(Set<String> locks, boolean constructionOnly) {}

  /** The locks that every caller holds; none where no caller is known. */
  Entry entryOf(String type, String member) {
    return entryOf(type, member, MAX_DEPTH, new HashSet<>());
  }

  private Entry entryOf(String type, String member, int depth, Set<String> open) {
    String key = depth + " " + type + "." + member;
    Entry known = entries.get(key);
    if (known == null) {
      known = computeEntry(type, member, depth, open);
      entries.put(key, known);
    }
    return known;
  }

  private Entry computeEntry(String type, String member, int depth, Set<String> open) {
    List<CallFact> callers = callersOf(type, member);
    if (depth == 0 || callers.isEmpty() || !open.add(type + "." + member)) {
      return new Entry(Set.of(), false);
    }
    Set<String> common = null;
    for (CallFact call : callers) {
      boolean recursive =
          call.callerClass().equals(type) && call.caller().equals(member) && call.onThis();
      if (recursive || call.isConstruction()) {
        continue;
      }
      Set<String> held = new HashSet<>(call.locks());
      Entry above = entryOf(call.callerClass(), call.caller(), depth - 1, open);
      if (above.constructionOnly() && call.onThis()) {
        continue;
      }
      held.addAll(call.onThis() ? above.locks() : outer(call, above.locks()));
      if (common == null) {
        common = held;
      } else {
        common.retainAll(held);
      }
      if (common.isEmpty()) {
        break;
      }
    }
    open.remove(type + "." + member);
    return common == null ? new Entry(Set.of(), true) : new Entry(common, false);
  }

  /** A lock of the caller's own object goes by the caller's class in code of another object. */
  private static Set<String> outer(CallFact call, Set<String> locks) {
    Set<String> named = new HashSet<>();
    for (String lock : locks) {
      named.add(lock.startsWith("this") ? call.callerClass() + "#" + lock : lock);
    }
    return named;
  }

  /** Whether every known caller passes what nobody else can reach; false where none is known. */
  boolean isAlwaysFresh(String type, String member, int slot) {
    return isAlwaysFresh(type, member, slot, MAX_DEPTH);
  }

  private boolean isAlwaysFresh(String type, String member, int slot, int depth) {
    List<CallFact> callers = callersOf(type, member);
    if (callers.isEmpty() || depth == 0) {
      return false;
    }
    for (CallFact call : callers) {
      Integer from = call.fresh().get(slot);
      boolean passedOn =
          from != null
              && from >= 0
              && (call.callerClass().equals(type) && call.caller().equals(member)
                  || isAlwaysFresh(call.callerClass(), call.caller(), from, depth - 1));
      if (from == null || from >= 0 && !passedOn) {
        return false;
      }
    }
    return true;
  }
}
