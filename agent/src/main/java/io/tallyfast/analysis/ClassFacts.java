package io.tallyfast.analysis;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
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
   * Collects the facts of a class.
   *
   * @throws RuntimeException when the class defeats the analysis
   */
  public static ClassFacts of(ClassNode owner, TypeOracle types, SiteNames idioms) {
    ClassFacts facts = new ClassFacts(owner, types, idioms);
    if (!optsOut(owner.visibleAnnotations) && !optsOut(owner.invisibleAnnotations)) {
      facts.collect();
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

  private void collect() {
    FieldRoles roles = new FieldRoles(owner, types);
    for (MethodNode method : owner.methods) {
      if (method.instructions.size() > 0 && isOfInterest(method)) {
        collect(method, roles);
      } else {
        calls.addAll(CallFacts.plain(owner, method));
      }
    }
  }

  private void collect(MethodNode method, FieldRoles roles) {
    try {
      MethodFlow flow = MethodFlow.of(owner.name, method);
      LockState locks = LockState.of(owner.name, flow);
      MutationFinder finder = new MutationFinder(owner, flow, locks, roles, types, idioms);
      mutations.addAll(finder.find());
      calls.addAll(new CallFacts(owner, flow, locks, types).collect());
    } catch (AnalyzerException | UnsupportedMethodException e) {
      skipped.add(method.name + ": " + e.getMessage());
    }
  }

  /** Whether a method may mutate something, take a lock, or hand on a map or a lambda. */
  private boolean isOfInterest(MethodNode method) {
    if (LockCalls.areIn(method) || method.name.equals("<init>")) {
      return true;
    }
    boolean sums = false;
    boolean stores = false;
    for (AbstractInsnNode insn : method.instructions) {
      int opcode = insn.getOpcode();
      if (insn instanceof MethodInsnNode call && concerns(call)
          || insn instanceof InvokeDynamicInsnNode) {
        return true;
      }
      sums |= opcode >= Opcodes.IADD && opcode <= Opcodes.DSUB;
      stores |=
          opcode == Opcodes.PUTFIELD
              || opcode == Opcodes.PUTSTATIC
              || opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE;
    }
    return sums && stores;
  }

  private boolean concerns(MethodInsnNode call) {
    MapCall kind = MapCalls.of(call, types);
    return kind != null && (kind.stores() || kind.computes())
        || kind == MapCall.REPLACE_IF
        || CallFacts.isOfTheCode(call.owner) && call.desc.contains("Map;")
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
