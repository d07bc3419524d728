package io.tallyfast.judge;

import io.tallyfast.analysis.CallFact;
import io.tallyfast.analysis.ClassFacts;
import io.tallyfast.analysis.Mutation;
import io.tallyfast.analysis.Site;
import io.tallyfast.analysis.TypeOracle;
import io.tallyfast.idiom.SiteRecords;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/**
 * Judges the mutation sites of many classes together: first every class is added, then the sites
 * are asked for. Keeps summaries only, not class files. Not thread-safe.
 */
public final class Auditor {
  private final TypeOracle types;
  private final List<Mutation> mutations = new ArrayList<>();
  private final CallGraph calls;

  /**
   * Creates an auditor.
   *
   * @param types answers questions about types that are not among the classes added
   */
  public Auditor(TypeOracle types) {
    this.types = new AllMaps(types);
    this.calls = new CallGraph(types);
  }

  /**
   * Takes one class.
   *
   * @param classFile the bytes of a class file; not kept
   * @throws RuntimeException when it cannot be read; the others are judged all the same
   */
  public void add(byte[] classFile) {
    ClassNode owner = new ClassNode();
    new ClassReader(classFile).accept(owner, ClassReader.EXPAND_FRAMES);
    ClassFacts facts = ClassFacts.of(owner, types, new SiteRecords(owner));
    mutations.addAll(facts.mutations());
    for (CallFact call : facts.calls()) {
      calls.add(call);
    }
  }

  /** The sites of all classes added, judged together, in the order of classes and code. */
  public List<Site> finish() {
    return new Judge(mutations, calls).verdicts();
  }

  /** Maps of other languages and of primitives are of interest too. */
  private record AllMaps(TypeOracle types) implements TypeOracle {
    @Override
    public boolean isSubtype(String type, String ancestor) {
      return types.isSubtype(type, ancestor);
    }

    @Override
    public boolean knowsForeignMaps() {
      return true;
    }
  }
}
