package io.tallyfast.rewrite;

import io.tallyfast.analysis.Batch;
import io.tallyfast.analysis.BatchFinder;
import io.tallyfast.analysis.FieldSite;
import io.tallyfast.analysis.MapFields;
import io.tallyfast.analysis.MapSite;
import io.tallyfast.analysis.MethodFlow;
import io.tallyfast.analysis.SplitSite;
import io.tallyfast.analysis.TypeOracle;
import io.tallyfast.analysis.UnsupportedMethodException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;

/** The changes of one class. Used once; not thread-safe. */
final class Edits {
  private final ClassNode owner;
  private final TypeOracle types;
  private final Emit emit;
  private final MapFields maps;
  private final GuardedCreations creations;
  private final Map<MethodNode, List<MapSite>> sites = new LinkedHashMap<>();
  private final Map<MapSite, Integer> numbers = new LinkedHashMap<>();
  private final Map<SplitSite, Integer> splits = new LinkedHashMap<>();
  private final FieldEdits fields;
  private final List<String> skipped = new ArrayList<>();
  private boolean copies;

  Edits(ClassNode owner, TypeOracle types, Emit emit, MapFields maps) {
    this.owner = owner;
    this.types = types;
    this.emit = emit;
    this.fields = new FieldEdits(owner, new FieldCalls(owner, emit));
    this.maps = maps;
    this.creations = new GuardedCreations(emit);
  }

  /** Takes a site, under the number by which it counts. */
  void add(MapSite site, int number) {
    numbers.put(site, number);
    MethodNode method = site.flow().method();
    List<MapSite> here = sites.get(method);
    if (here == null) {
      here = new ArrayList<>();
      sites.put(method, here);
    }
    here.add(site);
  }

  /** Takes a site whose read lies in another method, under the number by which it counts. */
  void add(SplitSite site, int number) {
    splits.put(site, number);
  }

  /** Takes a site on a field, under the number by which it counts. */
  void add(FieldSite site, int number) {
    fields.add(site, number);
  }

  /** Has guarded maps be copied under their lock. */
  void guardCopies() {
    copies = true;
  }

  /**
   * Makes the changes and returns the new class file. It has the constants of the old one, in their
   * places, and others behind them.
   */
  byte[] write(ClassReader old) {
    PlainAccesses plain =
        new PlainAccesses(numbers.keySet(), splits.keySet(), maps.keys(), types, emit);
    for (MethodNode method : owner.methods) {
      List<MapSite> here = sites.get(method);
      if (here != null) {
        edit(here.get(0).flow(), here, plain);
      } else if (plain.mayConcern(method)) {
        guardPlain(method, plain);
      }
    }
    editSplits();
    for (MethodNode method : owner.methods) {
      fields.edit(method);
      DebugRanges.drop(method);
    }
    creations.guard(maps);
    if (copies) {
      EnumCopies.guard(owner, emit);
    }
    ClassWriter writer = new ClassWriter(old, ClassWriter.COMPUTE_MAXS);
    owner.accept(writer);
    return writer.toByteArray();
  }

  /**
   * The methods that stay as they are because they cannot be analysed; known once it is written.
   */
  List<String> skipped() {
    return skipped;
  }

  private void editSplits() {
    Map<MethodFlow, SplitEdit> methods = new LinkedHashMap<>();
    for (Map.Entry<SplitSite, Integer> site : splits.entrySet()) {
      MethodFlow flow = site.getKey().flow();
      SplitEdit edit = methods.get(flow);
      if (edit == null) {
        edit = new SplitEdit(flow, emit);
        methods.put(flow, edit);
      }
      edit.edit(site.getKey(), site.getValue());
    }
    for (SplitEdit edit : methods.values()) {
      edit.finish();
    }
  }

  /** The classes of the JDK's maps that are made guarded ones; known once all is written. */
  Set<String> mapTypes() {
    return creations.types();
  }

  private void edit(MethodFlow flow, List<MapSite> here, PlainAccesses plain) {
    List<MethodInsnNode> others = plain.in(flow, here);
    MethodEditor editor = new MethodEditor(flow, emit);
    BatchFinder batches = new BatchFinder(owner, flow, types);
    for (MapSite site : here) {
      if (site.retry() != null) {
        batches.stopAt(site.write());
      }
    }
    for (Batch batch : batches.find(calls(flow, here, others))) {
      editor.add(batch);
    }
    for (MapSite site : here) {
      editor.add(site, numbers.get(site));
    }
    editor.edit(owner);
    plain.guard(others);
  }

  /** All calls on the maps of a class, in the order of the code. */
  private static List<MethodInsnNode> calls(
      MethodFlow flow, List<MapSite> sites, List<MethodInsnNode> others) {
    Set<AbstractInsnNode> calls = new HashSet<>(others);
    for (MapSite site : sites) {
      calls.add(site.write());
    }
    List<MethodInsnNode> ordered = new ArrayList<>();
    for (AbstractInsnNode insn : flow.insns()) {
      if (calls.contains(insn)) {
        ordered.add((MethodInsnNode) insn);
      }
    }
    return ordered;
  }

  private void guardPlain(MethodNode method, PlainAccesses plain) {
    try {
      edit(MethodFlow.of(owner, method), List.of(), plain);
    } catch (AnalyzerException | UnsupportedMethodException e) {
      // As any method that is not understood: it stays as it is, and the report says so.
      skipped.add(method.name + ": " + e.getMessage());
    }
  }
}
