package io.tallyfast.audit;

import io.tallyfast.analysis.ClassSites;
import io.tallyfast.analysis.MapSite;
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
  private final List<Site> sites = new ArrayList<>();

  /**
   * Creates an auditor.
   *
   * @param types answers questions about types that are not among the classes added
   */
  public Auditor(TypeOracle types) {
    this.types = types;
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
    SiteRecords records = new SiteRecords(owner);
    for (MapSite site : ClassSites.of(owner, types).all()) {
      sites.add(records.of(site));
    }
  }

  /** The sites of all classes added, judged together, in the order of classes and code. */
  public List<Site> finish() {
    return List.copyOf(sites);
  }
}
