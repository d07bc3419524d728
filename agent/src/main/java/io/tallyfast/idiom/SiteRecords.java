package io.tallyfast.idiom;

import io.tallyfast.analysis.ClassFacts;
import io.tallyfast.analysis.FieldSite;
import io.tallyfast.analysis.Insns;
import io.tallyfast.analysis.MapSite;
import io.tallyfast.analysis.Repair;
import io.tallyfast.analysis.Site;
import io.tallyfast.analysis.SplitSite;
import io.tallyfast.analysis.Words;
import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Turns sites into the records that reports show. Used for one class; not thread-safe. */
public final class SiteRecords implements ClassFacts.SiteNames {
  private final ClassNode owner;
  private final SourceLines lines;
  private final Map<String, Integer> ordinals = new HashMap<>();

  /** Creates for a class. */
  public SiteRecords(ClassNode owner) {
    this.owner = owner;
    this.lines = new SourceLines(owner.sourceDebug);
  }

  /** The record of a site. Asked once for each site, in the order of the code. */
  @Override
  public Site of(MapSite site) {
    MethodNode method = site.flow().method();
    Words words = new Words(method);
    String idiom = Idioms.nameOf(site);
    boolean refused = site.repair().kind() == Repair.Kind.REFUSED;
    return new Site(
        owner.name.replace('/', '.'),
        method.name,
        method.desc,
        owner.sourceFile == null ? "" : owner.sourceFile,
        lines.of(Insns.lineOf(site.write())),
        idiom,
        Site.Kind.MAP,
        words.of(site.map()),
        site.write().owner.replace('/', '.'),
        words.of(site.key()),
        words.delta(site.forms()),
        refused ? Site.Verdict.REFUSED : Site.Verdict.UNPROTECTED,
        "",
        site.repair().reason(),
        Site.Confidence.HIGH,
        false,
        fingerprint(idiom, method));
  }

  /** The record of a site whose read lies in another method. */
  public Site of(SplitSite site) {
    MethodNode method = site.flow().method();
    Words words = new Words(method);
    String idiom = "split-get-put";
    boolean refused = site.repair().kind() == Repair.Kind.REFUSED;
    String field = site.field();
    int colon = field.indexOf(':');
    return new Site(
        owner.name.replace('/', '.'),
        method.name,
        method.desc,
        owner.sourceFile == null ? "" : owner.sourceFile,
        Insns.lineOf(site.write()),
        idiom,
        Site.Kind.MAP,
        field.substring(0, colon),
        Type.getType(field.substring(colon + 1)).getClassName(),
        words.of(site.key()),
        words.delta(site.forms()),
        refused ? Site.Verdict.REFUSED : Site.Verdict.UNPROTECTED,
        "",
        site.repair().reason(),
        Site.Confidence.HIGH,
        false,
        fingerprint(idiom, method));
  }

  /**
   * The record of a site on a field, an element or a holder.
   *
   * @param words container, its type as a descriptor or internal name, key, and what is added
   */
  @Override
  public Site of(
      MethodNode method, AbstractInsnNode write, String idiom, Site.Kind kind, String[] words) {
    return new Site(
        owner.name.replace('/', '.'),
        method.name,
        method.desc,
        owner.sourceFile == null ? "" : owner.sourceFile,
        lines.of(Insns.lineOf(write)),
        idiom,
        kind,
        words[0],
        words[1].replace('/', '.'),
        words[2],
        words[3],
        Site.Verdict.UNPROTECTED,
        "",
        "",
        Site.Confidence.HIGH,
        false,
        fingerprint(idiom, method));
  }

  /**
   * The record of a site on a field or an element.
   *
   * @param idiom the way in which it is written
   */
  public Site of(FieldSite site, String idiom) {
    MethodNode method = site.flow().method();
    boolean holder = idiom.startsWith("holder");
    Site.Kind kind =
        holder ? Site.Kind.HOLDER : site.isIndexed() ? Site.Kind.ARRAY : Site.Kind.FIELD;
    String name = site.field() == null ? "array" : site.field().name;
    String delta = new Words(method).delta(site.forms());
    String[] words = {name, site.field() == null ? "" : site.field().desc, "", delta};
    Site row = of(method, site.write(), idiom, kind, words);
    return site.repair().isRefused() ? refused(row, site.repair().reason()) : row;
  }

  private static Site refused(Site s, String reason) {
    return new Site(
        s.className(),
        s.method(),
        s.descriptor(),
        s.file(),
        s.line(),
        s.idiom(),
        s.kind(),
        s.map(),
        s.mapType(),
        s.key(),
        s.delta(),
        Site.Verdict.REFUSED,
        "",
        reason,
        s.confidence(),
        s.external(),
        s.fingerprint());
  }

  private String fingerprint(String idiom, MethodNode method) {
    String place = idiom + ":" + owner.name + "." + method.name + method.desc;
    Integer before = ordinals.get(place);
    int ordinal = before == null ? 1 : before + 1;
    ordinals.put(place, ordinal);
    return place + "#" + ordinal;
  }
}
