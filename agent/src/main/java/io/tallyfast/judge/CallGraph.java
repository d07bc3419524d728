package io.tallyfast.judge;

import io.tallyfast.analysis.CallFact;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which locks every caller of a method holds, and whether only constructors call it. Not
 * thread-safe.
 */
final class CallGraph {
  private static final int MAX_DEPTH = 24;
  private static final int MAX_STEPS = 3000;
  private static final Entry UNKNOWN = new Entry(Set.of(), Set.of(), false);

  /** Methods that libraries call, and the type that says so. */
  private static final Map<String, String> LIBRARY =
      Map.of(
          "run()V", "java/lang/Runnable",
          "call()Ljava/lang/Object;", "java/util/concurrent/Callable",
          "get()Ljava/lang/Object;", "java/util/function/Supplier",
          "accept(Ljava/lang/Object;)V", "java/util/function/Consumer",
          "apply(Ljava/lang/Object;)Ljava/lang/Object;", "java/util/function/Function",
          "close()V", "java/lang/AutoCloseable");

  private final Program program;
  private final LockTerms terms;
  private final FunctionRuns functions;
  private final Freshness freshness;
  private final Map<String, Entry> entries = new HashMap<>();
  private final Map<String, Integer> open = new HashMap<>();
  private int steps;
  private int cut;

  CallGraph(Program program, LockTerms terms, FunctionRuns functions, Freshness freshness) {
    this.program = program;
    this.terms = terms;
    this.functions = functions;
    this.freshness = freshness;
  }

  /**
   * What the callers of a method tell, in the method's terms.
   *
   * @param locks what all of them hold
   * @param far those of the locks that code of another class took
   * @param constructionOnly whether only constructors call it
   */
  record Entry(Set<String> locks, Set<String> far, boolean constructionOnly) {}

  /** The locks that every caller holds; none where no caller is known. */
  Entry entryOf(String type, String member) {
    steps = 0;
    cut = Integer.MAX_VALUE;
    return entryOf(type, member, 0);
  }

  private Entry entryOf(String type, String member, int depth) {
    String key = type + "." + member;
    Entry known = entries.get(key);
    if (known != null) {
      return known;
    }
    if (depth > MAX_DEPTH || ++steps > MAX_STEPS) {
      return UNKNOWN;
    }
    open.put(key, depth);
    int outerCut = cut;
    cut = Integer.MAX_VALUE;
    Entry entry = compute(type, member, depth);
    open.remove(key);
    if (cut >= depth) {
      entries.put(key, entry);
      cut = outerCut;
    } else {
      cut = Math.min(cut, outerCut);
    }
    return entry;
  }

  private Entry compute(String type, String member, int depth) {
    List<CallFact> callers = program.callersOf(type, member);
    if (callers.isEmpty()) {
      Set<String> claimed = program.claimOf(type + "." + member);
      return claimed == null ? UNKNOWN : new Entry(claimed, Set.of(), false);
    }
    String library = LIBRARY.get(member);
    boolean called = library != null && program.isSubtype(type, library);
    if (called && program.creationsOf(type).isEmpty()) {
      return UNKNOWN;
    }
    Held common = null;
    boolean onFresh = false;
    boolean built = false;
    for (CallFact call : callers) {
      if (freshness.isOnFresh(call)) {
        onFresh = true;
        continue;
      }
      Held held = heldBy(call, depth);
      built |= held == null && !isOpen(call);
      if (held != null && common == null) {
        common = held;
      } else if (held != null) {
        common.locks.retainAll(held.locks);
        common.far.addAll(held.far);
      }
      if (common != null && common.locks.isEmpty()) {
        break;
      }
    }
    if (common == null) {
      return onFresh || !built ? UNKNOWN : new Entry(Set.of(), Set.of(), true);
    }
    return new Entry(common.locks, common.far, false);
  }

  /** The locks held at a call, in the method's terms; null for a call that does not matter. */
  private Held heldBy(CallFact call, int depth) {
    if (isOpen(call)) {
      int opened = open.get(call.callerClass() + "." + call.caller());
      cut = Math.min(cut, opened);
      boolean onOther = opened == depth && !call.onThis() && !call.receiver().isEmpty();
      return onOther ? new Held(terms.down(call, call.locks())) : null;
    }
    if (call.isConstruction() || program.isDead(call.callerClass(), call.caller())) {
      return null;
    }
    FunctionRuns.Runs runs = functions.of(call);
    if (runs.later()) {
      return new Held(call.later() ? terms.down(call, call.locks()) : new HashSet<>());
    }
    Entry above = entryOf(call.callerClass(), call.caller(), depth + 1);
    if (above.constructionOnly() && call.onThis()) {
      return null;
    }
    return held(call, runs.locks(), above);
  }

  /** Whether the caller is itself being looked at: recursion tells nothing. */
  private boolean isOpen(CallFact call) {
    return !call.later() && open.containsKey(call.callerClass() + "." + call.caller());
  }

  /** What is taken two classes away is there for something else, as far as can be seen. */
  private Held held(CallFact call, Set<String> run, Entry above) {
    boolean crosses = !LockTerms.nest(call.callerClass()).equals(LockTerms.nest(call.owner()));
    Set<String> near = new HashSet<>(call.locks());
    near.addAll(run);
    for (String lock : above.locks()) {
      if (!above.far().contains(lock) || !crosses) {
        near.add(lock);
      }
    }
    Held held = new Held(terms.down(call, near));
    if (crosses) {
      held.far.addAll(held.locks);
      for (String lock : above.far()) {
        held.locks.add(LockTerms.doubtful(lock));
      }
    } else {
      held.far.addAll(terms.down(call, above.far()));
    }
    return held;
  }

  private static final class Held {
    private final Set<String> locks;
    private final Set<String> far = new HashSet<>();

    Held(Set<String> locks) {
      this.locks = locks;
    }
  }
}
