package io.tallyfast.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.tallyfast.analysis.Site;
import io.tallyfast.stats.Stats;
import io.tallyfast.testkit.DocPage;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the migration guide shows compiles, and the audit judges it as the guide says. */
class MigrationGuideTest {
  private static final String BLOCK = "```java\n";

  @TempDir private Path folder;

  @BeforeEach
  void compile() throws IOException, URISyntaxException {
    String page = DocPage.of("MIGRATION_THREAD_SAFE_STATS.md").text();
    List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", folder.toString()));
    arguments.addAll(List.of("-cp", Path.of(classesOfTheHelper()).toString()));
    int block = page.indexOf(BLOCK);
    for (int i = 0; block >= 0; i++) {
      int begin = block + BLOCK.length();
      String source = page.substring(begin, page.indexOf("```", begin));
      String name = source.substring(source.indexOf(" class ") + 7, source.indexOf(" {"));
      Path file = Files.createDirectories(folder.resolve("s" + i)).resolve(name + ".java");
      arguments.add(Files.writeString(file, source).toString());
      block = page.indexOf(BLOCK, begin);
    }
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(new String[0]));
    assertThat(status).isZero();
  }

  private static URI classesOfTheHelper() throws URISyntaxException {
    return Stats.class.getProtectionDomain().getCodeSource().getLocation().toURI();
  }

  @Test
  void findsWhatIsWrongBefore() {
    // Two updates, and the map itself handed out.
    assertThat(losing("before")).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"helper", "own", "counters", "test"})
  void findsNothingAfter(String name) {
    assertThat(folder.resolve("guide").resolve(name)).isNotEmptyDirectory();
    assertThat(losing(name)).isEmpty();
  }

  @Test
  void countsExactly() throws Exception {
    URL[] classes = {folder.toUri().toURL()};
    try (URLClassLoader loader =
        new URLClassLoader(classes, MigrationGuideTest.class.getClassLoader())) {
      Class<?> test = loader.loadClass("guide.test.ExactTest");
      Object arguments = new String[0];

      assertThatCode(() -> test.getMethod("main", String[].class).invoke(null, arguments))
          .doesNotThrowAnyException();
    }
  }

  private List<String> losing(String name) {
    AuditResult result =
        new Audit(List.of(folder.resolve("guide").resolve(name)), AuditProgress.NONE).run();
    assertThat(result.problems()).isEmpty();
    return result.sites().stream()
        .filter(
            site ->
                switch (site.verdict()) {
                  case UNPROTECTED, MIXED, REFUSED -> true;
                  case PROTECTED, ATOMIC, CONFINED -> false;
                })
        .map(Site::location)
        .toList();
  }
}
