package io.tallyfast.analysis;

import io.tallyfast.analysis.Expr.Op;
import io.tallyfast.analysis.Form.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Finds the mutations of one method: of maps, holders in maps, fields and elements. */
final class MutationFinder {
  private final ClassNode owner;
  private final MethodFlow flow;
  private final LockState locks;
  private final FieldRoles roles;
  private final TypeOracle types;
  private final ClassFacts.SiteNames names;
  private final Origins origins;
  private final Words words;
  private final LockNames lockNames;
  private final ConditionalExtreme extremes;
  private final List<Mutation> found = new ArrayList<>();

  MutationFinder(
      ClassNode owner,
      MethodFlow flow,
      LockState locks,
      FieldRoles roles,
      TypeOracle types,
      ClassFacts.SiteNames names) {
    this.owner = owner;
    this.flow = flow;
    this.locks = locks;
    this.roles = roles;
    this.types = types;
    this.names = names;
    this.origins = new Origins(flow, types);
    this.words = new Words(flow.method());
    this.lockNames = new LockNames(owner.name, flow.method(), types);
    this.extremes = new ConditionalExtreme(flow, types);
  }

  List<Mutation> find() {
    for (MapSite site : new MethodSites(owner, flow, types).find()) {
      Site named = names.of(site);
      boolean atomic = site.call().computes() && isAtomic(site);
      add(named, site.write(), site.map(), atomic, true);
    }
    for (AbstractInsnNode insn : flow.insns()) {
      Expr write = flow.frame(insn) == null ? null : flow.at(insn);
      VariablePlace place = write == null ? null : VariablePlace.of(write);
      if (place != null) {
        consider(place);
      }
    }
    return found;
  }

  private boolean isAtomic(MapSite site) {
    Expr map = site.map().uncast();
    boolean field = map.op == Op.FIELD || map.op == Op.STATIC;
    return MapCalls.isConcurrent(site.write().owner, types)
        || MapCalls.isConcurrent(Numbers.typeOf(map), types)
        || field && roles.isConcurrent((FieldInsnNode) map.insn);
  }

  private void consider(VariablePlace place) {
    Derivation derivation = new Derivation(place, flow, types);
    List<Form> forms = derivation.of(place.value());
    Form extreme = counts(forms) ? null : extremes.of(place, place.value(), place.write().insn);
    if (extreme != null) {
      forms = List.of(extreme);
    }
    if (!counts(forms)) {
      return;
    }
    Expr holder = place.holder() == null ? place.write() : place.holder();
    Expr map = place.holder() == null ? null : origins.mapBehind(place.holder());
    AbstractInsnNode insn = place.write().insn;
    String delta = words.delta(forms);
    if (map != null) {
      String idiom = place.kind() == VariablePlace.Kind.ELEMENT ? "holder-array" : "holder-field";
      String[] text = {words.of(map), Numbers.typeOf(map), words.of(holder), delta};
      add(names.of(flow.method(), insn, idiom, Site.Kind.HOLDER, text), insn, map, false, true);
    } else {
      variable(place, holder, delta);
    }
  }

  /** Sums and extremes: a hash that is folded into itself is no counter. */
  private static boolean counts(List<Form> forms) {
    for (Form form : forms) {
      if (form.isRead() && form.effect() != Effect.NONE && form.effect() != Effect.OTHER) {
        return true;
      }
    }
    return false;
  }

  private void variable(VariablePlace place, Expr holder, String delta) {
    AbstractInsnNode insn = place.write().insn;
    FieldInsnNode field = insn instanceof FieldInsnNode f ? f : fieldOf(holder);
    String idiom = roles.idiomOf(place, field);
    Site.Kind kind = idiom.equals("array-element") ? Site.Kind.ARRAY : Site.Kind.FIELD;
    String name = field == null ? words.of(holder) : field.name;
    String[] text = {name, field == null ? "" : Type.getType(field.desc).getClassName(), "", delta};
    boolean counter = isCounter(place, field);
    add(names.of(flow.method(), insn, idiom, kind, text), insn, holder, false, counter);
  }

  private static FieldInsnNode fieldOf(Expr holder) {
    return holder.insn instanceof FieldInsnNode field ? field : null;
  }

  private boolean isCounter(VariablePlace place, FieldInsnNode field) {
    return switch (place.kind()) {
      case STATIC, FIELD, ELEMENT -> roles.isCounter(place, field, false, FieldScope.STATS);
      default -> true;
    };
  }

  private void add(
      Site site, AbstractInsnNode write, Expr container, boolean atomic, boolean counter) {
    Expr source = container.uncast();
    boolean own = source == flow.at(write);
    boolean inObject =
        write.getOpcode() == Opcodes.PUTFIELD && flow.at(write).args[0].uncast() == source;
    FieldInsnNode field = own || inObject ? (FieldInsnNode) write : fieldOf(source);
    Origins.Reach reach = own ? Origins.Reach.SHARED : reachOf(source, write);
    if (isThreadLocal(source)) {
      reach = Origins.Reach.THREAD_LOCAL;
    }
    if (reach == Origins.Reach.SHARED && isUnderConstruction(source, field)) {
      reach = Origins.Reach.FRESH;
    }
    String owned = field == null ? "" : field.owner + "." + field.name;
    int parameter = source.op == Op.PARAM ? source.index : -1;
    String path = own ? LockPaths.ofStatic(field) : lockNames.of(source);
    if (inObject) {
      path += "." + field.name;
    }
    Set<String> held = locksAt(write, path);
    String member = flow.method().name + flow.method().desc;
    found.add(new Mutation(site, member, owned, path, held, reach, parameter, atomic, counter));
  }

  /** The locks held, with a name of its own for that of an object taken from the container. */
  private Set<String> locksAt(AbstractInsnNode write, String container) {
    Set<String> held = locks.heldAt(write);
    Expr e = flow.at(write);
    if (held.isEmpty() || e.args.length == 0) {
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
        Origins.isOwn(source, flow)
            || source.op == Op.FIELD && Origins.isOwn(source.args[0], flow)
            || source.op == Op.OTHER
                && source.args.length == 2
                && Origins.isOwn(source.args[0], flow);
    return name.equals("<init>") && ofThis;
  }
}
