package io.tallyfast.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what the comments of a target's source expect, by line. A comment that stands alone on its
 * line speaks of the next line.
 */
final class TargetComments {
  private static final Pattern ASSERTION =
      Pattern.compile("// assert(Guarded|Refused|Untouched|Safe)\\((?:\"([a-z-]+)\")?\\)");

  private TargetComments() {}

  /** What is expected of a line. */
  enum Verdict {
    /** The line is rewritten. */
    GUARDED,
    /** The line is reported and left alone. */
    REFUSED,
    /** The line is neither rewritten nor reported. */
    UNTOUCHED,
    /** Any of these, as long as one thread sees no difference. */
    SAFE
  }

  /**
   * One expectation.
   *
   * @param idiom name of the idiom, empty when any will do
   */
  record Expectation(Verdict verdict, String idiom) {}

  /** The expectations in the source of a family, by line. */
  static Map<Integer, Expectation> of(String family) {
    List<String> lines = source(family);
    Map<Integer, Expectation> expectations = new TreeMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      Matcher matcher = ASSERTION.matcher(line);
      if (matcher.find()) {
        Verdict verdict = Verdict.valueOf(matcher.group(1).toUpperCase(Locale.ROOT));
        String idiom = matcher.group(2) == null ? "" : matcher.group(2);
        int about = line.strip().startsWith("//") ? i + 2 : i + 1;
        expectations.put(about, new Expectation(verdict, idiom));
      } else if (line.contains("// assert")) {
        throw new IllegalArgumentException(family + ":" + (i + 1) + " cannot be read: " + line);
      }
    }
    return expectations;
  }

  private static List<String> source(String family) {
    Path root = Path.of(System.getProperty("basedir", "."), "src/test/java");
    try {
      return Files.readAllLines(root.resolve(family.replace('.', '/') + ".java"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
