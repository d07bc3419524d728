package io.tallyfast.proof;

import io.tallyfast.analysis.FieldScope;
import io.tallyfast.analysis.MapNames;
import io.tallyfast.analysis.Site;
import io.tallyfast.analysis.SupertypeWalk;
import io.tallyfast.rewrite.ClassRewriter;
import io.tallyfast.rewrite.Rewritten;
import io.tallyfast.rewrite.SiteTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.util.CheckClassAdapter;

/** Rewrites every class of one jar, and has the JVM verify those that changed. Used once. */
final class JarProof {
  /** The names that a reason ends with. */
  private static final String VARYING = "(comes from a call of |a loop changes the value: ).*";

  private final ClassPool pool;
  private final Map<String, byte[]> original = new LinkedHashMap<>();
  private final Map<String, byte[]> changed = new LinkedHashMap<>();
  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();
  private final ClassRewriter rewriter =
      new ClassRewriter("io/tallyfast/runtime/", new SiteTable(), FieldScope.ALL, MapNames.NONE);

  JarProof(ClassPool pool) {
    this.pool = pool;
  }

  /** What was counted: classes, and sites by what became of them. */
  Map<String, Integer> counts() {
    return counts;
  }

  /** What must not be: errors of the rewriter, and rewritten classes that do not verify. */
  List<String> faults() {
    return faults;
  }

  void run(Path jar) throws IOException {
    try (JarFile file = ClassPool.open(jar)) {
      for (String name : ClassPool.names(jar)) {
        original.put(name, ClassPool.read(file, name));
      }
    }
    original.forEach(this::rewrite);
    JarLoader before = new JarLoader(original, pool);
    Map<String, byte[]> all = new LinkedHashMap<>(original);
    all.putAll(changed);
    JarLoader after = new JarLoader(all, pool);
    for (String name : changed.keySet()) {
      verify(name, before, after);
    }
  }

  private void rewrite(String name, byte[] bytes) {
    count("classes");
    try {
      Rewritten outcome = rewriter.rewrite(bytes, new Types());
      outcome.guarded().forEach(site -> count("guarded " + site.idiom()));
      outcome.refused().forEach(site -> refused(name, site));
      outcome.skipped().forEach(reason -> count("skipped methods"));
      if (outcome.classFile() != null) {
        changed.put(name, outcome.classFile());
        count("changed");
      }
    } catch (RuntimeException | StackOverflowError e) {
      faults.add(name + " cannot be rewritten: " + e);
    }
  }

  private void refused(String name, Site site) {
    count("refused: " + site.reason().replaceAll(VARYING, "$1..."));
    if (site.reason().isEmpty()) {
      faults.add(name + " has a refused site without a reason: " + site);
    }
  }

  private void count(String what) {
    counts.merge(what, 1, Integer::sum);
  }

  /** Links the class in both worlds: what the JVM rejects must have been rejected before. */
  private void verify(String name, JarLoader before, JarLoader after) {
    String now = link(name, after);
    if (now.isEmpty()) {
      count("verified");
    } else if (!now.equals(link(name, before))) {
      faults.add(name + " cannot be linked: " + now);
    } else if (now.contains("VerifyError")) {
      count("invalid before");
    } else {
      check(name);
    }
  }

  /** Where classes that it refers to are missing, the JVM cannot verify; the frames can be. */
  private void check(String name) {
    try {
      new ClassReader(changed.get(name)).accept(new CheckClassAdapter(new ClassWriter(0), true), 0);
      count("only checked");
    } catch (RuntimeException e) {
      faults.add(name + " is not valid: " + e.getMessage());
    }
  }

  /** Linking verifies; it does not initialise the class. */
  private static String link(String name, JarLoader loader) {
    try {
      var unused = Class.forName(name.replace('/', '.'), false, loader).getDeclaredConstructors();
      return "";
    } catch (VerifyError e) {
      return "VerifyError: " + e.getMessage().lines().findFirst().orElse("");
    } catch (ClassNotFoundException | LinkageError | RuntimeException e) {
      return e.toString().replaceAll("@[0-9a-fx]+", "");
    }
  }

  private final class Types extends SupertypeWalk {
    @Override
    public byte[] classFile(String type) {
      try {
        byte[] own = original.get(type);
        byte[] known = own == null ? pool.read(type) : own;
        return known == null ? ofPlatform(type) : known;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private byte[] ofPlatform(String type) throws IOException {
      try (InputStream in =
          ClassLoader.getPlatformClassLoader().getResourceAsStream(type + ".class")) {
        return in == null ? null : in.readAllBytes();
      }
    }

    @Override
    protected String[] supertypesOf(String type) {
      byte[] bytes = type.startsWith("[") ? null : classFile(type);
      return bytes == null ? NONE : directSupertypes(new ClassReader(bytes));
    }
  }
}
