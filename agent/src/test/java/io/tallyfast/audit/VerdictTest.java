package io.tallyfast.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.analysis.Site;
import io.tallyfast.audit.targets.ProtectionTargets;
import io.tallyfast.judge.Auditor;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The verdicts on the targets are those that the comments on their lines say. */
class VerdictTest {
  private static final Path SOURCES =
      Path.of(System.getProperty("basedir", "."), "src/test/java/io/tallyfast/audit/targets");
  private static final Pattern COMMENT = Pattern.compile("[;)] // (\\w+)$");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ProtectionTargets",
        "MonitorTargets",
        "LockTargets",
        "FunctionTargets",
        "CallerTargets",
        "ClaimTargets",
        "AtomicTargets",
        "ConfinedTargets",
        "OneThreadTargets"
      })
  void areThoseOfTheComments(String target) throws Exception {
    Map<String, String> found = new TreeMap<>();
    for (Site site : Auditor.judge(classesOf(target), VerdictTest::isSubtype)) {
      String line = line(site.line());
      found.merge(line, site.verdict().name().toLowerCase(Locale.ROOT), VerdictTest::both);
    }
    assertThat(found).isEqualTo(expected(target));
  }

  @Test
  void allTargetsAreTested() throws IOException {
    try (Stream<Path> files = Files.list(SOURCES)) {
      List<String> there =
          files.map(file -> file.getFileName().toString().replace(".java", "")).sorted().toList();
      List<String> elsewhere =
          List.of(
              "FieldTargets",
              "HolderTargets",
              "MapUseTargets",
              "NamedValueTargets",
              "SplitTargets");
      assertThat(there).containsAll(elsewhere);
      List<String> here = there.stream().filter(name -> !elsewhere.contains(name)).toList();
      assertThat(targets()).containsExactlyInAnyOrderElementsOf(here);
    }
  }

  private static List<String> targets() {
    for (var method : VerdictTest.class.getDeclaredMethods()) {
      ValueSource source = method.getAnnotation(ValueSource.class);
      if (source != null) {
        return List.of(source.strings());
      }
    }
    return List.of();
  }

  /** As an audit of the test classes knows it; nothing is said of types that are not there. */
  private static boolean isSubtype(String type, String ancestor) {
    ClassLoader loader = VerdictTest.class.getClassLoader();
    try {
      Class<?> sub = Class.forName(type.replace('/', '.'), false, loader);
      return Class.forName(ancestor.replace('/', '.'), false, loader).isAssignableFrom(sub);
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /** Two sites of one line, such as a map and the holder in it, are expected to agree. */
  private static String both(String one, String other) {
    return one.equals(other) ? one : one + " and " + other;
  }

  private static String line(int number) {
    return String.format(Locale.ROOT, "line %03d", number);
  }

  private static Map<String, String> expected(String target) throws IOException {
    Map<String, String> expected = new TreeMap<>();
    List<String> lines = Files.readAllLines(SOURCES.resolve(target + ".java"));
    for (int i = 0; i < lines.size(); i++) {
      Matcher comment = COMMENT.matcher(lines.get(i));
      if (comment.find()) {
        expected.put(line(i + 1), comment.group(1));
      }
    }
    assertThat(expected).isNotEmpty();
    return expected;
  }

  /** The target and all classes nested in it, those without a name too. */
  private static List<byte[]> classesOf(String target) throws IOException, URISyntaxException {
    Path root =
        Path.of(
            ProtectionTargets.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<byte[]> classes = new ArrayList<>();
    try (Stream<Path> files = Files.list(root.resolve("io/tallyfast/audit/targets"))) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.equals(target + ".class") || name.startsWith(target + "$")) {
          classes.add(Files.readAllBytes(file));
        }
      }
    }
    return classes;
  }
}
