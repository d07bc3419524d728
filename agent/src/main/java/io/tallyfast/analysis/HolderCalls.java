package io.tallyfast.analysis;

import static org.objectweb.asm.Opcodes.*;

import io.tallyfast.analysis.Expr.Op;
import io.tallyfast.analysis.MethodSummary.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Finds calls of objects that a map holds, and that may count by that call: {@code
 * map.get(k).hit()}, also where another method looks the object up. Whether the method counts is
 * claimed, and known later.
 */
final class HolderCalls {
  static final String IDIOM = "holder-call";

  /** Libraries whose objects only hold a number, and the calls that change it by reading it. */
  private static final Set<String> COUNTING =
      Set.of(
          "increment",
          "decrement",
          "add",
          "subtract",
          "incrementAndGet",
          "decrementAndGet",
          "addAndGet",
          "getAndIncrement",
          "getAndDecrement",
          "getAndAdd");

  private final MethodFlow flow;
  private final TypeOracle types;
  private final ClassFacts.SiteNames names;
  private final MutationSink sink;
  private final Origins origins;
  private final Words words;

  HolderCalls(
      MethodFlow flow,
      TypeOracle types,
      ClassFacts.SiteNames names,
      MutationSink sink,
      Origins origins) {
    this.flow = flow;
    this.types = types;
    this.names = names;
    this.sink = sink;
    this.origins = origins;
    this.words = new Words(flow.method());
  }

  /** Whether a call may count in its receiver. */
  static boolean mayCount(MethodInsnNode call) {
    boolean virtual = call.getOpcode() == INVOKEVIRTUAL || call.getOpcode() == INVOKEINTERFACE;
    if (!virtual || !CallFacts.isOfTheCode(call.owner)) {
      return false;
    }
    Type type = Type.getReturnType(call.desc);
    return type.getSort() < Type.ARRAY || Numbers.isNumber(type.getInternalName());
  }

  void find() {
    for (AbstractInsnNode insn : flow.insns()) {
      if (insn instanceof MethodInsnNode call && flow.frame(insn) != null && mayCount(call)) {
        consider(call);
      }
    }
  }

  private void consider(MethodInsnNode call) {
    Expr holder = flow.at(call).args[0];
    Expr map = origins.mapBehind(holder);
    Expr lookup = map == null ? lookup(holder) : null;
    if (map == null && lookup == null || MapCalls.of(call, types) != null) {
      return;
    }
    List<Claim> claims = new ArrayList<>();
    if (!isKnown(call) && !setsWhatItGot(call)) {
      claims.add(Claim.of(Kind.COUNTS, call.owner, CallSlots.member(call)));
    }
    if (lookup != null) {
      MethodInsnNode method = (MethodInsnNode) lookup.insn;
      claims.add(Claim.of(Kind.LOOKS_UP, method.owner, CallSlots.member(method)));
    }
    Expr container =
        map != null
            ? map
            : CallSlots.isStatic((MethodInsnNode) lookup.insn) ? lookup : lookup.args[0];
    String[] text = {words.of(container), Numbers.typeOf(container), words.of(holder), ""};
    Site site = names.of(flow.method(), call, IDIOM, Site.Kind.HOLDER, text);
    Mutation mutation = sink.of(site, call, container, false, true);
    if (lookup != null) {
      mutation = mutation.ofField("");
    }
    if (claims.isEmpty()) {
      sink.add(mutation, container);
    } else {
      sink.add(mutation, claims);
    }
  }

  /** Whether a property is set to a sum of what the same object said that it is. */
  private boolean setsWhatItGot(MethodInsnNode call) {
    AccessorPlace property = AccessorPlace.ofBean(flow.at(call));
    return property != null
        && EntryFinder.counts(new Derivation(property, flow, types).of(property.value()));
  }

  private static boolean isKnown(MethodInsnNode call) {
    return COUNTING.contains(call.name)
        && call.owner.startsWith("org/apache/commons/lang")
        && call.owner.contains("/mutable/Mutable");
  }

  /** The call of a method with a key that gave the object, null when there is none. */
  private Expr lookup(Expr holder) {
    Expr e = holder.uncast();
    if (e.op != Op.CALL || !(e.insn instanceof MethodInsnNode call)) {
      return null;
    }
    boolean keyed = e.args.length > (CallSlots.isStatic(call) ? 0 : 1);
    return keyed && CallFacts.isOfTheCode(call.owner) && !call.name.startsWith("<") ? e : null;
  }
}
