package io.tallyfast.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;

/** What an audit keeps of one class: its mutations, and the calls between its code. */
public final class ClassFacts {
  private final ClassNode owner;
  private final TypeOracle types;
  private final SiteNames idioms;
  private final List<Mutation> mutations = new ArrayList<>();
  private final List<CallFact> calls = new ArrayList<>();
  private final List<String> skipped = new ArrayList<>();

  private ClassFacts(ClassNode owner, TypeOracle types, SiteNames idioms) {
    this.owner = owner;
    this.types = types;
    this.idioms = idioms;
  }

  /** Gives the record of a site; the idioms that name it are no business of the analysis. */
  public interface SiteNames {
    /** The record of a site on a map. */
    Site of(MapSite site);

    /** The record of a site on a field, an element or a holder. */
    Site of(
        MethodNode method, AbstractInsnNode write, String idiom, Site.Kind kind, String[] words);
  }

  /**
   * Finds the mutations of a class.
   *
   * @param mutators the hashes of the names and descriptors of the methods that may have one, as
   *     {@link ClassScan} gives them
   * @throws RuntimeException when the class defeats the analysis
   */
  public static ClassFacts of(
      ClassNode owner, TypeOracle types, SiteNames idioms, Set<Integer> mutators) {
    ClassFacts facts = new ClassFacts(owner, types, idioms);
    if (!optsOut(owner.visibleAnnotations) && !optsOut(owner.invisibleAnnotations)) {
      facts.find(mutators);
    }
    return facts;
  }

  /**
   * Finds the calls of some methods of a class.
   *
   * @param members the hashes of the names and descriptors of the methods
   * @throws RuntimeException when the class defeats the analysis
   */
  public static ClassFacts calls(ClassNode owner, TypeOracle types, Set<Integer> members) {
    ClassFacts facts = new ClassFacts(owner, types, null);
    if (!optsOut(owner.visibleAnnotations) && !optsOut(owner.invisibleAnnotations)) {
      for (MethodNode method : owner.methods) {
        if (members.contains(hash(method))) {
          facts.collectCalls(method);
        }
      }
    }
    return facts;
  }

  private static boolean optsOut(List<AnnotationNode> annotations) {
    if (annotations != null) {
      for (AnnotationNode annotation : annotations) {
        if (annotation.desc.endsWith("/TallyfastIgnore;")) {
          return true;
        }
      }
    }
    return false;
  }

  private static int hash(MethodNode method) {
    return method.name.concat(method.desc).hashCode();
  }

  private void find(Set<Integer> mutators) {
    FieldRoles roles = new FieldRoles(owner, types);
    for (MethodNode method : owner.methods) {
      if (mutators.contains(hash(method))) {
        find(method, roles);
      }
    }
  }

  private void find(MethodNode method, FieldRoles roles) {
    try {
      MethodFlow flow = MethodFlow.of(owner.name, method);
      LockState locks = LockState.of(owner.name, flow);
      mutations.addAll(new MutationFinder(owner, flow, locks, roles, types, idioms).find());
    } catch (AnalyzerException | UnsupportedMethodException e) {
      skipped.add(method.name + ": " + e.getMessage());
    }
  }

  private void collectCalls(MethodNode method) {
    if (!needsFlow(method)) {
      calls.addAll(CallFacts.plain(owner, method));
      return;
    }
    try {
      MethodFlow flow = MethodFlow.of(owner.name, method);
      LockState locks = LockState.of(owner.name, flow);
      calls.addAll(new CallFacts(owner, flow, locks, types).collect());
    } catch (AnalyzerException | UnsupportedMethodException e) {
      // Its locks are not known then: it counts as a caller that holds none.
      calls.addAll(CallFacts.plain(owner, method));
    }
  }

  /** Whether the calls of a method may be made under a lock, or hand on a map or a lambda. */
  private boolean needsFlow(MethodNode method) {
    if (LockCalls.areIn(method) || method.name.equals("<init>")) {
      return true;
    }
    for (AbstractInsnNode insn : method.instructions) {
      boolean hands =
          insn instanceof InvokeDynamicInsnNode
              || insn instanceof MethodInsnNode call
                  && (CallFacts.isOfTheCode(call.owner) && call.desc.contains("Map;")
                      || concerns(call));
      if (hands) {
        return true;
      }
    }
    return false;
  }

  private boolean concerns(MethodInsnNode call) {
    MapCall kind = MapCalls.of(call, types);
    return kind != null && (kind.stores() || kind.computes())
        || kind == MapCall.REPLACE_IF
        || call.name.equals("set") && call.owner.startsWith("java/util/concurrent/atomic/")
        || call.name.equals("setValue");
  }

  /** The mutations, in the order of the code. */
  public List<Mutation> mutations() {
    return mutations;
  }

  /** The calls. */
  public List<CallFact> calls() {
    return calls;
  }

  /** The methods that were left out, each with the reason. */
  public List<String> skipped() {
    return skipped;
  }
}
