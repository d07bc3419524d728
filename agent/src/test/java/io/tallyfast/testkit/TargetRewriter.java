package io.tallyfast.testkit;

import io.tallyfast.analysis.FieldScope;
import io.tallyfast.analysis.MapNames;
import io.tallyfast.analysis.TypeOracle;
import io.tallyfast.rewrite.ClassRewriter;
import io.tallyfast.rewrite.Rewritten;
import io.tallyfast.rewrite.SiteTable;
import io.tallyfast.runtime.SiteCounters;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.util.CheckClassAdapter;

/** Rewrites each class of the targets once, and verifies what comes out. */
final class TargetRewriter {
  private static final SiteTable SITES = new SiteTable();
  private static final ClassRewriter REWRITER =
      new ClassRewriter("io/tallyfast/runtime/", SITES, FieldScope.STATS, MapNames.NONE);
  private static final Map<String, Rewritten> DONE = new ConcurrentHashMap<>();

  /** Finds the class files of the targets, and nothing else. */
  private static final TypeOracle TYPES =
      new TypeOracle() {
        @Override
        public boolean isSubtype(String type, String ancestor) {
          return false;
        }

        @Override
        public byte[] classFile(String type) {
          String name = type.replace('/', '.');
          return TargetCatalog.classes().contains(name) ? TargetCatalog.bytes(name) : null;
        }
      };

  private TargetRewriter() {}

  /** How many sites there are so far. */
  static int sites() {
    return SITES.next();
  }

  /** What became of a class. */
  static Rewritten rewrite(String name) {
    return DONE.computeIfAbsent(name, TargetRewriter::rewriteNow);
  }

  /** The class file after rewriting; the original where nothing was rewritten. */
  static byte[] bytes(String name) {
    byte[] rewritten = rewrite(name).classFile();
    return rewritten == null ? TargetCatalog.bytes(name) : rewritten;
  }

  private static Rewritten rewriteNow(String name) {
    byte[] original = TargetCatalog.bytes(name);
    byte[] before = original.clone();
    Rewritten result = REWRITER.rewrite(original, TYPES);
    if (!Arrays.equals(before, original)) {
      throw new AssertionError("the rewriter changed the bytes that it was given: " + name);
    }
    SiteCounters.reserve(SITES.snapshot().size());
    if (result.classFile() != null) {
      verify(name, result.classFile());
    }
    return result;
  }

  private static void verify(String name, byte[] classFile) {
    StringWriter problems = new StringWriter();
    CheckClassAdapter.verify(
        new ClassReader(classFile),
        TargetRewriter.class.getClassLoader(),
        false,
        new PrintWriter(problems));
    if (!problems.toString().isEmpty()) {
      throw new AssertionError(name + " does not verify: " + problems);
    }
  }
}
