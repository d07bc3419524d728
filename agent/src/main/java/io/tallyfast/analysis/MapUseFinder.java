package io.tallyfast.analysis;

import static org.objectweb.asm.Opcodes.*;

import io.tallyfast.analysis.Expr.Op;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Finds uses of a map that go wrong only where others write to it at the same time: a plain {@code
 * put}, a copy, an iteration, and handing out the map itself. Used for one method.
 */
final class MapUseFinder {
  static final String PUT = "plain-put";
  static final String COPY = "map-copy";
  static final String ITERATION = "map-iteration";
  static final String ESCAPE = "map-escape";

  private static final Set<String> VIEWS =
      Set.of("entrySet", "keySet", "values", "forEach", "toString", "hashCode", "replaceAll");
  private static final Set<String> COPIES = Set.of("putAll", "copyOf", "<init>", "clone");

  private final MethodFlow flow;
  private final TypeOracle types;
  private final FieldRoles roles;
  private final ClassFacts.SiteNames names;
  private final MutationSink sink;
  private final Words words;
  private final Set<AbstractInsnNode> written = new HashSet<>();

  MapUseFinder(
      MethodFlow flow,
      TypeOracle types,
      FieldRoles roles,
      ClassFacts.SiteNames names,
      MutationSink sink) {
    this.flow = flow;
    this.types = types;
    this.roles = roles;
    this.names = names;
    this.sink = sink;
    this.words = new Words(flow.method());
  }

  /**
   * Finds the uses.
   *
   * @param fields the fields that hold maps with counted entries, as mutations name them
   * @param updates the writes that are updates, and no plain puts
   */
  void find(Set<String> fields, Set<AbstractInsnNode> updates) {
    for (AbstractInsnNode insn : flow.insns()) {
      Expr e = flow.frame(insn) == null ? null : flow.at(insn);
      if (e == null || e.args.length == 0) {
        continue;
      }
      if (insn.getOpcode() == ARETURN) {
        add(ESCAPE, insn, returned(e.args[0]), fields);
      } else if (insn instanceof MethodInsnNode call) {
        call(call, e, fields, updates);
      }
    }
  }

  /** The map that is handed out, also behind a view that cannot be written through. */
  private static Expr returned(Expr value) {
    Expr e = value.uncast();
    boolean view =
        e.op == Op.CALL
            && e.args.length == 1
            && e.insn instanceof MethodInsnNode call
            && call.owner.equals("java/util/Collections")
            && call.name.startsWith("unmodifiable");
    return view ? e.args[0].uncast() : e;
  }

  private void call(
      MethodInsnNode call, Expr e, Set<String> fields, Set<AbstractInsnNode> updates) {
    MapCall kind = MapCalls.of(call, types);
    if (kind == MapCall.PUT && !updates.contains(call)) {
      add(PUT, call, e.args[0], fields);
    } else if (kind == null && VIEWS.contains(call.name) && !CallSlots.isStatic(call)) {
      add(ITERATION, call, e.args[0], fields);
    } else if (kind == null && COPIES.contains(call.name)) {
      Expr copied = e.args[call.name.equals("clone") ? 0 : e.args.length - 1];
      boolean ofMaps = call.owner.startsWith("java/util/") || call.owner.endsWith("Map");
      if (ofMaps && e.args.length <= 2) {
        add(COPY, call, copied, fields);
      }
    }
  }

  private void add(String idiom, AbstractInsnNode at, Expr object, Set<String> fields) {
    Expr map = object.uncast();
    boolean field = map.op == Op.FIELD || map.op == Op.STATIC;
    if (!field || !fields.contains(CallSlots.field(map.insn)) || !written.add(at)) {
      return;
    }
    if (!idiom.equals(PUT) && isSafeToRead(map)) {
      return;
    }
    String key = idiom.equals(PUT) ? words.of(flow.at(at).args[1]) : "";
    String[] text = {words.of(map), Numbers.typeOf(map), key, ""};
    Site site = names.of(flow.method(), at, idiom, Site.Kind.MAP, text);
    sink.use(sink.of(site, at, map, false, true));
  }

  private boolean isSafeToRead(Expr map) {
    return MapCalls.isConcurrent(Numbers.typeOf(map), types)
        || roles.isConcurrent((FieldInsnNode) map.insn);
  }
}
