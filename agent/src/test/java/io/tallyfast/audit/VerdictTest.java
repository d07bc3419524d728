package io.tallyfast.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.analysis.Site;
import io.tallyfast.analysis.TypeOracle;
import io.tallyfast.audit.targets.ProtectionTargets;
import io.tallyfast.judge.Auditor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The verdicts on the targets are those that the comments on their lines say. */
class VerdictTest {
  private static final Path SOURCE =
      Path.of("src/test/java/io/tallyfast/audit/targets/ProtectionTargets.java");
  private static final Pattern COMMENT = Pattern.compile("; // (\\w+)$");

  @Test
  void areThoseOfTheComments() throws IOException {
    List<byte[]> classes = new ArrayList<>(List.of(bytes(ProtectionTargets.class)));
    for (Class<?> nested : ProtectionTargets.class.getDeclaredClasses()) {
      classes.add(bytes(nested));
    }
    Map<Integer, String> found = new TreeMap<>();
    for (Site site : Auditor.judge(classes, TypeOracle.NONE)) {
      found.put(site.line(), site.verdict().name().toLowerCase(Locale.ROOT));
    }
    assertThat(found).isEqualTo(expected());
  }

  private static Map<Integer, String> expected() throws IOException {
    Map<Integer, String> expected = new TreeMap<>();
    List<String> lines = Files.readAllLines(SOURCE);
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
