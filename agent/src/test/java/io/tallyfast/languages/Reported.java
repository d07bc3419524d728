package io.tallyfast.languages;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.analysis.Site;
import io.tallyfast.analysis.TypeOracle;
import io.tallyfast.judge.Auditor;
import io.tallyfast.report.Counts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the comments of a source file expect to be reported, and what is. Stateless. */
final class Reported {
  private static final Pattern COMMENT = Pattern.compile("// assertReported\\(\"([a-z-]+)\"\\)$");

  private Reported() {}

  /** The idioms that the comments expect, by file and line. */
  static Map<String, String> expected(Path source) throws IOException {
    Map<String, String> expected = new TreeMap<>();
    List<String> lines = Files.readAllLines(source);
    for (int i = 0; i < lines.size(); i++) {
      Matcher comment = COMMENT.matcher(lines.get(i));
      if (comment.find()) {
        expected.put(source.getFileName() + ":" + (i + 1), comment.group(1));
      }
    }
    return expected;
  }

  /** Fails when other lines are reported than expected, or not under the expected name. */
  static void check(Map<String, String> found, Map<String, String> expected) {
    assertThat(found.keySet()).isEqualTo(expected.keySet());
    assertThat(expected).allSatisfy((line, idiom) -> assertThat(found.get(line)).contains(idiom));
  }

  /**
   * The idioms of the sites that lose updates, by file and line.
   *
   * @param fields whether those of counters in fields are wanted, too
   */
  static Map<String, String> in(Path classes, boolean fields) throws IOException {
    List<byte[]> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
        all.add(Files.readAllBytes(file));
      }
    }
    Map<String, String> found = new TreeMap<>();
    for (Site site : Auditor.judge(all, TypeOracle.NONE)) {
      if (Counts.loses(site) && (fields || site.kind() != Site.Kind.FIELD)) {
        found.merge(site.file() + ":" + site.line(), site.idiom(), (a, b) -> a + "," + b);
      }
    }
    return found;
  }
}
