package io.tallyfast.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs {@link SmokeMain} in another JVM: {@code -Dtallyfast.smoke.java=/path/to/bin/java}. */
@EnabledIfSystemProperty(named = SmokeTest.JAVA, matches = ".+")
class SmokeTest {
  static final String JAVA = "tallyfast.smoke.java";

  @ParameterizedTest
  @ValueSource(strings = {"false", "true"})
  void sumsAreExactInAnotherJvm(String virtual, @TempDir Path folder)
      throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process process =
        new ProcessBuilder(
                List.of(
                    System.getProperty(JAVA),
                    "-Dtallyfast.test.virtual=" + virtual,
                    "-cp",
                    classPath,
                    SmokeMain.class.getName()))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("finished").isTrue();
    assertThat(process.exitValue()).as(Files.readString(output)).isZero();
  }
}
