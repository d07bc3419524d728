package io.tallyfast.analysis;

import static org.objectweb.asm.Opcodes.*;

import io.tallyfast.analysis.Expr.Op;
import io.tallyfast.analysis.Form.Effect;
import io.tallyfast.analysis.MethodSummary.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Finds what a small method does to a map of its own object. Used for one method. */
final class SummaryFinder {
  static final int MAX_INSTRUCTIONS = 120;
  private static final int MAX_DELEGATE = 16;

  private final ClassNode owner;
  private final MethodFlow flow;
  private final TypeOracle types;
  private final Origins origins;
  private final List<MethodSummary> found = new ArrayList<>();

  SummaryFinder(ClassNode owner, MethodFlow flow, TypeOracle types) {
    this.owner = owner;
    this.flow = flow;
    this.types = types;
    this.origins = new Origins(flow, types);
  }

  List<MethodSummary> find() {
    MethodNode method = flow.method();
    if (method.instructions.size() > MAX_INSTRUCTIONS || method.name.startsWith("<")) {
      return found;
    }
    for (AbstractInsnNode insn : flow.insns()) {
      if (flow.frame(insn) == null) {
        continue;
      }
      if (insn.getOpcode() >= IRETURN && insn.getOpcode() <= ARETURN) {
        returned(flow.at(insn).args[0]);
      } else if (insn instanceof MethodInsnNode call) {
        stored(call);
      }
    }
    delegated();
    return found;
  }

  private void returned(Expr value) {
    Expr source = value.uncast();
    boolean isField = source.op == Op.FIELD || source.op == Op.STATIC;
    if (isField && MapCalls.isMap(Numbers.typeOf(source), types)) {
      add(Kind.RETURNS_MAP, CallSlots.field(source.insn), -1, -1);
      return;
    }
    Expr map = origins.mapBehind(value);
    if (map != null && !CallSlots.field(map.uncast().insn).isEmpty()) {
      add(Kind.LOOKS_UP, CallSlots.field(map.uncast().insn), -1, -1);
    }
    for (AbstractInsnNode insn : flow.insns()) {
      MapCall call = flow.frame(insn) == null ? null : MapCalls.of(insn, types);
      if (call != null && call.reads() && returns(value, flow.at(insn))) {
        entry(Kind.READS_ENTRY, flow.at(insn), -1);
      }
    }
  }

  private boolean returns(Expr value, Expr read) {
    for (Form form : new Derivation(Cell.of(read), flow, types).of(value)) {
      if (form.isRead() && form.read() == read && form.effect() == Effect.NONE) {
        return true;
      }
    }
    return false;
  }

  private void stored(MethodInsnNode call) {
    MapCall kind = MapCalls.of(call, types);
    if (kind != null && kind.stores()) {
      Expr value = Numbers.unboxed(flow.at(call).args[2]);
      if (value.op == Op.PARAM) {
        entry(Kind.STORES_ENTRY, flow.at(call), value.index);
      }
    }
  }

  private void entry(Kind kind, Expr access, int value) {
    String field = CallSlots.field(access.args[0].uncast().insn);
    Expr key = Numbers.unboxed(access.args[1]);
    if (!field.isEmpty() && key.op == Op.PARAM && (key.index > 0 || isStatic())) {
      add(kind, field, key.index, value);
    } else if (!field.isEmpty() && isMadeOfParameters(key)) {
      add(kind, field, CallSlots.made(key), value);
    }
  }

  private static boolean isMadeOfParameters(Expr key) {
    if (CallSlots.made(key) == CallSlots.NONE) {
      return false;
    }
    for (Expr part : key.args) {
      if (Numbers.unboxed(part).op != Op.PARAM) {
        return false;
      }
    }
    return true;
  }

  private boolean isStatic() {
    return (flow.method().access & ACC_STATIC) != 0;
  }

  /** A method that does nothing but call another one of its object does what that one does. */
  private void delegated() {
    MethodInsnNode only = null;
    int instructions = 0;
    for (AbstractInsnNode insn : flow.insns()) {
      instructions += Insns.isMark(insn) ? 0 : 1;
      if (insn instanceof MethodInsnNode call) {
        if (only != null) {
          return;
        }
        only = call;
      }
    }
    boolean onThis =
        only != null
            && instructions < MAX_DELEGATE
            && !CallSlots.isStatic(only)
            && flow.frame(only) != null
            && isThis(flow.at(only).args[0]);
    if (onThis && !only.name.startsWith("<")) {
      add(Kind.DELEGATES, only.owner + "." + CallSlots.member(only), -1, -1);
    }
  }

  private boolean isThis(Expr e) {
    return !isStatic() && e.uncast().op == Op.PARAM && e.uncast().index == 0;
  }

  private void add(Kind kind, String field, int key, int value) {
    MethodNode method = flow.method();
    MethodSummary summary =
        new MethodSummary(kind, owner.name, method.name + method.desc, field, key, value, Set.of());
    if (!found.contains(summary)) {
      found.add(summary);
    }
  }
}
