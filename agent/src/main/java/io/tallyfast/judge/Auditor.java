package io.tallyfast.judge;

import io.tallyfast.analysis.ClassFacts;
import io.tallyfast.analysis.ClassScan;
import io.tallyfast.analysis.LockSummaries;
import io.tallyfast.analysis.Mutation;
import io.tallyfast.analysis.Pending;
import io.tallyfast.analysis.Site;
import io.tallyfast.analysis.TypeOracle;
import io.tallyfast.idiom.SiteRecords;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.objectweb.asm.tree.ClassNode;

/**
 * Judges the mutation sites of many classes together. It looks three times, each time at fewer
 * classes: all are scanned; in those that may mutate something the mutations are found; in those
 * that call what mutates, the calls. Keeps summaries only, not class files. Not thread-safe, but
 * for what says otherwise.
 */
public final class Auditor {
  /** How often {@link #mentioned} is to be asked for. */
  public static final int DETAILS = 2;

  /**
   * How many callers deep is looked: compilers of functions put several where the source has one.
   */
  private static final int CALLERS = 8;

  /** Through how many methods that only call another is looked. */
  private static final int DELEGATES = Resolver.MAX_DELEGATES + 1;

  /** Of a name that there are several classes for: which of them counts is not known here. */
  private static final Set<Integer> SCAN_AGAIN = new HashSet<>();

  private final TypeOracle types;
  private final List<Mutation> mutations = new ArrayList<>();
  private final List<Pending> pending = new ArrayList<>();
  private final List<Mutation> uses = new ArrayList<>();
  private final Resolver resolver;
  private final CallTable table = new CallTable();
  private final LockSummaries locks;

  /** What was found since the present look began: all classes of a look are told the same. */
  private final List<LockSummaries> newLocks = new ArrayList<>();

  private final Set<String> lockers = new HashSet<>();

  /** The classes whose objects maps hold; complete before the second look. */
  private final Set<String> mapValues = ConcurrentHashMap.newKeySet();

  private final Map<String, Set<Integer>> mutators = new ConcurrentHashMap<>();

  private final Program program;
  private Map<String, Set<Integer>> delegators = Map.of();
  private Map<String, Set<Integer>> callers = Map.of();
  private Map<String, Set<Integer>> mentioned = Map.of();

  /**
   * Creates an auditor.
   *
   * @param types answers questions about types that are not among the classes added
   */
  public Auditor(TypeOracle types) {
    this.types = new AllMaps(types, mapValues);
    this.locks = new LockSummaries(this.types);
    this.program = new Program(types);
    this.resolver = new Resolver(types);
  }

  /**
   * Judges the sites of some classes that are all there.
   *
   * @param classFiles the bytes of valid class files
   * @param types answers questions about types that are not among them
   */
  public static List<Site> judge(List<byte[]> classFiles, TypeOracle types) {
    Auditor auditor = new Auditor(types);
    List<byte[]> wanted = new ArrayList<>();
    for (byte[] classFile : classFiles) {
      if (auditor.scan(ClassScan.of(classFile))) {
        wanted.add(classFile);
      }
    }
    auditor.look(classFiles, auditor.lockers(), auditor::locks);
    auditor.look(classFiles, auditor.lockCallers(), auditor::locks);
    for (byte[] classFile : wanted) {
      auditor.add(auditor.find(classFile));
    }
    auditor.endOfLook();
    auditor.look(classFiles, auditor.delegators(), auditor::delegates);
    auditor.look(classFiles, auditor.callers(), auditor::calls);
    for (int i = 0; i < DETAILS; i++) {
      auditor.look(classFiles, auditor.mentioned(), auditor::details);
    }
    return auditor.finish();
  }

  private void look(
      List<byte[]> classFiles, Set<String> wanted, Function<byte[], ClassFacts> analysis) {
    for (byte[] classFile : classFiles) {
      if (wanted.contains(ClassScan.of(classFile).name())) {
        add(analysis.apply(classFile));
      }
    }
    endOfLook();
  }

  /**
   * Takes one class first: all classes are scanned before anything else is done.
   *
   * @return whether {@link #find} is to be given the class as well
   */
  public boolean scan(ClassScan scan) {
    table.add(scan);
    if (scan.leavesLocks() || scan.claims()) {
      lockers.add(scan.name());
    }
    Collections.addAll(mapValues, scan.mapValues());
    Set<Integer> found = scan.mutators();
    if (mutators.putIfAbsent(scan.name(), found) != null) {
      mutators.put(scan.name(), SCAN_AGAIN);
    }
    return !found.isEmpty() || scan.isMap();
  }

  /**
   * The classes that {@link #locks} is to be given, when all have been scanned: those that take
   * locks for others, and those that say which lock their fields need.
   */
  public Set<String> lockers() {
    return lockers;
  }

  /**
   * The classes that {@link #locks} is to be given once more, when those have been added: they call
   * what takes locks, and may do so for others in turn.
   */
  public Set<String> lockCallers() {
    Set<CallTable.Member> members = new HashSet<>();
    for (String[] method : locks.methods()) {
      members.add(new CallTable.Member(method[0], method[1].hashCode()));
    }
    return table.callersOf(members, 1).keySet();
  }

  /**
   * Finds the methods of one class that take locks for their callers, and what its annotations
   * claim; likewise for several threads.
   *
   * @throws RuntimeException when it cannot be read; the others are judged all the same
   */
  public ClassFacts locks(byte[] classFile) {
    return ClassFacts.locks(ClassTrees.withoutNames(classFile), types, locks);
  }

  /**
   * Finds the mutations of one class. May be called by several threads; the results are put
   * together by {@link #add(ClassFacts)}.
   *
   * @param classFile the bytes of a class file; not kept
   * @throws RuntimeException when it cannot be read; the others are judged all the same
   */
  public ClassFacts find(byte[] classFile) {
    ClassNode owner = ClassTrees.of(classFile);
    Set<Integer> found = mutators.remove(owner.name);
    if (found == null || found == SCAN_AGAIN) {
      found = ClassScan.of(classFile).mutators();
    }
    return ClassFacts.of(owner, types, locks, new SiteRecords(owner), found);
  }

  /**
   * Likewise, where somebody else knows the types better; of all methods, those included that
   * {@link #delegates} would be given.
   *
   * @param known answers questions about the types that the class names
   */
  public ClassFacts find(byte[] classFile, TypeOracle known) {
    ClassNode owner = ClassTrees.of(classFile);
    ClassScan scan = ClassScan.of(classFile);
    mutators.remove(owner.name);
    Set<Integer> members = new HashSet<>(scan.mutators());
    for (int delegate : scan.delegates()) {
      members.add(delegate);
    }
    return ClassFacts.of(
        owner, new AllMaps(known, mapValues), locks, new SiteRecords(owner), members);
  }

  /**
   * The classes that {@link #delegates} is to be given, when all that {@link #find} was to be given
   * has been added: those with small methods that others rely on and that may only call another.
   */
  public Set<String> delegators() {
    delegators = table.delegatesOf(resolver.mentioned(pending), resolver.delegates(), DELEGATES);
    return delegators.keySet();
  }

  /**
   * Finds what the small methods of one class do that others rely on; likewise for several threads.
   *
   * @throws RuntimeException when it cannot be read; the others are judged all the same
   */
  public ClassFacts delegates(byte[] classFile) {
    ClassNode owner = ClassTrees.withoutNames(classFile);
    return ClassFacts.summaries(owner, types, delegators.getOrDefault(owner.name, Set.of()));
  }

  /** Takes what was found in one class. */
  public void add(ClassFacts facts) {
    mutations.addAll(facts.mutations());
    pending.addAll(facts.pending());
    uses.addAll(facts.uses());
    facts.summaries().forEach(resolver::add);
    program.add(facts);
    newLocks.add(facts.locks());
  }

  /**
   * Hears that all classes of a look have been added. Only now may the next look know what this one
   * found: what a class is told must not depend on which others happened to be done before it.
   */
  public void endOfLook() {
    newLocks.forEach(locks::addAll);
    newLocks.clear();
  }

  /**
   * The classes that {@link #calls} is to be given, when all that {@link #find} was to be given has
   * been added: those that call what mutates, directly or through a few others. Forgets what calls
   * were given before.
   */
  public Set<String> callers() {
    resolve();
    Set<CallTable.Member> members = new HashSet<>();
    for (Mutation mutation : mutations) {
      if (mutation.counter()) {
        members.add(memberOf(mutation));
      }
    }
    for (Mutation use : uses) {
      members.add(memberOf(use));
    }
    callers = table.callersOf(members, CALLERS);
    program.forgetCalls();
    members.forEach(member -> program.want(List.of(member.hash())));
    callers.values().forEach(program::want);
    mutations.forEach(program.mentions()::of);
    uses.forEach(program.mentions()::of);
    return callers.keySet();
  }

  private static CallTable.Member memberOf(Mutation mutation) {
    String type = mutation.site().className().replace('.', '/');
    return new CallTable.Member(type, mutation.member().hashCode());
  }

  /** Now that all methods are known, those that depend on them are mutations or none. */
  private void resolve() {
    for (Pending candidate : pending) {
      Mutation mutation = resolver.resolve(candidate);
      if (mutation != null) {
        mutations.add(mutation);
      }
    }
    pending.clear();
  }

  /**
   * Finds the calls of one class; likewise for several threads.
   *
   * @throws RuntimeException when it cannot be read; the others are judged all the same
   */
  public ClassFacts calls(byte[] classFile) {
    ClassNode owner = ClassTrees.withoutNames(classFile);
    return ClassFacts.calls(owner, types, locks, callers.getOrDefault(owner.name, Set.of()));
  }

  /**
   * The classes that {@link #details} is to be given: those with a method that names of locks go
   * through, or that functions are given to. Asked for {@link #DETAILS} times, each time for what
   * the last ones mention.
   */
  public Set<String> mentioned() {
    mentioned = table.withAncestors(program.mentions().take());
    mentioned.values().forEach(program::want);
    return mentioned.keySet();
  }

  /**
   * Finds what the methods of one class that were mentioned do; likewise for several threads.
   *
   * @throws RuntimeException when it cannot be read; the others are judged all the same
   */
  public ClassFacts details(byte[] classFile) {
    ClassNode owner = ClassTrees.withoutNames(classFile);
    return ClassFacts.calls(owner, types, locks, mentioned.getOrDefault(owner.name, Set.of()));
  }

  /** The sites of all classes, judged together, in the order of classes and code. */
  public List<Site> finish() {
    program.unused().removeAll(table.calledOf(program.unused()));
    Judge judge = new Judge(mutations, program);
    List<Site> sites = judge.verdicts();
    sites.addAll(judge.uses(uses));
    return sites;
  }
}
