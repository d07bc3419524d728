package io.tallyfast.judge;

import io.tallyfast.analysis.CallFact;
import io.tallyfast.analysis.LockPaths;
import io.tallyfast.analysis.Mutation;
import io.tallyfast.analysis.Origins.Reach;
import io.tallyfast.analysis.Site;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a mutation may change: one field or object, or, for a method that is given the map, what
 * each of its callers gives it. Locks are named from the object that holds the map, so that they
 * can be compared with those of other sites.
 */
final class Instances {
  private static final int MAX_DEPTH = 4;
  private static final int MAX_INSTANCES = 64;
  private static final String OWNER = "@";

  private final Program program;
  private final CallGraph calls;
  private final Freshness freshness;
  private final FunctionRuns functions;
  private final LockTerms terms;

  Instances(Program program) {
    this.program = program;
    this.terms = new LockTerms(program);
    this.functions = new FunctionRuns(program, terms);
    this.freshness = new Freshness(program, functions);
    this.calls = new CallGraph(program, terms, functions, freshness);
  }

  /**
   * One thing that a mutation changes.
   *
   * @param owned the field that holds it, as {@code com/acme/Server.stats}; empty when not known
   * @param held whether it is an object that the field's map holds, and not the map itself
   * @param locks the locks held that are the same for all who can reach it
   * @param doubtful locks of callers that may belong to another object
   * @param confined why only one thread can reach it; null when several can
   * @param own whether the class itself takes one of the locks, and not only callers of others
   */
  record Instance(
      String owned,
      boolean held,
      Set<String> locks,
      Set<String> doubtful,
      String confined,
      boolean own) {
    Instance inMap(boolean inMap) {
      return new Instance(owned, inMap, locks, doubtful, confined, own);
    }

    Instance ownedBy(boolean nest) {
      return new Instance(owned, held, locks, doubtful, confined, nest && !locks.isEmpty());
    }
  }

  /** All that a mutation may change; at least one. */
  List<Instance> of(Mutation mutation) {
    boolean held = mutation.site().kind() == Site.Kind.HOLDER;
    List<Instance> found = new ArrayList<>();
    for (Instance instance : all(mutation)) {
      found.add(instance.inMap(held));
    }
    return found;
  }

  private List<Instance> all(Mutation mutation) {
    String type = mutation.site().className().replace('.', '/');
    CallGraph.Entry entry = calls.entryOf(type, mutation.member());
    String confined = confinement(mutation, type, entry);
    if (confined != null) {
      return List.of(new Instance(mutation.owned(), false, Set.of(), Set.of(), confined, false));
    }
    List<Instance> found = new ArrayList<>();
    if (mutation.reach() == Reach.PARAMETER && mutation.owned().isEmpty()) {
      Set<String> locks = mutation.locks();
      addCallers(type, mutation.member(), mutation.parameter(), locks, MAX_DEPTH, found);
    }
    if (found.isEmpty() || found.size() > MAX_INSTANCES) {
      Set<String> locks = new HashSet<>(mutation.locks());
      locks.addAll(entry.locks());
      if (isThereOnce(mutation)) {
        locks.removeIf(LockPaths::isOneOfMany);
      }
      String getter = program.getterField(mutation.container());
      String owned = mutation.owned().isEmpty() ? getter : mutation.owned();
      Instance one = instance(owned, mutation.container(), locks, type);
      locks.removeAll(entry.far());
      locks.addAll(mutation.locks());
      found = List.of(one.ownedBy(instance(owned, mutation.container(), locks, type).own()));
    }
    return found;
  }

  /** Whether a field is changed that an object has one of, so that no lock of a key protects it. */
  private static boolean isThereOnce(Mutation mutation) {
    return mutation.site().kind() == Site.Kind.FIELD
        && !LockPaths.isOneOfMany(mutation.container());
  }

  private String confinement(Mutation mutation, String type, CallGraph.Entry entry) {
    return switch (mutation.reach()) {
      case FRESH -> "it is made here, and nobody else knows of it yet";
      case THREAD_LOCAL -> "it is kept per thread";
      case PARAMETER ->
          freshness.isAlwaysFresh(type, mutation.member(), mutation.parameter())
              ? "every caller passes one that nobody else knows of"
              : null;
      case RESULT ->
          program.isMade(LockPaths.withoutArguments(mutation.container()))
              ? "the method that returns it makes it anew"
              : ofShared(mutation, type, entry);
      case SHARED -> ofShared(mutation, type, entry);
    };
  }

  private String ofShared(Mutation mutation, String type, CallGraph.Entry entry) {
    boolean shown = LockPaths.isGlobal(mutation.container());
    if (entry.constructionOnly()
        && !mutation.owned().isEmpty()
        && !(shown && isOfConstructor(type, mutation.member(), MAX_DEPTH))) {
      return "only constructors call this";
    }
    // An object that the method was given; its field is what is changed.
    if (mutation.parameter() >= 0
        && freshness.isAlwaysFresh(type, mutation.member(), mutation.parameter())) {
      return "every caller passes one that nobody else knows of";
    }
    return freshness.isCapturedFresh(type, mutation.container())
        ? "it is made around this, and nobody else knows of it"
        : null;
  }

  /** Whether a constructor calls a method: what is static does not belong to its object. */
  private boolean isOfConstructor(String type, String member, int depth) {
    for (CallFact call : depth == 0 ? List.<CallFact>of() : program.callersOf(type, member)) {
      if (call.caller().startsWith("<init>")
          || isOfConstructor(call.callerClass(), call.caller(), depth - 1)) {
        return true;
      }
    }
    return false;
  }

  private void addCallers(
      String type, String member, int slot, Set<String> locks, int depth, List<Instance> found) {
    for (CallFact call : program.callersOf(type, member)) {
      if (found.size() > MAX_INSTANCES) {
        return;
      }
      boolean recursive = call.callerClass().equals(type) && call.caller().equals(member);
      if (!recursive) {
        addCaller(call, slot, locks, depth, found);
      }
    }
  }

  private void addCaller(
      CallFact call, int slot, Set<String> locks, int depth, List<Instance> found) {
    Set<String> held = terms.up(call.receiver(), call.arguments(), locks);
    FunctionRuns.Runs runs = functions.of(call);
    if (call.later() || !runs.later()) {
      held.addAll(call.locks());
    }
    String given = call.arguments().getOrDefault(slot, "").replace(CallFact.RESULT, "");
    String argument = program.plain(given);
    boolean passedOn = argument.startsWith("param ") && argument.indexOf('.') < 0;
    if (passedOn && depth > 0 && !runs.later()) {
      held.addAll(runs.locks());
      int from = Integer.parseInt(argument.substring("param ".length()));
      int before = found.size();
      addCallers(call.callerClass(), call.caller(), from, held, depth - 1, found);
      if (found.size() > before) {
        return;
      }
    }
    if (!runs.later()) {
      held.addAll(runs.locks());
      held.addAll(calls.entryOf(call.callerClass(), call.caller()).locks());
    }
    if (argument.equals(CallFact.FRESH)) {
      String why = "a caller passes one that nobody else knows of";
      found.add(new Instance("", false, Set.of(), Set.of(), runs.later() ? null : why, false));
    } else {
      String field = program.getterField(given);
      String owned = field.isEmpty() ? ownedBy(argument, call.callerClass()) : field;
      Instance one = instance(owned, argument, held, call.callerClass());
      Set<String> itself = new HashSet<>(Set.of(argument));
      itself.retainAll(held);
      Instance sure = instance(owned, argument, itself, call.callerClass());
      found.add(isFar(call) ? doubted(one, sure.locks()) : one);
    }
  }

  private static boolean isFar(CallFact call) {
    return !LockTerms.nest(call.callerClass()).equals(LockTerms.nest(call.owner()));
  }

  /**
   * A map that code of another class hands over has its locks there, if any.
   *
   * @param itself the lock on what is changed itself, if it is held
   */
  private static Instance doubted(Instance given, Set<String> itself) {
    Set<String> doubtful = new HashSet<>(given.doubtful());
    for (String lock : given.locks()) {
      if (!itself.contains(lock)) {
        doubtful.add(LockTerms.doubtful(lock));
      }
    }
    return new Instance(given.owned(), false, itself, doubtful, null, false);
  }

  /** The field that a path ends at, as far as the path alone tells. */
  private static String ownedBy(String path, String type) {
    String base = LockPaths.base(path);
    String field = path.substring(base.isEmpty() ? 0 : base.length() + 1);
    if (field.startsWith("*") || field.endsWith("}") || field.endsWith("]")) {
      return "";
    }
    if (LockPaths.isGlobal(path) && !base.isEmpty()) {
      return base.substring(1).replace('.', '/') + "." + field;
    }
    return base.equals("this") ? type + "." + field : "";
  }

  /** Whether locks are held that the class of a field names as in its own instance methods. */
  static boolean holds(Instance instance, Set<String> locks) {
    String type = "=" + instance.owned().substring(0, instance.owned().lastIndexOf('.'));
    for (String lock : locks) {
      boolean global = LockPaths.isGlobal(lock);
      String rest = LockPaths.after(lock, global ? type.replace('/', '.') : "this");
      boolean named = global && instance.locks().contains(lock);
      if (!named && !instance.locks().contains(OWNER + rest)) {
        return false;
      }
    }
    return true;
  }

  private Instance instance(String owned, String path, Set<String> locks, String type) {
    String container = program.plain(path);
    boolean ofStatic = container.equals("=" + owned.replace('/', '.'));
    String parent = LockPaths.base(container);
    String base = parent.isEmpty() ? container : parent;
    Set<String> named = new HashSet<>();
    Set<String> doubtful = new HashSet<>();
    for (String each : locks) {
      String name = relative(program.plain(each), base, type, ofStatic);
      if (name != null) {
        name = program.whole(owned, name);
        (LockTerms.isDoubtful(name) ? doubtful : named).add(name);
      }
    }
    return new Instance(owned, false, named, doubtful, null, !named.isEmpty());
  }

  /** A lock named from the object that holds the map; null for one that protects nothing. */
  private static String relative(String lock, String base, String type, boolean ofStatic) {
    if (lock.startsWith(OWNER) || LockTerms.isWeak(lock) || LockTerms.isDoubtful(lock)) {
      return lock;
    }
    String rest = base.isEmpty() ? null : LockPaths.after(lock, base);
    if (rest != null) {
      return OWNER + LockPaths.withoutArguments(rest);
    }
    if (LockPaths.isGlobal(lock)) {
      return lock;
    }
    if (LockPaths.isLocal(lock) || LockPaths.isThreadOfThis(lock)) {
      return null;
    }
    boolean single = type.endsWith("$");
    return ofStatic && !single ? LockTerms.doubtful(type, lock) : LockTerms.weak(type, lock);
  }
}
