package io.tallyfast.analysis;

import static org.objectweb.asm.Opcodes.*;

import io.tallyfast.analysis.Expr.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Writes that functional languages have: {@code map += (k -> v)}, which takes key and value as a
 * pair, and {@code stats = stats.updated(k, v)}, which replaces an immutable map. Stateless.
 */
final class ScalaWrites {
  /** The idiom of a field that is set to a changed copy of the immutable map it held. */
  static final String UPDATED = "map-updated";

  private static final Set<String> ADD_PAIR = Set.of("$plus$eq", "addOne");
  private static final Set<String> COPY_WITH =
      Set.of("updated", "$plus", "updatedWith", "plus", "$minus", "minus", "removed");

  private static final List<String> NAMES = new ArrayList<>();

  static {
    NAMES.addAll(ADD_PAIR);
    NAMES.addAll(COPY_WITH);
  }

  private ScalaWrites() {}

  /** The names of the calls that may be such a write. */
  static List<String> namesOfWrites() {
    return NAMES;
  }

  /** Key and value of a pair that a call adds to a map; null when it adds none. */
  static Expr[] pairAdded(Expr call) {
    boolean adds =
        call.op == Op.CALL
            && call.args.length == 2
            && call.insn instanceof MethodInsnNode insn
            && ADD_PAIR.contains(insn.name)
            && insn.owner.startsWith("scala/collection/");
    return adds ? pair(call.args[1]) : null;
  }

  private static Expr[] pair(Expr value) {
    Expr e = value.uncast();
    if (e.op == Op.NEW && e.args.length == 2) {
      return e.args;
    }
    boolean arrow =
        e.op == Op.CALL
            && e.args.length == 3
            && e.insn instanceof MethodInsnNode insn
            && (insn.name.startsWith("$minus$greater") || insn.owner.equals("scala/Tuple2$"));
    return arrow ? new Expr[] {plain(e.args[1]), e.args[2]} : null;
  }

  private static Expr plain(Expr wrapper) {
    Expr key = wrapper.uncast();
    boolean wrapped =
        key.op == Op.CALL
            && key.insn instanceof MethodInsnNode insn
            && insn.name.equals("ArrowAssoc");
    return wrapped ? key.args[key.args.length - 1] : key;
  }

  /** The map of which a changed copy is stored where it came from; null when none is. */
  static Expr replaced(Expr write) {
    Expr value = valueOf(write);
    Expr copy = value == null ? null : value.uncast();
    boolean changed =
        copy != null
            && copy.op == Op.CALL
            && copy.args.length >= 2
            && copy.insn instanceof MethodInsnNode insn
            && COPY_WITH.contains(insn.name)
            && (insn.owner.startsWith("scala/collection/") && insn.owner.contains("Map")
                || insn.owner.equals("kotlin/collections/MapsKt"));
    if (!changed || isCapturedLocal(write)) {
      return null;
    }
    Expr from = copy.args[0].uncast();
    return isSameVariable(write, from) ? from : null;
  }

  /** A local variable that a closure changes is a field of a box. */
  private static boolean isCapturedLocal(Expr write) {
    return write.insn instanceof FieldInsnNode field
        && (field.owner.startsWith("scala/runtime/")
            || field.owner.startsWith("kotlin/jvm/internal/Ref$"));
  }

  private static Expr valueOf(Expr write) {
    int opcode = write.opcode();
    boolean setter =
        write.op == Op.CALL
            && write.args.length == 2
            && write.insn instanceof MethodInsnNode call
            && call.name.endsWith("_$eq");
    boolean field = opcode == PUTFIELD || opcode == PUTSTATIC;
    return setter || field ? write.args[write.args.length - 1] : null;
  }

  private static boolean isSameVariable(Expr write, Expr read) {
    List<Expr> base = List.of(write.args).subList(0, write.args.length - 1);
    if (base.size() != read.args.length
        || !base.isEmpty() && !Congruence.alike(base.get(0), read.args[0])) {
      return false;
    }
    return nameOf(write, "_$eq").equals(nameOf(read, ""));
  }

  private static String nameOf(Expr access, String suffix) {
    if (access.insn instanceof FieldInsnNode field) {
      return field.name;
    }
    if (access.insn instanceof MethodInsnNode call) {
      String name = call.name;
      return name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
    }
    return "?";
  }
}
