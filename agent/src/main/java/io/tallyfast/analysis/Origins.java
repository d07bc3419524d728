package io.tallyfast.analysis;

import static org.objectweb.asm.Opcodes.*;

import io.tallyfast.analysis.Expr.Op;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Where a map or object comes from, and whether only one thread can reach it at some place. Answers
 * for one method; not thread-safe.
 */
public final class Origins {
  /** What is known of an object's reach. */
  public enum Reach {
    /** Made in this method and not handed out before. */
    FRESH,
    /** Kept per thread. */
    THREAD_LOCAL,
    /** Given by the caller. */
    PARAMETER,
    /** Returned by a method, which may have made it, and not handed out since. */
    RESULT,
    /** Nothing keeps other threads away. */
    SHARED
  }

  private static final Set<String> STEPS =
      Set.of("next", "iterator", "values", "entrySet", "getValue", "orElse", "get");

  private final MethodFlow flow;
  private final TypeOracle types;

  /** Creates for a method. */
  public Origins(MethodFlow flow, TypeOracle types) {
    this.flow = flow;
    this.types = types;
  }

  /** The map that an object was taken from, or null when it comes from elsewhere. */
  public Expr mapBehind(Expr object) {
    return mapBehind(object, new HashSet<>());
  }

  private Expr mapBehind(Expr object, Set<Expr> seen) {
    Expr e = object.uncast();
    if (!seen.add(e)) {
      return null;
    }
    if (e.op == Op.PHI) {
      for (Expr input : e.inputs()) {
        Expr map = mapBehind(input, seen);
        if (map != null) {
          return map;
        }
      }
      return null;
    }
    if (e.op != Op.CALL || e.args.length == 0) {
      return null;
    }
    MapCall call = MapCalls.of(e.insn, types);
    if (call != null && (call.reads() || call.computes())) {
      return e.args[0];
    }
    MethodInsnNode insn = (MethodInsnNode) e.insn;
    boolean ofMap = MapCalls.isMap(insn.owner, types) || ForeignMapCalls.isMapName(insn.owner);
    if (ofMap && (insn.name.equals("values") || insn.name.equals("entrySet"))) {
      return e.args[0];
    }
    return STEPS.contains(insn.name) && insn.getOpcode() != INVOKESTATIC
        ? mapBehind(e.args[0], seen)
        : null;
  }

  /** Who can reach an object just before an instruction. */
  public Reach reachOf(Expr object, AbstractInsnNode at) {
    return reachOf(object, at, new HashSet<>());
  }

  private Reach reachOf(Expr object, AbstractInsnNode at, Set<Expr> seen) {
    Expr e = object.uncast();
    if (!seen.add(e)) {
      return Reach.FRESH;
    }
    return switch (e.op) {
      case NEW -> escapesBefore(e, at) ? Reach.SHARED : Reach.FRESH;
      case PARAM -> e.index == 0 && isInstance() ? Reach.SHARED : Reach.PARAMETER;
      case FIELD -> ownReach(reachOf(e.args[0], at, seen), e.args[0]);
      case ELEMENT -> reachOf(e.args[0], at, seen);
      case PHI -> ofInputs(e, at, seen);
      case CALL -> ofCall(e, at, seen);
      default -> Reach.SHARED;
    };
  }

  /** A field of a parameter is shared, for the parameter's object is kept somewhere. */
  private static Reach ownReach(Reach holder, Expr base) {
    return holder == Reach.PARAMETER || base.op == Op.PARAM ? Reach.SHARED : holder;
  }

  private boolean isInstance() {
    return isInstance(flow);
  }

  private static boolean isInstance(MethodFlow flow) {
    return (flow.method().access & ACC_STATIC) == 0;
  }

  /** Whether a value is the object whose method it is. */
  static boolean isOwn(Expr value, MethodFlow flow) {
    Expr e = value.uncast();
    return e.op == Op.PARAM && e.index == 0 && isInstance(flow);
  }

  private Reach ofInputs(Expr phi, AbstractInsnNode at, Set<Expr> seen) {
    Reach worst = Reach.FRESH;
    for (Expr input : phi.inputs()) {
      Reach one = input.isNull() ? Reach.FRESH : reachOf(input, at, seen);
      worst = one.compareTo(worst) > 0 ? one : worst;
    }
    return worst;
  }

  private Reach ofCall(Expr e, AbstractInsnNode at, Set<Expr> seen) {
    MethodInsnNode call = (MethodInsnNode) e.insn;
    if (call.owner.endsWith("ThreadLocal") && call.name.equals("get")) {
      return Reach.THREAD_LOCAL;
    }
    if (Factories.makes(call)) {
      return escapesBefore(e, at) ? Reach.SHARED : Reach.FRESH;
    }
    if (e.args.length > 0 && call.getOpcode() != INVOKESTATIC) {
      Reach receiver = reachOf(e.args[0], at, seen);
      return receiver == Reach.PARAMETER && MapCalls.of(call, types) == null
          ? Reach.SHARED
          : receiver;
    }
    return Reach.SHARED;
  }

  /** Whether a call of the code returned it, and the method has not handed it out since. */
  boolean isOwnResult(Expr object, AbstractInsnNode at) {
    Expr e = object.uncast();
    return e.op == Op.CALL
        && e.insn instanceof MethodInsnNode call
        && isMap(call.desc)
        && CallFacts.isOfTheCode(call.owner)
        && !escapesBefore(e, at);
  }

  /** Whether a method returns a map, going by the name of the type. */
  static boolean isMap(String descriptor) {
    return descriptor.endsWith("Map;") || descriptor.endsWith("Properties;");
  }

  private boolean escapesBefore(Expr made, AbstractInsnNode at) {
    int position = flow.indexOf(at);
    for (Expr alias : aliases(made)) {
      for (AbstractInsnNode use : flow.usesOf(alias)) {
        if (Escapes.lets(use, alias, flow)
            && flow.control().reachableFrom(flow.indexOf(use), new BitSet()).get(position)) {
          return true;
        }
      }
    }
    return false;
  }

  private Set<Expr> aliases(Expr made) {
    Set<Expr> all = new HashSet<>();
    all.add(made);
    for (AbstractInsnNode use : flow.usesOf(made)) {
      Expr e = flow.at(use);
      if (e != null && e.op == Op.CAST) {
        all.add(e);
      }
    }
    return all;
  }
}
