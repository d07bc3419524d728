package io.tallyfast.analysis;

import io.tallyfast.analysis.Expr.Op;
import io.tallyfast.analysis.Form.Effect;
import io.tallyfast.analysis.MethodSummary.Kind;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Finds updates whose read, write or both are calls of small methods: {@code put(k, count(k) + 1)}
 * and {@code setCount(k, getCount(k) + n)}. What those methods do is claimed, and known later.
 */
final class SplitFinder {
  static final String IDIOM = "split-get-put";

  private final MethodFlow flow;
  private final TypeOracle types;
  private final ClassFacts.SiteNames names;
  private final MutationSink sink;
  private final Words words;
  private final ConditionalExtreme extremes;

  SplitFinder(MethodFlow flow, TypeOracle types, ClassFacts.SiteNames names, MutationSink sink) {
    this.flow = flow;
    this.types = types;
    this.names = names;
    this.sink = sink;
    this.words = new Words(flow.method());
    this.extremes = new ConditionalExtreme(flow, types);
  }

  void find() {
    for (AbstractInsnNode insn : flow.insns()) {
      if (insn instanceof MethodInsnNode call && flow.frame(insn) != null) {
        MapCall kind = MapCalls.of(call, types);
        if (kind != null && kind.stores()) {
          direct(call);
        } else if (kind == null
            && CallFacts.isOfTheCode(call.owner)
            && !call.name.startsWith("<")) {
          setter(call);
        }
      }
    }
  }

  /** A store into the map itself, of what a method returned. */
  private void direct(MethodInsnNode call) {
    Expr write = flow.at(call);
    Expr map = write.args[0].uncast();
    if (map.op != Op.FIELD && map.op != Op.STATIC) {
      return;
    }
    Expr base = map.op == Op.FIELD ? map.args[0] : null;
    SplitPlace place = new SplitPlace(base, write.args[1], write);
    Form form = formOf(place, write.args[2], call);
    if (form != null && MapCalls.of(form.read().insn, types) == null) {
      Mutation mutation = mutation(call, map, words.of(map), write.args[1], form);
      sink.add(mutation, List.of(reader(form.read(), write.args[1])));
    }
  }

  /** A call that may store one of its arguments under another. */
  private void setter(MethodInsnNode call) {
    Expr write = flow.at(call);
    int first = CallSlots.isStatic(call) ? 0 : 1;
    for (int v = write.args.length - 1; v >= first; v--) {
      if (!isCalculated(write.args[v]) && !isSetter(call.name)) {
        continue;
      }
      for (int k = first; k < write.args.length; k++) {
        if (k != v && setter(call, k, v)) {
          return;
        }
      }
    }
  }

  private boolean setter(MethodInsnNode call, int k, int v) {
    Expr write = flow.at(call);
    Expr base = CallSlots.isStatic(call) ? null : write.args[0];
    Expr key = write.args[k];
    Form form = formOf(new SplitPlace(base, key, write), write.args[v], call);
    if (form == null) {
      return false;
    }
    List<Claim> claims = new ArrayList<>();
    String member = CallSlots.member(call);
    int keySlot = CallSlots.of(call, k);
    int valueSlot = CallSlots.of(call, v);
    claims.add(new Claim(Kind.STORES_ENTRY, call.owner, member, keySlot, valueSlot));
    Expr read = form.read();
    Expr container = base == null ? write : base;
    String map = base == null ? words.of(read) : words.of(base);
    if (MapCalls.of(read.insn, types) == null) {
      claims.add(reader(read, key));
    } else {
      container = read.args[0];
      map = words.of(container);
    }
    sink.add(mutation(call, container, map, key, form), claims);
    return true;
  }

  private static boolean isSetter(String name) {
    return name.startsWith("set") || name.startsWith("put") || name.startsWith("update");
  }

  private static boolean isCalculated(Expr e) {
    Expr value = Numbers.unboxed(e);
    return value.op == Op.ARITH
        || value.op == Op.PHI
        || value.op == Op.CALL && NumberCalls.roleOf(value.insn) != null;
  }

  private Form formOf(SplitPlace place, Expr value, MethodInsnNode call) {
    for (Form form : new Derivation(place, flow, types).of(value)) {
      if (form.isRead() && isUpdate(form, value)) {
        return form;
      }
    }
    return extremes.of(place, value, call);
  }

  private static boolean isUpdate(Form form, Expr value) {
    return switch (form.effect()) {
      case ADD, MAX, MIN -> true;
      case NONE -> false;
      case OTHER -> Numbers.unboxed(value).op == Op.ARITH;
    };
  }

  private static Claim reader(Expr read, Expr key) {
    MethodInsnNode call = (MethodInsnNode) read.insn;
    int slot = CallSlots.made(Numbers.unboxed(key));
    for (int i = CallSlots.isStatic(call) ? 0 : 1; i < read.args.length; i++) {
      if (Congruence.alike(Numbers.unboxed(read.args[i]), Numbers.unboxed(key))) {
        slot = CallSlots.of(call, i);
      }
    }
    return new Claim(Kind.READS_ENTRY, call.owner, CallSlots.member(call), slot, -1);
  }

  private Mutation mutation(MethodInsnNode call, Expr container, String map, Expr key, Form form) {
    MethodNode method = flow.method();
    String delta = form.effect() == Effect.OTHER ? "" : words.delta(List.of(form));
    String type = Numbers.typeOf(container);
    String[] text = {map, type, words.of(key), delta};
    Site site = names.of(method, call, IDIOM, Site.Kind.MAP, text);
    return sink.of(site, call, container, false, true);
  }
}
