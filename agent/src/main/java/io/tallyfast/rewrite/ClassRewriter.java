package io.tallyfast.rewrite;

import io.tallyfast.analysis.BatchFinder;
import io.tallyfast.analysis.ClassSites;
import io.tallyfast.analysis.FieldScope;
import io.tallyfast.analysis.FieldSite;
import io.tallyfast.analysis.FieldSites;
import io.tallyfast.analysis.MapFields;
import io.tallyfast.analysis.MapNames;
import io.tallyfast.analysis.MapSite;
import io.tallyfast.analysis.PartialClass;
import io.tallyfast.analysis.Repair;
import io.tallyfast.analysis.Site;
import io.tallyfast.analysis.SplitSite;
import io.tallyfast.analysis.SplitSites;
import io.tallyfast.analysis.TypeOracle;
import io.tallyfast.idiom.SiteRecords;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Turns a class file into one whose counted updates lose nothing, or says why not. Thread-safe;
 * loads no class of the application.
 */
public final class ClassRewriter {
  private static final String APART =
      "exact, but no one step with the updates beside it: a ConcurrentMap has no lock for several";

  private final String runtimePrefix;
  private final SiteTable sites;
  private final FieldScope scope;
  private final MapNames names;

  /**
   * Creates a rewriter that guards the fields which are used as statistics, and makes no map a
   * guarded one.
   */
  public ClassRewriter(String runtimePrefix, SiteTable sites) {
    this(runtimePrefix, sites, FieldScope.STATS);
  }

  /**
   * Creates a rewriter that makes no map a guarded one.
   *
   * @param runtimePrefix as below
   * @param sites as below
   * @param scope the fields to guard
   */
  public ClassRewriter(String runtimePrefix, SiteTable sites, FieldScope scope) {
    this(runtimePrefix, sites, scope, null);
  }

  /**
   * Creates a rewriter.
   *
   * @param runtimePrefix what comes before the simple name of a runtime class in the rewritten
   *     code, as in {@code io/tallyfast/runtime/} or {@code java/lang/$Tallyfast}
   * @param sites numbers the rewritten sites
   * @param scope the fields to guard
   * @param names which fields hold statistics because of their names; null to make no map a guarded
   *     one
   */
  public ClassRewriter(String runtimePrefix, SiteTable sites, FieldScope scope, MapNames names) {
    this.runtimePrefix = runtimePrefix;
    this.sites = sites;
    this.scope = scope;
    this.names = names;
  }

  /**
   * Rewrites one class.
   *
   * @param classFile the bytes of a class file; not modified
   * @param types answers questions about types that the class refers to
   * @throws RuntimeException when the class file cannot be read or a method defeats the analysis;
   *     the caller leaves the class as it is
   */
  public Rewritten rewrite(byte[] classFile, TypeOracle types) {
    ClassReader reader = new ClassReader(classFile);
    if (EarlierRewriting.isIn(reader)) {
      return Rewritten.UNCHANGED;
    }
    ClassNode part = PartialClass.read(reader, classFile, scope, names);
    Found first = part == null ? null : look(part, types);
    if (first != null && first.isEmpty()) {
      return first.nothing();
    }
    ClassNode owner = new ClassNode();
    reader.accept(owner, ClassReader.EXPAND_FRAMES);
    Found all = look(owner, types);
    return all.isEmpty() ? all.nothing() : rewrite(all, types, reader);
  }

  /** Whether anything of a class is to be guarded, refused or skipped. */
  boolean findsAny(ClassNode owner, TypeOracle types) {
    Found found = look(owner, types);
    return !found.isEmpty() || !found.sites().skipped().isEmpty();
  }

  private Found look(ClassNode owner, TypeOracle types) {
    ClassSites found = ClassSites.of(owner, types);
    List<SplitSite> splits = SplitSites.of(owner, types);
    FieldSites fields = FieldSites.of(owner, types, scope, shared(owner, found, splits));
    MapFields maps =
        names == null ? MapFields.none(owner) : MapFields.of(owner, found, fields, types, names);
    boolean copies = names != null && EnumCopies.areIn(owner);
    return new Found(owner, found, splits, maps, fields, copies);
  }

  private Rewritten rewrite(Found all, TypeOracle types, ClassReader reader) {
    ClassNode owner = all.owner();
    ClassSites found = all.sites();
    List<SplitSite> splits = all.splits();
    MapFields maps = all.maps();
    FieldSites fields = all.fields();
    List<String> skipped = skipped(found);
    SiteRecords records = new SiteRecords(owner);
    List<Site> guarded = new ArrayList<>();
    List<Site> refused = new ArrayList<>();
    Edits edits = new Edits(owner, types, new Emit(runtimePrefix), maps);
    for (Map.Entry<MethodNode, List<MapSite>> method : found.byMethod().entrySet()) {
      Set<MapSite> apart = BatchFinder.apart(owner, method.getValue(), types);
      for (MapSite site : method.getValue()) {
        Site row = records.of(site);
        if (site.repair().kind() == Repair.Kind.REFUSED) {
          refused.add(row);
        } else {
          row = noted(row, maps.noteOn(site));
          row = noted(row, apart.contains(site) ? APART : "");
          guarded.add(row);
          edits.add(site, sites.add(row));
        }
      }
    }
    for (SplitSite site : splits) {
      Site row = records.of(site);
      if (site.repair().kind() == Repair.Kind.REFUSED) {
        refused.add(row);
      } else {
        guarded.add(row);
        edits.add(site, sites.add(row));
      }
    }
    for (List<FieldSite> here : fields.byMethod().values()) {
      for (FieldSite site : here) {
        Site row = records.of(site, fields.idiomOf(site));
        if (site.repair().isRefused()) {
          refused.add(row);
        } else {
          guarded.add(row);
          edits.add(site, sites.add(row));
        }
      }
    }
    if (all.copies()) {
      edits.guardCopies();
    }
    boolean edited = !guarded.isEmpty() || !maps.isEmpty() || all.copies();
    byte[] changed = edited ? edits.write(reader) : null;
    for (String method : edits.skipped()) {
      if (!skipped.contains(method)) {
        skipped.add(method);
      }
    }
    if (guarded.isEmpty() && changed != null && !EarlierRewriting.isIn(new ClassReader(changed))) {
      // Nothing is done with its maps here, and none of them is made here.
      changed = null;
    }
    return new Rewritten(changed, guarded, refused, skipped)
        .withMaps(maps.fields(), edits.mapTypes());
  }

  /** What there is in a class to guard. */
  private record Found(
      ClassNode owner,
      ClassSites sites,
      List<SplitSite> splits,
      MapFields maps,
      FieldSites fields,
      boolean copies) {
    boolean isEmpty() {
      return sites.byMethod().isEmpty()
          && splits.isEmpty()
          && fields.byMethod().isEmpty()
          && maps.isEmpty()
          && !copies;
    }

    Rewritten nothing() {
      List<String> skipped = skipped(sites);
      return skipped.isEmpty()
          ? Rewritten.UNCHANGED
          : new Rewritten(null, List.of(), List.of(), skipped);
    }
  }

  /** The methods that hold sites on maps, or batches, whose instructions must stay in place. */
  private static Set<MethodNode> shared(ClassNode owner, ClassSites found, List<SplitSite> splits) {
    Set<MethodNode> all = new HashSet<>(found.byMethod().keySet());
    for (MethodNode method : owner.methods) {
      if (BatchFinder.mayHold(method)) {
        all.add(method);
      }
    }
    for (SplitSite site : splits) {
      all.add(site.flow().method());
      all.addAll(site.helpers());
    }
    return all;
  }

  static List<String> skipped(ClassSites found) {
    List<String> skipped = new ArrayList<>();
    for (Map.Entry<MethodNode, String> method : found.skipped().entrySet()) {
      skipped.add(method.getKey().name + ": " + method.getValue());
    }
    return skipped;
  }

  private static Site noted(Site row, String note) {
    if (note.isEmpty()) {
      return row;
    }
    return row.withReason(row.reason().isEmpty() ? note : row.reason().concat("; ").concat(note));
  }

  /** The numbered sites. */
  public SiteTable sites() {
    return sites;
  }
}
