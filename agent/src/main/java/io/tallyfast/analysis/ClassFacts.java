package io.tallyfast.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;

/**
 * What an audit keeps of one class: its mutations, the calls between its code, and what is needed
 * to compare locks as objects. Not changed once it is returned.
 */
public final class ClassFacts {
  private final ClassNode owner;
  private final TypeOracle types;
  private final LockSummaries locks;
  private final Claims claims;
  private final List<Mutation> mutations = new ArrayList<>();
  private final List<Pending> pending = new ArrayList<>();
  private final List<MethodSummary> summaries = new ArrayList<>();
  private final List<Mutation> uses = new ArrayList<>();
  private final Map<MethodNode, Set<AbstractInsnNode>> updates = new HashMap<>();
  private final List<CallFact> calls = new ArrayList<>();
  private final List<RunFact> runs = new ArrayList<>();
  private final Set<String> makers = new HashSet<>();
  private final List<String> skipped = new ArrayList<>();
  private final Flows flows;
  private final Map<String, String> getters;
  private final Map<String, Map<Integer, String>> stores;
  private Set<String> unused = Set.of();
  private Map<String, String> writeHalves = Map.of();

  private ClassFacts(ClassNode owner, TypeOracle types, LockSummaries others) {
    this.owner = owner;
    this.types = types;
    this.locks = new LockSummaries(types, others);
    this.claims = new Claims(owner);
    this.flows = new Flows(owner);
    this.getters = ClassShape.getters(owner);
    this.stores = ClassShape.stores(owner);
    locks.add(owner);
  }

  /** Gives the record of a site; the idioms that name it are no business of the analysis. */
  public interface SiteNames {
    /** The record of a site on a map. */
    Site of(MapSite site);

    /** The record of a site on a field, an element or a holder. */
    Site of(
        MethodNode method, AbstractInsnNode write, String idiom, Site.Kind kind, String[] words);
  }

  /**
   * Finds the methods of a class that take locks for their callers.
   *
   * @param others those of other classes, as far as they are known; only read
   */
  public static ClassFacts locks(ClassNode owner, TypeOracle types, LockSummaries others) {
    return new ClassFacts(owner, types, others);
  }

  /**
   * Finds the mutations of a class.
   *
   * @param others the methods of other classes that take locks for their callers; only read
   * @param mutators the hashes of the names and descriptors of the methods that may have one, as
   *     {@link ClassScan} gives them
   * @throws RuntimeException when the class defeats the analysis
   */
  public static ClassFacts of(
      ClassNode owner,
      TypeOracle types,
      LockSummaries others,
      SiteNames idioms,
      Set<Integer> mutators) {
    ClassFacts facts = new ClassFacts(owner, types, others);
    FieldRoles roles = new FieldRoles(owner, types, facts.flows);
    FieldInits fields = new FieldInits(owner);
    facts.writeHalves = fields.writeHalves();
    for (MethodNode method : owner.methods) {
      boolean silent = facts.claims.silences(method.name + method.desc);
      if (!silent && mutators.contains(hash(method)) && !facts.claims.silencesClass()) {
        facts.find(method, roles, fields, idioms);
      }
    }
    facts.findUses(roles, fields, idioms);
    facts.findInherited(idioms);
    return facts;
  }

  private void findInherited(SiteNames idioms) {
    MethodNode put = InheritedDefaults.putOf(owner, types);
    if (put != null && !claims.silencesClass() && !claims.isForOneThread()) {
      mutations.add(InheritedDefaults.mutation(owner, put, idioms));
    }
  }

  /**
   * Finds what some small methods of a class do for their callers, which mutate nothing themselves.
   *
   * @param members the hashes of the names and descriptors of the methods
   * @throws RuntimeException when the class defeats the analysis
   */
  public static ClassFacts summaries(ClassNode owner, TypeOracle types, Set<Integer> members) {
    ClassFacts facts = new ClassFacts(owner, types, null);
    for (MethodNode method : owner.methods) {
      boolean silent = facts.claims.silences(method.name + method.desc);
      if (!silent && members.contains(hash(method)) && !facts.claims.silencesClass()) {
        facts.summarize(method);
      }
    }
    return facts;
  }

  private void summarize(MethodNode method) {
    MethodFlow flow = flows.of(method);
    if (flow != null) {
      summaries.addAll(new SummaryFinder(owner, flow, types).find());
    }
  }

  /**
   * Finds the calls of some methods of a class, and what they do with functions given to them.
   *
   * @param others the methods of other classes that take locks for their callers; only read
   * @param members the hashes of the names and descriptors of the methods
   * @throws RuntimeException when the class defeats the analysis
   */
  public static ClassFacts calls(
      ClassNode owner, TypeOracle types, LockSummaries others, Set<Integer> members) {
    ClassFacts facts = new ClassFacts(owner, types, others);
    FieldInits fields = new FieldInits(owner);
    facts.unused = ClassShape.unused(owner);
    for (MethodNode method : owner.methods) {
      if (members.contains(hash(method))) {
        facts.collectCalls(method, fields);
      }
    }
    return facts;
  }

  private static int hash(MethodNode method) {
    return method.name.concat(method.desc).hashCode();
  }

  private void find(MethodNode method, FieldRoles roles, FieldInits fields, SiteNames idioms) {
    try {
      MethodFlow flow = flows.simplified(method);
      LockState held = heldIn(flow, fields);
      MutationFinder finder = new MutationFinder(owner, flow, held, roles, types, idioms);
      MutationSink sink = finder.find();
      addHeard(sink.found(), mutations);
      for (Pending each : sink.pending()) {
        if (!isSilenced(each.mutation())) {
          pending.add(each);
        }
      }
      summaries.addAll(sink.summaries());
      summaries.addAll(new SummaryFinder(owner, flow, types).find());
      updates.put(method, finder.updates());
    } catch (AnalyzerException | UnsupportedMethodException e) {
      skipped.add(method.name + ": " + e.getMessage());
    }
  }

  private LockState heldIn(MethodFlow flow, FieldInits fields) {
    Set<String> thread = OneThread.of(owner, flow.method(), types);
    return LockState.of(owner.name, flow, fields, locks, types).with(thread);
  }

  private void addHeard(List<Mutation> found, List<Mutation> to) {
    for (Mutation mutation : found) {
      if (!isSilenced(mutation)) {
        to.add(mutation);
      }
    }
  }

  private void findUses(FieldRoles roles, FieldInits fields, SiteNames idioms) {
    Set<String> counted = new HashSet<>();
    for (Mutation mutation : mutations) {
      boolean map = mutation.site().kind() == Site.Kind.MAP;
      if (map && !mutation.atomic() && !mutation.owned().isEmpty()) {
        counted.add(mutation.owned());
      }
    }
    for (MethodNode method : owner.methods) {
      if (touches(method, counted)) {
        findUses(method, counted, roles, fields, idioms);
      }
    }
  }

  private static boolean touches(MethodNode method, Set<String> fields) {
    boolean source = !method.name.startsWith("<") && (method.access & Opcodes.ACC_SYNTHETIC) == 0;
    for (AbstractInsnNode insn : method.instructions) {
      if (source
          && insn instanceof FieldInsnNode field
          && fields.contains(CallSlots.field(field))) {
        return true;
      }
    }
    return false;
  }

  private void findUses(
      MethodNode method,
      Set<String> counted,
      FieldRoles roles,
      FieldInits fields,
      SiteNames idioms) {
    try {
      MethodFlow flow = flows.simplified(method);
      LockState held = heldIn(flow, fields);
      MutationSink sink = new MutationSink(owner, flow, held, roles, types);
      Set<AbstractInsnNode> known = updates.getOrDefault(method, Set.of());
      new MapUseFinder(flow, types, roles, idioms, sink).find(counted, known);
      addHeard(sink.uses(), uses);
    } catch (AnalyzerException | UnsupportedMethodException e) {
      skipped.add(method.name + ": " + e.getMessage());
    }
  }

  /**
   * A class that is for one thread needs no advice; but one that counts in a map made for several
   * has them.
   */
  private boolean isSilenced(Mutation mutation) {
    String prefix = owner.name + ".";
    boolean field =
        mutation.owned().startsWith(prefix)
            && claims.silences(mutation.owned().substring(prefix.length()));
    boolean shared = mutation.site().mapType().contains("Concurrent");
    return field || claims.isForOneThread() && !shared;
  }

  private void collectCalls(MethodNode method, FieldInits fields) {
    if (!needsFlow(method)) {
      calls.addAll(CallFacts.plain(owner, method));
      return;
    }
    try {
      MethodFlow flow = MethodFlow.of(owner, method);
      LockState held = heldIn(flow, fields);
      CallFacts facts = new CallFacts(owner, flow, held, fields, types);
      calls.addAll(facts.collect());
      runs.addAll(facts.runs());
      if (Origins.isMap(method.desc) && facts.returnsNew()) {
        makers.add(method.name + method.desc.replace('[', '^'));
      }
    } catch (AnalyzerException | UnsupportedMethodException e) {
      // Its locks are not known then: it counts as a caller that holds none.
      calls.addAll(CallFacts.plain(owner, method));
    }
  }

  /**
   * Whether the calls of a method may be made under a lock or on what its callers lock, or hand on
   * a map or a function.
   */
  private boolean needsFlow(MethodNode method) {
    if (LockCalls.areIn(method)
        || method.name.equals("<init>")
        || method.desc.endsWith("Map;")
        || (method.access & Opcodes.ACC_SYNTHETIC) != 0
        || method.name.startsWith("$anonfun$")
        || takesFunction(method)
        || !OneThread.of(owner, method, types).isEmpty()
        || CallFacts.seesOthersOfItsClass(owner, method)) {
      return true;
    }
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof InvokeDynamicInsnNode
          || insn instanceof MethodInsnNode call
              && (concerns(call)
                  || method.desc.contains("L" + call.owner + ";")
                  || handsDown(call))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a call within the class may hand on an object of a class of its nest, which the method
   * made or was given: such objects are often made for one computation.
   */
  private boolean handsDown(MethodInsnNode call) {
    int inner = owner.name.indexOf('$');
    String nest = inner < 0 ? owner.name : owner.name.substring(0, inner);
    return call.owner.equals(owner.name) && call.desc.contains("L" + nest + "$");
  }

  private static boolean takesFunction(MethodNode method) {
    for (Type type : Type.getArgumentTypes(method.desc)) {
      if (Functions.isFunction(type)) {
        return true;
      }
    }
    return false;
  }

  private boolean concerns(MethodInsnNode call) {
    if (CallFacts.isOfTheCode(call.owner)) {
      return call.desc.contains("Map;")
          || call.name.equals("<init>") && CallFact.isAnonymous(call.owner)
          || locks.of(call) != null;
    }
    MapCall kind = MapCalls.of(call, types);
    return kind != null && (kind.stores() || kind.computes())
        || kind == MapCall.REPLACE_IF
        || call.name.equals("set") && call.owner.startsWith("java/util/concurrent/atomic/")
        || call.name.equals("setValue");
  }

  /** The internal name of the class. */
  public String type() {
    return owner.name;
  }

  /** The mutations, in the order of the code. */
  public List<Mutation> mutations() {
    return mutations;
  }

  /** The mutations that are some only if other methods do what is claimed of them. */
  public List<Pending> pending() {
    return pending;
  }

  /** What small methods do for their callers. */
  public List<MethodSummary> summaries() {
    return summaries;
  }

  /** The uses of counted maps that go wrong only where others write to them meanwhile. */
  public List<Mutation> uses() {
    return uses;
  }

  /** The calls. */
  public List<CallFact> calls() {
    return calls;
  }

  /** What methods do with the functions given to them. */
  public List<RunFact> runs() {
    return runs;
  }

  /** The methods of the class that take locks for their callers. */
  public LockSummaries locks() {
    return locks;
  }

  /** The field, with its class, that each getter returns. */
  public Map<String, String> getters() {
    return getters;
  }

  /** The methods that make a map for their caller, as steps of paths name them. */
  public Set<String> makers() {
    return makers;
  }

  /** Of an anonymous class: the fields that its constructors keep their parameters in. */
  public Map<String, Map<Integer, String>> stores() {
    return stores;
  }

  /** The private methods that the class itself does not call; empty when not looked for. */
  public Set<String> unused() {
    return unused;
  }

  /** The field of the whole lock by the field that holds the write half of it. */
  public Map<String, String> writeHalves() {
    return writeHalves;
  }

  /** The locks that annotations claim, by field name or by method name with descriptor. */
  public Map<String, Set<String>> claims() {
    return claims.guards();
  }

  /** The methods that were left out, each with the reason. */
  public List<String> skipped() {
    return skipped;
  }
}
