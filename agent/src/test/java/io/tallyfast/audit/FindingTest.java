package io.tallyfast.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.analysis.Site;
import io.tallyfast.analysis.TypeOracle;
import io.tallyfast.audit.targets.FieldTargets;
import io.tallyfast.audit.targets.HolderTargets;
import io.tallyfast.audit.targets.MapUseTargets;
import io.tallyfast.audit.targets.NamedValueTargets;
import io.tallyfast.audit.targets.SplitTargets;
import io.tallyfast.judge.Auditor;
import io.tallyfast.report.Counts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The audit reports on the lines of the targets what the comments say, and nothing else. */
class FindingTest {
  private static final Pattern COMMENT = Pattern.compile("// assertReported\\(\"([a-z-]+)\"\\)$");

  @ParameterizedTest
  @ValueSource(
      classes = {
        FieldTargets.class,
        HolderTargets.class,
        SplitTargets.class,
        MapUseTargets.class,
        NamedValueTargets.class
      })
  void reportsWhatTheCommentsSay(Class<?> family) throws IOException {
    List<byte[]> classes = new ArrayList<>();
    for (Class<?> nested : family.getDeclaredClasses()) {
      classes.add(bytes(nested));
    }
    Map<Integer, String> found = new TreeMap<>();
    for (Site site : Auditor.judge(classes, TypeOracle.NONE)) {
      if (Counts.loses(site)) {
        found.put(site.line(), site.idiom());
      }
    }
    assertThat(found).isEqualTo(expected(family));
  }

  private static Map<Integer, String> expected(Class<?> family) throws IOException {
    Path root = Path.of(System.getProperty("basedir", "."), "src/test/java");
    Path file = root.resolve(family.getName().replace('.', '/') + ".java");
    Map<Integer, String> expected = new TreeMap<>();
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      Matcher comment = COMMENT.matcher(lines.get(i));
      if (comment.find()) {
        expected.put(i + 1, comment.group(1));
      }
    }
    assertThat(expected).isNotEmpty();
    return expected;
  }

  private static byte[] bytes(Class<?> type) throws IOException {
    String name = type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }
}
