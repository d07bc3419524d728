package io.tallyfast.rewrite;

import io.tallyfast.analysis.Congruence;
import io.tallyfast.analysis.Expr;
import io.tallyfast.analysis.MapCall;
import io.tallyfast.analysis.MapCalls;
import io.tallyfast.analysis.MapSite;
import io.tallyfast.analysis.MethodFlow;
import io.tallyfast.analysis.Origins;
import io.tallyfast.analysis.SplitSite;
import io.tallyfast.analysis.TypeOracle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The other reads and writes of the maps that a class counts in. They take the same lock as the
 * guarded sites: a map that one thread changes while another one looks into it can lose entries.
 * Used for one class; not thread-safe.
 */
final class PlainAccesses {
  private static final int MAX_NESTING = 5;

  private final Set<String> fields = new HashSet<>();
  private final TypeOracle types;
  private final Emit emit;

  /**
   * Creates for a class.
   *
   * @param named fields that are known to hold such maps, with their descriptors
   */
  PlainAccesses(
      Iterable<MapSite> guarded,
      Iterable<SplitSite> splits,
      Set<String> named,
      TypeOracle types,
      Emit emit) {
    this.types = types;
    this.emit = emit;
    fields.addAll(named);
    for (SplitSite site : splits) {
      fields.add(site.field());
    }
    for (MapSite site : guarded) {
      Origins origins = new Origins(site.flow(), types);
      Expr map = site.map();
      // A map that is itself a value: the maps that it came out of are looked into as well.
      for (int depth = 0; map != null && depth < MAX_NESTING; depth++) {
        String field = fieldOf(map);
        if (field != null) {
          fields.add(field);
        }
        map = origins.mapBehind(map);
      }
    }
  }

  private static String fieldOf(Expr map) {
    Expr source = map.uncast();
    boolean isField = source.op == Expr.Op.FIELD || source.op == Expr.Op.STATIC;
    return isField ? nameOf((FieldInsnNode) source.insn) : null;
  }

  private static String nameOf(FieldInsnNode field) {
    return field.name.concat(":").concat(field.desc);
  }

  /** Whether a method uses one of the maps. */
  boolean mayConcern(MethodNode method) {
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof FieldInsnNode field && fields.contains(nameOf(field))) {
        return true;
      }
    }
    return false;
  }

  /** The calls of a method on those maps, or on the maps of the given sites of the same method. */
  List<MethodInsnNode> in(MethodFlow flow, List<MapSite> sites) {
    List<MethodInsnNode> found = new ArrayList<>();
    for (AbstractInsnNode insn : flow.insns()) {
      if (insn instanceof MethodInsnNode call && flow.frame(insn) != null) {
        MapCall kind = MapCalls.of(insn, types);
        if (kind != null
            && !kind.computes()
            && !MapCalls.isConcurrent(call.owner, types)
            && concerns(flow.at(insn).args[0], sites)) {
          found.add(call);
        }
      }
    }
    return found;
  }

  private boolean concerns(Expr map, List<MapSite> sites) {
    String field = fieldOf(map);
    if (field != null) {
      return fields.contains(field);
    }
    for (MapSite site : sites) {
      if (Congruence.certain(map, site.map())) {
        return true;
      }
    }
    return false;
  }

  /** Makes them take the lock, those excepted that were rewritten already. */
  void guard(List<MethodInsnNode> calls) {
    for (MethodInsnNode call : calls) {
      if (call.getOpcode() != org.objectweb.asm.Opcodes.INVOKESTATIC) {
        Calls.guard(call, emit);
      }
    }
  }
}
