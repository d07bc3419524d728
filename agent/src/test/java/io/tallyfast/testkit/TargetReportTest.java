package io.tallyfast.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.analysis.Site;
import io.tallyfast.rewrite.Rewritten;
import io.tallyfast.testkit.TargetComments.Expectation;
import io.tallyfast.testkit.TargetComments.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sites that the rewriter reports are those that the comments of the targets expect. */
class TargetReportTest {
  /** The targets, and each family for what stands outside of its targets. */
  static Stream<String> units() {
    return Stream.concat(TargetCatalog.families().stream(), TargetCatalog.targets().stream())
        .map(TargetCatalog::shortName);
  }

  @ParameterizedTest
  @MethodSource("units")
  void reportsWhatTheCommentsExpect(String shortName) {
    List<String> classes = classesOf(shortName);
    Map<Integer, Expectation> expected = expected(shortName, classes);
    Map<Integer, Set<String>> reported = new TreeMap<>();
    for (String name : classes) {
      Rewritten rewritten = TargetRewriter.rewrite(name);
      rewritten.guarded().forEach(site -> add(reported, "GUARDED", site));
      rewritten.refused().forEach(site -> add(reported, "REFUSED", site));
    }

    List<String> faults = new ArrayList<>();
    Set<Integer> lines = new TreeSet<>(expected.keySet());
    lines.addAll(reported.keySet());
    for (int line : lines) {
      Set<String> found = reported.getOrDefault(line, Set.of());
      Expectation expectation = expected.getOrDefault(line, new Expectation(Verdict.UNTOUCHED, ""));
      if (!matches(expectation, found)) {
        faults.add(link(shortName, line) + " expected " + expectation + ", reported " + found);
      }
    }
    assertThat(faults).isEmpty();
  }

  private static boolean matches(Expectation expected, Set<String> found) {
    return switch (expected.verdict()) {
      case SAFE -> true;
      case UNTOUCHED -> found.isEmpty();
      case GUARDED, REFUSED ->
          !found.isEmpty()
              && found.stream().allMatch(text -> text.startsWith(expected.verdict().name()))
              && found.stream().anyMatch(text -> text.contains(" " + expected.idiom()));
    };
  }

  private static List<String> classesOf(String shortName) {
    List<String> classes = new ArrayList<>(TargetCatalog.nest(longName(shortName)));
    if (shortName.indexOf('.') < 0) {
      for (String target : TargetCatalog.targets()) {
        classes.removeAll(TargetCatalog.nest(target));
      }
    }
    return classes;
  }

  private static Map<Integer, Expectation> expected(String shortName, List<String> classes) {
    Map<Integer, Expectation> expected =
        new TreeMap<>(TargetComments.of(TargetCatalog.familyOf(longName(shortName))));
    expected.keySet().retainAll(TargetLines.of(classes).lines());
    return expected;
  }

  private static void add(Map<Integer, Set<String>> reported, String verdict, Site site) {
    String reason = site.reason().isEmpty() ? "" : " because " + site.reason();
    reported
        .computeIfAbsent(site.line(), line -> new TreeSet<>())
        .add(verdict + " " + site.idiom() + reason);
  }

  private static String longName(String shortName) {
    return TargetCatalog.PREFIX + shortName.replace('.', '$');
  }

  private static String link(String shortName, int line) {
    String family = TargetCatalog.familyOf(longName(shortName));
    return "at " + family + "(" + TargetCatalog.shortName(family) + ".java:" + line + ")";
  }
}
