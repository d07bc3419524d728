package io.tallyfast.judge;

import io.tallyfast.analysis.CallFact;
import io.tallyfast.analysis.ClassFacts;
import io.tallyfast.analysis.LockPaths;
import io.tallyfast.analysis.RunFact;
import io.tallyfast.analysis.TypeOracle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is kept of all classes to judge them together: who calls what, who runs which function, what
 * getters return, what annotations claim. Not thread-safe.
 */
final class Program {
  private final TypeOracle types;
  private final Map<String, List<CallFact>> byCallee = new HashMap<>();
  private final Map<String, List<RunFact>> runs = new HashMap<>();
  private final Map<String, String> getters = new HashMap<>();
  private final Map<String, Set<String>> makers = new HashMap<>();
  private final Map<String, Map<String, Map<Integer, String>>> stores = new HashMap<>();
  private final Set<String> unused = new HashSet<>();

  /** By the name of a field that holds the write half of a lock: class, and field of the whole. */
  private final Map<String, Map<String, String>> halves = new HashMap<>();

  private final Map<String, Set<String>> claims = new HashMap<>();

  /** The classes that claim something of a member, by its name. */
  private final Map<String, Set<String>> claiming = new HashMap<>();

  private final Mentions mentions = new Mentions();
  private final Set<Integer> wanted = new HashSet<>();

  /** One of each name: calls are many, and classes and methods few. */
  private final Map<String, String> names = new HashMap<>();

  Program(TypeOracle types) {
    this.types = types;
  }

  /** The methods that names of objects go through, and those that functions are given to. */
  Mentions mentions() {
    return mentions;
  }

  /** Forgets who calls what. */
  void forgetCalls() {
    byCallee.clear();
    runs.clear();
    wanted.clear();
    names.clear();
    mentions.forget();
  }

  /**
   * Says whose callers will be asked for. The calls of other methods are not kept.
   *
   * @param members hashes of names and descriptors
   */
  void want(Collection<Integer> members) {
    wanted.addAll(members);
  }

  /** The private methods that their own classes do not call. */
  Set<String> unused() {
    return unused;
  }

  /** Adds what was found in a class. */
  void add(ClassFacts facts) {
    String type = facts.type();
    for (CallFact call : facts.calls()) {
      add(call);
    }
    for (RunFact run : facts.runs()) {
      runs.computeIfAbsent(run.method(), method -> new ArrayList<>()).add(run);
    }
    getters.putAll(facts.getters());
    for (String member : facts.makers()) {
      makers.computeIfAbsent(member, name -> new HashSet<>()).add(type);
    }
    if (!facts.stores().isEmpty()) {
      stores.put(type, facts.stores());
    }
    for (Map.Entry<String, String> half : facts.writeHalves().entrySet()) {
      halves.computeIfAbsent(half.getKey(), name -> new HashMap<>()).put(type, half.getValue());
    }
    for (String member : facts.unused()) {
      unused.add(type + "." + member);
    }
    facts.mutations().forEach(mentions::of);
    facts.runs().forEach(mentions::of);
    for (Map.Entry<String, Set<String>> claim : facts.claims().entrySet()) {
      claims.put(type + "." + claim.getKey(), claim.getValue());
      claiming.computeIfAbsent(claim.getKey(), name -> new TreeSet<>()).add(type);
    }
  }

  private void add(CallFact call) {
    boolean any = call.callee().equals(CallFact.ANY_METHOD);
    if (any || isWanted(call) && isNear(call)) {
      mentions.of(call);
      CallFact kept = call.withNames(this::one);
      String key = any ? "*" + call.owner() : kept.callee();
      byCallee.computeIfAbsent(key, name -> new ArrayList<>(2)).add(kept);
    }
  }

  /** Of an anonymous class, who makes it and with what: its methods are its maker's. */
  private boolean isWanted(CallFact call) {
    return wanted.contains(call.callee().hashCode())
        || call.callee().startsWith("<init>") && CallFact.isAnonymous(call.owner());
  }

  private String one(String name) {
    String known = names.putIfAbsent(name, name);
    return known == null ? name : known;
  }

  /** Calls between unrelated packages are left out: they tell little and are many. */
  private static boolean isNear(CallFact call) {
    return root(call.callerClass()).equals(root(call.owner()));
  }

  private static String root(String type) {
    int end = -1;
    for (int i = 0; i < 2; i++) {
      int next = type.indexOf('/', end + 1);
      end = next < 0 ? end : next;
    }
    return end < 0 ? type : type.substring(0, end);
  }

  /**
   * A lock as it is named everywhere: a subclass sees the write half alone that a superclass keeps.
   *
   * @param owned the field that is changed, with its class
   * @param lock named from the object that has the field
   */
  String whole(String owned, String lock) {
    int dot = lock.lastIndexOf('.');
    Map<String, String> kept = halves.getOrDefault(lock.substring(dot + 1), Map.of());
    if (dot != 1 || owned.isEmpty() || kept.isEmpty()) {
      return lock;
    }
    String type = owned.substring(0, owned.lastIndexOf('.'));
    for (Map.Entry<String, String> half : kept.entrySet()) {
      if (types.isSubtype(type, half.getKey()) || types.isSubtype(half.getKey(), type)) {
        return lock.substring(0, dot + 1).concat(half.getValue());
      }
    }
    return lock;
  }

  /** The calls that may reach a method. */
  List<CallFact> callersOf(String type, String member) {
    List<CallFact> callers = new ArrayList<>();
    boolean constructor = member.startsWith("<init>");
    for (CallFact call : byCallee.getOrDefault(member, List.of())) {
      if (call.owner().equals(type) || !constructor && areKin(type, call.owner())) {
        callers.add(call);
      }
    }
    if (!constructor) {
      callers.addAll(creationsOf(type));
    }
    return callers;
  }

  /** Whether nobody calls a private method: compilers leave behind what they have copied. */
  boolean isDead(String type, String member) {
    return unused.contains(type + "." + member) && callersOf(type, member).isEmpty();
  }

  /** The places that make an object of an anonymous class, which run it or keep it. */
  List<CallFact> creationsOf(String type) {
    return byCallee.getOrDefault("*" + type, List.of());
  }

  /** Whether one type is a subtype of the other. */
  boolean areKin(String a, String b) {
    return types.isSubtype(a, b) || types.isSubtype(b, a);
  }

  boolean isSubtype(String type, String ancestor) {
    return types.isSubtype(type, ancestor);
  }

  /** What the methods that a call may reach do with the function in one of their parameters. */
  List<RunFact> runsOf(CallFact.Runner call) {
    List<RunFact> found = new ArrayList<>();
    for (RunFact run : runs.getOrDefault(call.callee(), List.of())) {
      boolean same = run.owner().equals(call.owner()) || areKin(run.owner(), call.owner());
      if (run.slot() == call.slot() && same) {
        found.add(run);
      }
    }
    return found;
  }

  /** A name of an object with the fields that its getters return. */
  String plain(String path) {
    return LockPaths.throughGetters(path, this::fieldOf);
  }

  private String fieldOf(String method) {
    String field = getters.get(method);
    return field == null ? null : field.substring(field.lastIndexOf('.') + 1);
  }

  /** The field, with its class, that the last step of a path reads; empty when it is a call. */
  String getterField(String path) {
    int open = path.lastIndexOf(".{");
    return path.endsWith("}")
        ? getters.getOrDefault(path.substring(open + 2, path.length() - 1), "")
        : "";
  }

  /** Whether the last step of a path is the call of a method that makes what it returns. */
  boolean isMade(String path) {
    int open = path.lastIndexOf('{');
    int dot = path.indexOf('.', open);
    int close = path.indexOf('}', open);
    if (open < 0 || close < dot) {
      return false;
    }
    String type = path.substring(open + 1, dot);
    for (String owner : makers.getOrDefault(path.substring(dot + 1, close), Set.of())) {
      if (type.equals(owner) || types.isSubtype(type, owner)) {
        return true;
      }
    }
    return false;
  }

  /** The constructors of an anonymous class, and the fields they keep their parameters in. */
  Map<String, Map<Integer, String>> storesOf(String type) {
    return stores.getOrDefault(type, Map.of());
  }

  /**
   * The locks claimed to guard a field, in its class or the one it is inherited from, or to be held
   * by a method's callers; null for none.
   */
  Set<String> claimOf(String typeAndMember) {
    Set<String> own = claims.get(typeAndMember);
    int dot = typeAndMember.lastIndexOf('.');
    if (own != null || dot < 0 || typeAndMember.indexOf('(') >= 0) {
      return own;
    }
    String type = typeAndMember.substring(0, dot);
    for (String parent : claiming.getOrDefault(typeAndMember.substring(dot + 1), Set.of())) {
      if (types.isSubtype(type, parent)) {
        return claims.get(parent + "." + typeAndMember.substring(dot + 1));
      }
    }
    return null;
  }
}
