package io.tallyfast.languages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tallyfast.testkit.Jdk;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Of other languages, what their own compilers make is understood. The compilers are large: the
 * profile {@code languages} fetches them, and without it these tests are skipped.
 */
class OtherLanguagesTest {
  @TempDir private Path folder;

  @Test
  void kotlin() throws Exception {
    String library = jars("kotlin-stdlib-");
    String compiler = "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler";
    check("KotlinStats.kt", compiler, "-no-reflect", "-no-stdlib", "-cp", library);
  }

  @Test
  void scala2() throws Exception {
    check("ScalaStats.scala", "scala.tools.nsc.Main", "-usejavacp");
  }

  @Test
  void scala3() throws Exception {
    check("ScalaStats.scala", "dotty.tools.dotc.Main", "-usejavacp");
  }

  @Test
  void groovy() throws Exception {
    check("GroovyStats.groovy", "org.codehaus.groovy.tools.FileSystemCompiler");
  }

  private void check(String name, String compiler, String... options) throws Exception {
    String resource = "/" + compiler.replace('.', '/') + ".class";
    boolean present = OtherLanguagesTest.class.getResource(resource) != null;
    assumeTrue(present, "the compiler is fetched by mvn -Planguages");
    Path languages = Path.of(System.getProperty("basedir", "."), "src/test/languages");
    Path source = languages.resolve(name);
    List<String> command = new ArrayList<>();
    command.addAll(List.of(Jdk.current().program("java"), "-cp", jars(""), compiler));
    command.addAll(List.of(options));
    command.addAll(List.of("-d", folder.toString(), source.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();

    Reported.check(Reported.in(folder, false), Reported.expected(source));
  }

  /** The jars of the class path whose names begin so, as a class path. */
  private static String jars(String prefix) {
    String separator = System.getProperty("path.separator");
    return Arrays.stream(System.getProperty("java.class.path").split(separator))
        .filter(jar -> Path.of(jar).getFileName().toString().startsWith(prefix))
        .collect(Collectors.joining(separator));
  }
}
