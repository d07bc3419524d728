package io.tallyfast.analysis;

import io.tallyfast.analysis.Expr.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Takes the mutations that are found in one method, and adds what holds for all kinds of them: the
 * locks held there, and who can reach what is changed. Not thread-safe.
 */
final class MutationSink {
  private final ClassNode owner;
  private final MethodFlow flow;
  private final LockState locks;
  private final FieldRoles roles;
  private final Origins origins;
  private final LockNames lockNames;
  private final List<Mutation> found = new ArrayList<>();
  private final List<MethodSummary> summaries = new ArrayList<>();
  private final List<Mutation> uses = new ArrayList<>();
  private final List<Pending> pending = new ArrayList<>();

  MutationSink(
      ClassNode owner, MethodFlow flow, LockState locks, FieldRoles roles, TypeOracle types) {
    this.owner = owner;
    this.roles = roles;
    this.flow = flow;
    this.locks = locks;
    this.origins = new Origins(flow, types);
    this.lockNames = new LockNames(owner.name, flow.method(), types);
  }

  /** The mutations taken, in the order of the finders that found them. */
  List<Mutation> found() {
    return found;
  }

  /** Those that depend on what other methods do. */
  List<Pending> pending() {
    return pending;
  }

  /** Notes that the method counts in a field of its own object. */
  void counts(AbstractInsnNode write, String field) {
    boolean small = flow.insns().length <= SummaryFinder.MAX_INSTRUCTIONS;
    if (small && !flow.method().name.startsWith("<")) {
      String member = flow.method().name + flow.method().desc;
      Set<String> held = locks.heldAt(write);
      summaries.add(
          new MethodSummary(MethodSummary.Kind.COUNTS, owner.name, member, field, -1, -1, held));
    }
  }

  /** What the method does for its callers. */
  List<MethodSummary> summaries() {
    return summaries;
  }

  /** The uses of maps that go wrong only where others write to them. */
  List<Mutation> uses() {
    return uses;
  }

  /** Takes a use of a map. */
  void use(Mutation use) {
    uses.add(use);
  }

  /** Takes one that depends on what other methods do. */
  void add(Mutation mutation, List<Claim> claims) {
    pending.add(new Pending(mutation, claims, false));
  }

  /** Takes one; where the map was got from a method, that method may tell the field. */
  void add(Mutation mutation, Expr container) {
    Claim getter = mutation.owned().isEmpty() ? getter(container) : null;
    if (getter == null) {
      found.add(mutation);
    } else {
      pending.add(new Pending(mutation, List.of(getter), true));
    }
  }

  private static Claim getter(Expr container) {
    Expr source = container.uncast();
    boolean call =
        source.op == Op.CALL
            && source.args.length <= 1
            && source.insn instanceof MethodInsnNode insn
            && CallFacts.isOfTheCode(insn.owner);
    if (!call) {
      return null;
    }
    MethodInsnNode insn = (MethodInsnNode) source.insn;
    return Claim.of(MethodSummary.Kind.RETURNS_MAP, insn.owner, CallSlots.member(insn));
  }

  /**
   * Describes a mutation.
   *
   * @param container what holds the value: a map, an object or an array
   * @param atomic whether the map itself does it atomically
   * @param counter for fields: whether it is used as a counter is
   */
  Mutation of(Site site, AbstractInsnNode write, Expr container, boolean atomic, boolean counter) {
    return of(site, write, container, Set.of(), atomic, counter);
  }

  /**
   * Likewise.
   *
   * @param reads what the written value was read by, since when a lock must be held
   */
  Mutation of(
      Site site,
      AbstractInsnNode write,
      Expr container,
      Set<Expr> reads,
      boolean atomic,
      boolean counter) {
    Expr source = container.uncast();
    boolean own = source == flow.at(write) && write instanceof FieldInsnNode;
    boolean inObject =
        write.getOpcode() == Opcodes.PUTFIELD && flow.at(write).args[0].uncast() == source;
    FieldInsnNode field =
        own || inObject ? (FieldInsnNode) write : source.insn instanceof FieldInsnNode f ? f : null;
    Origins.Reach reach = source == flow.at(write) ? Origins.Reach.SHARED : reachOf(source, write);
    if (isThreadLocal(source)) {
      reach = Origins.Reach.THREAD_LOCAL;
    }
    if (reach == Origins.Reach.SHARED && isUnderConstruction(source, field)) {
      reach = Origins.Reach.FRESH;
    }
    if (reach == Origins.Reach.SHARED && origins.isOwnResult(source, write)) {
      reach = Origins.Reach.RESULT;
    }
    String owned = field == null ? "" : field.owner + "." + field.name;
    int parameter = source.op == Op.PARAM ? source.index : -1;
    String path = own ? LockPaths.ofStatic(field) : lockNames.of(source);
    if (inObject) {
      path += "." + field.name;
    }
    Set<String> held = locksAt(reads, write, path);
    String member = flow.method().name + flow.method().desc;
    boolean folded = counter && isVariable(site, field) && roles.isFolded(field);
    boolean doubted = folded || counter && isDoubted(site, field);
    Site known = doubted ? site.with(Site.Confidence.LOW) : site;
    return new Mutation(
        known, member, owned, path, held, reach, parameter, atomic, counter, folded);
  }

  /** Whether a counter outside of maps is one that nothing but its name and use say is shared. */
  private boolean isDoubted(Site site, FieldInsnNode field) {
    return isVariable(site, field) && !roles.isShownShared(field);
  }

  private static boolean isVariable(Site site, FieldInsnNode field) {
    boolean variable = site.kind() == Site.Kind.FIELD || site.kind() == Site.Kind.ARRAY;
    return variable && field != null;
  }

  /** The locks held, with a name of its own for that of an object taken from the container. */
  private Set<String> locksAt(Set<Expr> reads, AbstractInsnNode write, String container) {
    Set<String> held = new LockSpan(flow, locks).heldSince(reads, write);
    Expr e = flow.at(write);
    if (held.isEmpty() || e == null || e.args.length == 0) {
      return held;
    }
    String holder = lockNames.of(e.args[0]);
    if (!holder.equals(container) && held.contains(holder)) {
      held.add(Mutation.HOLDER);
    }
    return held;
  }

  private Origins.Reach reachOf(Expr source, AbstractInsnNode write) {
    Origins.Reach reach = origins.reachOf(source, write);
    return reach == Origins.Reach.PARAMETER && write instanceof FieldInsnNode
        ? Origins.Reach.SHARED
        : reach;
  }

  private static boolean isThreadLocal(Expr source) {
    return Numbers.typeOf(source).endsWith("ThreadLocal")
        || source.insn instanceof MethodInsnNode call && call.owner.endsWith("ThreadLocal");
  }

  /** Nobody else knows of an object, or a class, before it is made. */
  private boolean isUnderConstruction(Expr source, FieldInsnNode field) {
    String name = flow.method().name;
    if (name.equals("<clinit>")) {
      return field != null && field.owner.equals(owner.name);
    }
    boolean ofThis =
        isThis(source)
            || source.op == Op.FIELD && isThis(source.args[0])
            || source.op == Op.OTHER && source.args.length == 2 && isThis(source.args[0]);
    return name.equals("<init>") && ofThis;
  }

  private static boolean isThis(Expr holder) {
    return holder.uncast().op == Op.PARAM && holder.uncast().index == 0;
  }
}
