package io.tallyfast.analysis;

import io.tallyfast.analysis.Expr.Op;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;

/** Finds the mutations of one method: of maps, holders in maps, fields and elements. */
final class MutationFinder {
  private final ClassNode owner;
  private final MethodFlow flow;
  private final FieldRoles roles;
  private final TypeOracle types;
  private final ClassFacts.SiteNames names;
  private final Origins origins;
  private final Words words;
  private final ConditionalExtreme extremes;
  private final ResetFinder resets;
  private final MutationSink sink;
  private final EntryFinder entries;
  private final Set<AbstractInsnNode> updates = new HashSet<>();

  MutationFinder(
      ClassNode owner,
      MethodFlow flow,
      LockState locks,
      FieldRoles roles,
      TypeOracle types,
      ClassFacts.SiteNames names) {
    this.owner = owner;
    this.flow = flow;
    this.roles = roles;
    this.types = types;
    this.names = names;
    this.origins = new Origins(flow, types);
    this.words = new Words(flow.method());
    this.extremes = new ConditionalExtreme(flow, types);
    this.resets = new ResetFinder(flow, types);
    this.sink = new MutationSink(owner, flow, locks, roles, types);
    this.entries = new EntryFinder(flow, types, names, sink, updates);
  }

  /** Finds them; the sink has them then. */
  MutationSink find() {
    for (MapSite site : new MethodSites(owner, flow, types).find()) {
      Site named = names.of(site);
      boolean atomic = site.call().computes() && isAtomic(site);
      updates.add(site.write());
      Set<Expr> reads = site.call().computes() ? Set.of() : Forms.reads(site.forms());
      Mutation mutation = sink.of(named, site.write(), site.map(), reads, atomic, true);
      boolean locked = atomic && locksItself(site.map().uncast());
      sink.add(locked ? mutation.under(mutation.container()) : mutation, site.map());
    }
    for (AbstractInsnNode insn : flow.insns()) {
      Expr write = flow.frame(insn) == null ? null : flow.at(insn);
      if (write != null) {
        consider(write);
      }
    }
    new SplitFinder(flow, types, names, sink).find();
    new HolderCalls(flow, types, names, sink, origins).find();
    return sink;
  }

  /** The writes to maps that were found to be updates. */
  Set<AbstractInsnNode> updates() {
    return updates;
  }

  private void consider(Expr write) {
    VariablePlace place = VariablePlace.of(write);
    if (place != null) {
      consider(place);
    }
    entries.consider(write);
  }

  /** Whether the methods of a map take the map itself as their lock, as others may. */
  private boolean locksItself(Expr map) {
    boolean field = map.op == Op.FIELD || map.op == Op.STATIC;
    return FieldRoles.isLockOfItself(Numbers.typeOf(map))
        || field && roles.locksItself((FieldInsnNode) map.insn);
  }

  private boolean isAtomic(MapSite site) {
    Expr map = site.map().uncast();
    boolean field = map.op == Op.FIELD || map.op == Op.STATIC;
    return MapCalls.isConcurrent(site.write().owner, types)
        || MapCalls.isConcurrent(Numbers.typeOf(map), types)
        || FieldRoles.isLockOfItself(Numbers.typeOf(map))
        || field && roles.isConcurrent((FieldInsnNode) map.insn);
  }

  private void consider(VariablePlace place) {
    Derivation derivation = new Derivation(place, flow, types);
    List<Form> forms = derivation.of(place.value());
    Form extreme =
        EntryFinder.counts(forms) ? null : extremes.of(place, place.value(), place.write().insn);
    if (extreme != null) {
      forms = List.of(extreme);
    }
    Expr map = place.holder() == null ? null : origins.mapBehind(place.holder());
    boolean inMap = map != null;
    boolean holder = inMap || place.isHolder();
    boolean reset = holder && isReset(place);
    boolean smooths =
        calculates(forms, place.value())
            && (holder || isFraction(place.value()) || isOperated(place, forms));
    if (!reset && !smooths && !EntryFinder.counts(forms)) {
      return;
    }
    if (!reset) {
      countsOwn(place);
    }
    String delta = words.delta(forms);
    if (inMap) {
      String idiom = reset ? ResetFinder.IDIOM : idiomInMap(place);
      inMap(place, map, idiom, delta, Forms.reads(forms));
    } else {
      Expr own = place.holder() == null ? place.write() : place.holder();
      variable(place, own, delta, reset, Forms.reads(forms));
    }
  }

  /** A whole number is one that counts by how the class uses it, or is left alone. */
  private boolean isOperated(VariablePlace place, List<Form> forms) {
    FieldInsnNode field =
        place.write().insn instanceof FieldInsnNode f ? f : FieldKey.behind(place.holder());
    return field != null
        && (FieldKey.isNumber(field.desc) || place.kind() == VariablePlace.Kind.ELEMENT)
        && FieldUses.isCalculated(forms)
        && roles.isCounter(place, field, false, FieldScope.STATS);
  }

  /** Why the agent would leave it as it is; empty when it would not. */
  private String refusal(VariablePlace place) {
    FieldSite site = new FieldSiteFinder(flow, types).of(place);
    return site == null ? "" : new FieldPlanner(site, new OwnWriters(owner), true).plan().reason();
  }

  /** A fraction that is calculated from itself is an average, and no hash. */
  private static boolean isFraction(Expr value) {
    char kind = Numbers.kindOf(value);
    return kind == 'D' || kind == 'F';
  }

  /** A method that counts in a field of its own object counts for all who call it. */
  private void countsOwn(VariablePlace place) {
    boolean element = place.kind() == VariablePlace.Kind.ELEMENT;
    Expr held = place.holder() == null ? null : place.holder().uncast();
    boolean own =
        element
            ? held.op == Op.FIELD && isOwn(held.args[0])
            : place.kind() == VariablePlace.Kind.FIELD && isOwn(held);
    FieldInsnNode field = own ? fieldOf(element ? held : place.write()) : null;
    boolean instance = (flow.method().access & Opcodes.ACC_STATIC) == 0;
    if (field != null && instance && !roles.isCursor(field)) {
      sink.counts(place.write().insn, CallSlots.field(field));
    }
  }

  private boolean isReset(VariablePlace place) {
    return resets.isReset(place, place.value(), place.write().insn);
  }

  private void inMap(VariablePlace place, Expr map, String idiom, String delta, Set<Expr> reads) {
    AbstractInsnNode insn = place.write().insn;
    String[] text = {words.of(map), Numbers.typeOf(map), words.of(place.holder()), delta};
    Site site = names.of(flow.method(), insn, idiom, Site.Kind.HOLDER, text);
    sink.add(sink.of(site, insn, map, reads, false, true), map);
  }

  private static String idiomInMap(VariablePlace place) {
    return switch (place.kind()) {
      case ELEMENT -> "holder-array";
      case ATOMIC -> "atomic-get-set";
      case ENTRY -> "entry-set-value";
      case LISTED -> "list-element";
      default -> "holder-field";
    };
  }

  /** Whether a number comes from the one that was read, in whatever way. */
  private static boolean calculates(List<Form> forms, Expr value) {
    return Forms.anyRead(forms) && makes(Numbers.unboxed(value));
  }

  /** Whether a value is calculated, also in one of two ways. */
  private static boolean makes(Expr value) {
    if (value.op != Op.PHI) {
      return Calculation.makes(value);
    }
    for (Expr input : value.inputs()) {
      if (Calculation.makes(Numbers.unboxed(input))) {
        return true;
      }
    }
    return false;
  }

  private void variable(
      VariablePlace place, Expr holder, String delta, boolean reset, Set<Expr> reads) {
    AbstractInsnNode insn = place.write().insn;
    FieldInsnNode field = insn instanceof FieldInsnNode f ? f : fieldOf(holder);
    String idiom = reset ? ResetFinder.IDIOM : roles.idiomOf(place, field);
    boolean element = idiom.equals("array-element") || idiom.equals("list-element");
    Site.Kind kind = element ? Site.Kind.ARRAY : Site.Kind.FIELD;
    String name = field == null ? words.of(holder) : field.name;
    String[] text = {name, field == null ? "" : Type.getType(field.desc).getClassName(), "", delta};
    boolean counter = isCounter(place, field);
    Site site = names.of(flow.method(), insn, idiom, kind, text);
    if (counter && !reset) {
      site = site.withReason(refusal(place));
    }
    sink.add(sink.of(site, insn, holder, reads, false, counter), holder);
  }

  private static FieldInsnNode fieldOf(Expr holder) {
    return holder.insn instanceof FieldInsnNode field ? field : null;
  }

  private boolean isCounter(VariablePlace place, FieldInsnNode field) {
    return switch (place.kind()) {
      case STATIC, FIELD, ELEMENT, LISTED -> roles.isCounter(place, field, false, FieldScope.STATS);
      default -> true;
    };
  }

  private boolean isOwn(Expr holder) {
    return holder.uncast().op == Op.PARAM && holder.uncast().index == 0;
  }
}
