package io.tallyfast.analysis;

import io.tallyfast.analysis.Expr.Op;
import io.tallyfast.analysis.Form.Effect;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * Finds updates of entries that are no single call with map, key and value: pairs, copies of
 * immutable maps, resets, and objects that are made for a key. Used for one method.
 */
final class EntryFinder {
  private final MethodFlow flow;
  private final TypeOracle types;
  private final ClassFacts.SiteNames names;
  private final MutationSink sink;
  private final Words words;
  private final ResetFinder resets;
  private final HolderCreation creations;
  private final Origins origins;
  private final Set<AbstractInsnNode> updates;

  /**
   * Creates a finder.
   *
   * @param updates the writes that are known to be updates; those found are added
   */
  EntryFinder(
      MethodFlow flow,
      TypeOracle types,
      ClassFacts.SiteNames names,
      MutationSink sink,
      Set<AbstractInsnNode> updates) {
    this.flow = flow;
    this.types = types;
    this.names = names;
    this.sink = sink;
    this.words = new Words(flow.method());
    this.resets = new ResetFinder(flow, types);
    this.creations = new HolderCreation(flow, types, names, sink);
    this.origins = new Origins(flow, types);
    this.updates = updates;
  }

  /** Takes what an instruction makes, which is an update or not. */
  void consider(Expr write) {
    MapCall call = write.op == Op.CALL ? MapCalls.of(write.insn, types) : null;
    Expr[] pair = ScalaWrites.pairAdded(write);
    if (call != null && call.stores() && !updates.contains(write.insn)) {
      reset(Cell.of(write), write, write.args[2]);
      if (!updates.contains(write.insn)) {
        creations.consider(write);
      }
    } else if (pair != null) {
      pair(new Cell(write.args[0], pair[0]), write, pair[1]);
    }
    Expr replaced = ScalaWrites.replaced(write);
    if (replaced != null) {
      entry(ScalaWrites.UPDATED, write, replaced, "", "");
    }
    AccessorPlace accessor = AccessorPlace.of(write);
    if (accessor != null) {
      accessor(accessor);
    }
  }

  private void reset(Cell cell, Expr write, Expr value) {
    if (resets.isReset(cell, value, write.insn)) {
      entry(ResetFinder.IDIOM, write, cell.map(), words.of(cell.key()), "");
    }
  }

  private void pair(Cell cell, Expr write, Expr value) {
    List<Form> forms = new Derivation(cell, flow, types).of(value);
    if (counts(forms)) {
      entry("get-put", write, cell.map(), words.of(cell.key()), words.delta(forms));
    } else {
      reset(cell, write, value);
    }
  }

  private void entry(String idiom, Expr write, Expr map, String key, String delta) {
    String[] text = {words.of(map), Numbers.typeOf(map), key, delta};
    Site site = names.of(flow.method(), write.insn, idiom, Site.Kind.MAP, text);
    updates.add(write.insn);
    sink.add(sink.of(site, write.insn, map, false, true), map);
  }

  /** A variable of an object that a map holds, or of the method's own object. */
  private void accessor(AccessorPlace place) {
    List<Form> forms = new Derivation(place, flow, types).of(place.value());
    if (!counts(forms)) {
      return;
    }
    Expr map = origins.mapBehind(place.holder());
    AbstractInsnNode insn = place.write().insn;
    if (map != null) {
      String delta = words.delta(forms);
      String[] text = {words.of(map), Numbers.typeOf(map), words.of(place.holder()), delta};
      Site site = names.of(flow.method(), insn, "holder-field", Site.Kind.HOLDER, text);
      sink.add(sink.of(site, insn, map, false, true), map);
    } else if (isThis(place.holder())) {
      sink.counts(insn, place.field());
    }
  }

  private boolean isThis(Expr e) {
    boolean instance = (flow.method().access & org.objectweb.asm.Opcodes.ACC_STATIC) == 0;
    return instance && e.uncast().op == Op.PARAM && e.uncast().index == 0;
  }

  /** Sums and extremes: a hash that is folded into itself is no counter. */
  static boolean counts(List<Form> forms) {
    for (Form form : forms) {
      if (form.isRead() && form.effect() != Effect.NONE && form.effect() != Effect.OTHER) {
        return true;
      }
    }
    return false;
  }
}
