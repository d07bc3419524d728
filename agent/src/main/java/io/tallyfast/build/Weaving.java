package io.tallyfast.build;

import io.tallyfast.analysis.ConstantPoolFilter;
import io.tallyfast.analysis.CreationFilter;
import io.tallyfast.analysis.FieldScope;
import io.tallyfast.analysis.MapField;
import io.tallyfast.analysis.MapNames;
import io.tallyfast.analysis.Site;
import io.tallyfast.analysis.TypeOracle;
import io.tallyfast.rewrite.ClassRewriter;
import io.tallyfast.rewrite.Rewritten;
import io.tallyfast.rewrite.SiteTable;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.build.BuildLogger;
import net.bytebuddy.description.field.FieldDescription;
import net.bytebuddy.description.field.FieldList;
import net.bytebuddy.description.method.MethodList;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.pool.TypePool;

/**
 * Takes a class as the plugins before have made it, rewrites it as a whole, and hands it on to
 * those behind. Byte Buddy has an ASM of its own, so that classes change sides as bytes.
 */
final class Weaving implements AsmVisitorWrapper {
  /** What comes before the simple name of a runtime class. */
  static final String PREFIX = "io/tallyfast/runtime/";

  private final TypeOracle types;
  private final FieldScope scope;
  private final MapNames names;
  private final CreationFilter creations;
  private final BuildLogger log;

  Weaving(TypeOracle types, FieldScope scope, MapNames names, BuildLogger log) {
    this.types = types;
    this.scope = scope;
    this.names = names;
    this.creations = new CreationFilter(names);
    this.log = log;
  }

  @Override
  public int mergeWriter(int flags) {
    return flags;
  }

  @Override
  public int mergeReader(int flags) {
    return flags;
  }

  @Override
  public ClassVisitor wrap(
      TypeDescription instrumentedType,
      ClassVisitor next,
      Implementation.Context context,
      TypePool pool,
      FieldList<FieldDescription.InDefinedShape> fields,
      MethodList<?> methods,
      int writerFlags,
      int readerFlags) {
    return new Whole(instrumentedType.getInternalName(), next, readerFlags);
  }

  /** The class after rewriting; the same bytes when nothing is to be done or it cannot be done. */
  private byte[] rewritten(String name, byte[] classFile) {
    if (!ConstantPoolFilter.mayHoldSite(classFile, scope) && !creations.mayCreate(classFile)) {
      return classFile;
    }
    try {
      SiteTable sites = new SiteTable(BuildSites.firstOf(name));
      Rewritten outcome = new ClassRewriter(PREFIX, sites, scope, names).rewrite(classFile, types);
      tell(outcome);
      return outcome.classFile() == null ? classFile : outcome.classFile();
    } catch (RuntimeException e) {
      log.warn("tallyfast: left " + name.replace('/', '.') + " as it is: " + e);
      return classFile;
    }
  }

  private void tell(Rewritten outcome) {
    for (Site site : outcome.guarded()) {
      log.info("tallyfast: guarded " + place(site));
    }
    for (MapField field : outcome.maps()) {
      String name = field.className() + "." + field.field();
      if (field.guarded()) {
        log.info("tallyfast: guarded the map in " + name);
      } else {
        log.warn("tallyfast: cannot guard all maps in " + name + ": " + field.reason());
      }
    }
    for (Site site : outcome.refused()) {
      log.warn("tallyfast: cannot guard " + place(site) + ": " + site.reason());
    }
  }

  private static String place(Site site) {
    String method = site.className() + "." + site.method();
    return "at " + method + "(" + site.file() + ":" + site.line() + ")";
  }

  /** Swallows a class and hands on the rewritten one. */
  private final class Whole extends ClassVisitor {
    private final String name;
    private final ClassVisitor next;
    private final int readerFlags;

    Whole(String name, ClassVisitor next, int readerFlags) {
      super(net.bytebuddy.utility.OpenedClassReader.ASM_API, new ClassWriter(0));
      this.name = name;
      this.next = next;
      this.readerFlags = readerFlags;
    }

    @Override
    public void visitEnd() {
      super.visitEnd();
      byte[] classFile = ((ClassWriter) cv).toByteArray();
      new ClassReader(rewritten(name, classFile)).accept(next, readerFlags);
    }
  }
}
