package io.tallyfast.idiom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.tallyfast.analysis.Site;
import io.tallyfast.analysis.TypeOracle;
import io.tallyfast.rewrite.ClassRewriter;
import io.tallyfast.rewrite.Rewritten;
import io.tallyfast.rewrite.SiteTable;
import io.tallyfast.testkit.DocPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An idiom is a class, a target and a page; what the page shows is true. */
class IdiomPagesTest {
  @TempDir private Path folder;

  static List<String> idioms() {
    return IdiomPages.idioms();
  }

  @Test
  void everyIdiomHasAPageAndEveryPageAnIdiom() throws IOException {
    assertThat(IdiomPages.names()).containsExactlyInAnyOrderElementsOf(idioms());
  }

  static List<String> guarded() {
    return IdiomPages.idioms(false);
  }

  static List<String> auditOnly() {
    return IdiomPages.idioms(true);
  }

  @Test
  void everyIdiomHasATarget() throws IOException {
    String targets = sources("targets");
    assertThat(guarded())
        .allSatisfy(name -> assertThat(targets).contains("assertGuarded(\"" + name + "\")"));
  }

  @Test
  void everyIdiomOfTheAuditHasATarget() throws IOException {
    String targets = sources("audit/targets");
    // An immutable map is Scala's: its target is compiled by another compiler.
    assertThat(auditOnly())
        .filteredOn(name -> !name.equals("map-updated"))
        .allSatisfy(name -> assertThat(targets).contains("assertReported(\"" + name + "\")"));
  }

  private static String sources(String folder) throws IOException {
    Path root = Path.of(System.getProperty("basedir", "."), "src/test/java/io/tallyfast");
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(root.resolve(folder))) {
      for (Path file : files.toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }

  @Test
  void theListIsUpToDate() {
    StringBuilder list = new StringBuilder("| idiom | what it does |\n| --- | --- |\n");
    for (String name : idioms()) {
      String link = "[" + name + "](" + name + ".md)";
      String summary = IdiomPages.summary(name).replace('\n', ' ');
      list.append("| ").append(link).append(" | ").append(summary).append(" |\n");
    }
    DocPage.of("idioms/README.md").assertGenerated(list.toString());
  }

  @ParameterizedTest
  @MethodSource("idioms")
  void theTitleIsTheName(String name) {
    assertThat(IdiomPages.text(name)).startsWith("# " + name + "\n\n");
  }

  @ParameterizedTest
  @MethodSource("guarded")
  void whatStandsBeforeIsGuardedUnderThatName(String name) {
    assertThat(namesOfGuarded(IdiomPages.source(name, "Before"))).contains(name);
  }

  @ParameterizedTest
  @MethodSource("guarded")
  void whatToWriteInsteadNeedsNoGuard(String name) {
    String instead = IdiomPages.source(name, "Write it instead");
    // Locks are not looked at yet.
    assumeThat(instead).doesNotContain("synchronized");

    assertThat(namesOfGuarded(instead)).isEmpty();
  }

  private List<String> namesOfGuarded(String source) {
    ClassRewriter rewriter = new ClassRewriter("io/tallyfast/runtime/", new SiteTable());
    byte[] classFile = SourceSnippet.compile(source, folder);
    Rewritten rewritten = rewriter.rewrite(classFile, TypeOracle.NONE);
    return rewritten.guarded().stream().map(Site::idiom).collect(Collectors.toList());
  }
}
