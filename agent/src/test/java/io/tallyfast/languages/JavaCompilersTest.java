package io.tallyfast.languages;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.testkit.Jdk;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Of Java, the same is found whatever the release and the compiler. */
class JavaCompilersTest {
  private static final String[] TARGETS = {"HolderTargets", "SplitTargets", "MapUseTargets"};

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"17,8", "17,11", "17,17", "25,8", "25,21", "25,25"})
  void javacOfEveryRelease(int jdk, int release) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Jdk.ofVersion(jdk).program("javac"));
    command.addAll(List.of("-g", "-nowarn", "-Xlint:-options", "-d", folder.toString()));
    command.addAll(List.of("--release", String.valueOf(release)));
    command.addAll(sources());
    Process javac = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(javac.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(javac.waitFor()).as(output).isZero();

    Reported.check(Reported.in(folder, true), expected());
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 17})
  void theCompilerOfEclipse(int release) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("-g", "-nowarn", "-proc:none"));
    arguments.addAll(List.of("--release", String.valueOf(release), "-d", folder.toString()));
    arguments.addAll(sources());
    StringWriter errors = new StringWriter();
    boolean done =
        BatchCompiler.compile(
            arguments.toArray(new String[0]),
            new PrintWriter(errors),
            new PrintWriter(errors),
            null);
    assertThat(done).as(errors.toString()).isTrue();

    Reported.check(Reported.in(folder, true), expected());
  }

  private static Map<String, String> expected() throws IOException {
    Map<String, String> expected = new TreeMap<>();
    for (String source : sources()) {
      expected.putAll(Reported.expected(Path.of(source)));
    }
    assertThat(expected).isNotEmpty();
    return expected;
  }

  private static List<String> sources() {
    Path root = Path.of(System.getProperty("basedir", "."), "src/test/java/io/tallyfast");
    List<String> sources = new ArrayList<>();
    for (String target : TARGETS) {
      sources.add(root.resolve("audit/targets/" + target + ".java").toString());
    }
    return sources;
  }
}
