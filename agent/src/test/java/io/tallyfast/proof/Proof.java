package io.tallyfast.proof;

import io.tallyfast.rewrite.SiteTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs generated programs, original and rewritten, and keeps those that differ. */
final class Proof {
  private static final String PACKAGE = "generated";

  private final SiteTable sites = new SiteTable();
  private final Rewrites rewrites = new Rewrites(sites);
  private final Path failures;
  private final List<String> found = new ArrayList<>();
  private int programs;

  /**
   * Creates a proof.
   *
   * @param failures the folder for programs that differ
   */
  Proof(Path failures) {
    this.failures = failures;
  }

  /** Compares the programs of some seeds, compiled together. */
  void run(long firstSeed, int count, Compilation how) throws IOException {
    List<Generated> batch = new ArrayList<>();
    for (int p = 0; p < count; p++) {
      batch.add(Generated.of(firstSeed + p, "P" + p));
    }
    Compilation.Result compiled = compile(batch, how);
    if (!compiled.errors().isEmpty()) {
      throw new IllegalStateException("does not compile: " + compiled.errors());
    }
    ProgramLoader original = new ProgramLoader(compiled.classes());
    ProgramLoader rewritten = new ProgramLoader(rewrites.of(compiled.classes()));
    for (Generated each : batch) {
      String difference = difference(original, rewritten, each);
      if (!difference.isEmpty()) {
        keep(each, how, difference);
      }
      programs++;
    }
  }

  private static Compilation.Result compile(List<Generated> batch, Compilation how)
      throws IOException {
    return how.compile("Programs.java", Generated.unit(PACKAGE, batch));
  }

  private static String difference(
      ProgramLoader original, ProgramLoader rewritten, Generated program) {
    String name = PACKAGE + "." + program.name();
    return Run.difference(Run.of(original, name), Run.of(rewritten, name));
  }

  private void keep(Generated program, Compilation how, String difference) throws IOException {
    Generated small = Shrinker.shrink(program, candidate -> differs(candidate, how));
    String text = small.family() + "/*\n" + how + "\n" + difference.replace("*/", "* /") + "\n*/\n";
    Files.createDirectories(failures);
    Path file = failures.resolve("Found" + program.seed() + "Targets.java");
    Files.writeString(file, text);
    found.add("seed " + program.seed() + " by " + how + ": " + file + "\n" + difference);
  }

  private static boolean differs(Generated candidate, Compilation how) throws IOException {
    Map<String, byte[]> classes = compile(List.of(candidate), how).classes();
    if (classes.isEmpty()) {
      return false;
    }
    Map<String, byte[]> changed = new Rewrites(new SiteTable()).of(classes);
    return !difference(new ProgramLoader(classes), new ProgramLoader(changed), candidate).isEmpty();
  }

  /** The programs that could tell, each with what they saw. */
  List<String> found() {
    return found;
  }

  /** The figures, in one line. */
  String summary() {
    return programs
        + " programs, "
        + found.size()
        + " could tell; sites guarded "
        + Rewrites.sum(rewrites.guarded())
        + " "
        + rewrites.guarded()
        + ", refused "
        + Rewrites.sum(rewrites.refused())
        + " "
        + rewrites.refused();
  }

  int programs() {
    return programs;
  }

  Rewrites rewrites() {
    return rewrites;
  }
}
