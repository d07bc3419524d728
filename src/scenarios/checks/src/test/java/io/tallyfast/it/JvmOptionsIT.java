package io.tallyfast.it;

import static io.tallyfast.it.Scenarios.jar;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.testkit.ForkedJvm.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sales are counted right whatever the JVM is told to do differently. */
class JvmOptionsIT {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-XX:+UseCompactObjectHeaders",
        "-XX:+UseZGC",
        "-XX:+UseSerialGC",
        "-XX:-UseCompressedOops",
        "-Xint",
        "-Xverify:all"
      })
  void ofTheJvm25(String option) throws Exception {
    shop(25, option).run("-jar", jar("shop"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-XX:+UseZGC", "-XX:-UseCompressedOops", "-XX:-UseCompressedClassPointers"})
  void ofTheJvm17(String option) throws Exception {
    shop(17, option).run("-jar", jar("shop"));
  }

  @Test
  void virtualThreads() throws Exception {
    shop(25).run("-jar", jar("shop"), "virtual");
  }

  @Test
  void anArchiveOfClassesIsStillUsed() throws Exception {
    Path archive = folder.resolve("shop.jsa");
    Result made = shop(17, "-XX:ArchiveClassesAtExit=" + archive).without("-jar", jar("shop"));
    assertThat(archive).as(made.out() + made.err()).exists();

    shop(17, "-XX:SharedArchiveFile=" + archive, loading()).run("-jar", jar("shop"));

    assertLoadedFrom("shared objects file (top)");
  }

  /** The JVM 25 takes none that was made without an agent, whichever agent it is. */
  @Test
  void aCacheOfClassesThatWasMadeWithTheAgentIsUsed() throws Exception {
    Path cache = folder.resolve("shop.aot");
    Result made = shop(25, "-XX:AOTCacheOutput=" + cache).with("-jar", jar("shop"));
    assertThat(cache).as(made.out() + made.err()).exists();
    Result plain = shop(25).without("-jar", jar("shop"));

    Comparison cached = shop(25, "-XX:AOTCache=" + cache, loading());
    cached.compare(plain, cached.with("-jar", jar("shop")));

    assertLoadedFrom("shared objects file");
  }

  private Comparison shop(int version, String... options) {
    return new Comparison(version, folder).before(options);
  }

  private String loading() {
    return "-Xlog:class+load:file=" + folder.resolve("loaded");
  }

  private void assertLoadedFrom(String source) throws Exception {
    assertThat(Files.readAllLines(folder.resolve("loaded")))
        .anyMatch(line -> line.contains("shop.Rush source: " + source));
  }
}
