package io.tallyfast.rewrite;

import io.tallyfast.analysis.ClassSites;
import io.tallyfast.analysis.FieldScope;
import io.tallyfast.analysis.FieldSite;
import io.tallyfast.analysis.FieldSites;
import io.tallyfast.analysis.MapSite;
import io.tallyfast.analysis.Repair;
import io.tallyfast.analysis.Site;
import io.tallyfast.analysis.TypeOracle;
import io.tallyfast.idiom.SiteRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Turns a class file into one that does the same, and tells what it loses meanwhile. Thread-safe;
 * loads no class of the application.
 */
public final class ObservingRewriter {
  private final Emit emit;
  private final SiteTable sites;
  private final FieldScope scope;

  /**
   * Creates a rewriter.
   *
   * @param runtimePrefix what comes before the simple name of a runtime class in the rewritten code
   * @param sites numbers the watched sites
   * @param scope the fields to watch
   */
  public ObservingRewriter(String runtimePrefix, SiteTable sites, FieldScope scope) {
    this.emit = new Emit(runtimePrefix);
    this.sites = sites;
    this.scope = scope;
  }

  /**
   * Rewrites one class.
   *
   * @param classFile the bytes of a class file; not modified
   * @param types answers questions about types that the class refers to
   * @return the sites that could be repaired as guarded, all others as refused; both are watched
   * @throws RuntimeException when the class file cannot be read or a method defeats the analysis;
   *     the caller leaves the class as it is
   */
  public Rewritten rewrite(byte[] classFile, TypeOracle types) {
    ClassNode owner = new ClassNode();
    new ClassReader(classFile).accept(owner, ClassReader.EXPAND_FRAMES);
    ClassSites found = ClassSites.of(owner, types);
    List<String> skipped = ClassRewriter.skipped(found);
    FieldSites fields = FieldSites.of(owner, types, scope, Set.of());
    if (found.byMethod().isEmpty() && fields.byMethod().isEmpty()) {
      return new Rewritten(null, List.of(), List.of(), skipped);
    }
    SiteRecords records = new SiteRecords(owner);
    List<Site> repairable = new ArrayList<>();
    List<Site> refused = new ArrayList<>();
    ObserveFieldEdit watched = new ObserveFieldEdit(owner, emit);
    for (List<FieldSite> here : fields.byMethod().values()) {
      for (FieldSite site : here) {
        Site row = records.of(site, fields.idiomOf(site));
        (site.repair().isRefused() ? refused : repairable).add(row);
        int number = sites.add(row);
        if (fields.isWatchable(site)) {
          watched.add(site, number);
        }
      }
    }
    for (Map.Entry<MethodNode, List<MapSite>> method : found.byMethod().entrySet()) {
      ObserveEdit edit = new ObserveEdit(method.getValue().get(0).flow(), emit);
      for (MapSite site : method.getValue()) {
        Site row = records.of(site);
        boolean sound = site.repair().kind() != Repair.Kind.REFUSED;
        (sound ? repairable : refused).add(row);
        edit.add(site, sites.add(row));
      }
      edit.edit();
    }
    for (MethodNode method : fields.byMethod().keySet()) {
      watched.edit(method);
    }
    for (MethodNode method : owner.methods) {
      DebugRanges.drop(method);
    }
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    owner.accept(writer);
    return new Rewritten(writer.toByteArray(), repairable, refused, skipped);
  }
}
