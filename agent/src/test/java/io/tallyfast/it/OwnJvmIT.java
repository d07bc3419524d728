package io.tallyfast.it;

import static io.tallyfast.testkit.Compiled.racy;
import static io.tallyfast.testkit.Compiled.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tallyfast.testkit.ForkedJvm;
import io.tallyfast.testkit.ForkedJvm.Result;
import io.tallyfast.testkit.Jdk;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The JVM that an audit starts for itself: nobody can tell, and it never outlives the first. */
@EnabledOnOs(OS.LINUX)
@Timeout(120)
class OwnJvmIT {
  @TempDir private Path folder;
  private Path racy;

  @BeforeEach
  void makeJar() throws IOException {
    racy = Files.write(folder.resolve("racy.jar"), zip(racy("com.acme.Racy")));
  }

  @BothJdks
  void saysWhatTheOneWithOptionsSays(int version) {
    Result plain = java(version).option("-jar", jar()).run("audit", racy.toString());
    Result given = java(version).option("-Xmx1g", "-jar", jar()).run("audit", racy.toString());

    assertThat(plain).isEqualTo(given);
    assertThat(plain.exitCode()).isEqualTo(1);
  }

  @Test
  void isStartedForAPlainAuditOnly() throws Exception {
    assertThat(descendants("-jar", jar())).hasSize(1);
    assertThat(descendants("-Xmx1g", "-jar", jar())).isEmpty();
  }

  private List<ProcessHandle> descendants(String... options) throws Exception {
    Reading reading = new Reading(options);
    List<ProcessHandle> descendants = reading.audit.descendants().toList();
    reading.pipe.close();
    reading.audit.waitFor();
    return descendants;
  }

  @Test
  void endsWhenTheFirstIsAskedToEnd() throws Exception {
    assertEndsWith(Process::destroy);
  }

  @Test
  void endsWhenTheFirstIsKilled() throws Exception {
    assertEndsWith(Process::destroyForcibly);
  }

  private void assertEndsWith(Consumer<Process> end) throws Exception {
    Reading reading = new Reading("-jar", jar());
    ProcessHandle other = reading.audit.descendants().findFirst().orElseThrow();

    end.accept(reading.audit);

    await().atMost(Duration.ofSeconds(60)).until(() -> !other.isAlive());
    assertThat(reading.audit.waitFor()).isNotZero();
    reading.pipe.close();
  }

  private static ForkedJvm java(int version) {
    return ForkedJvm.java(Jdk.ofVersion(version));
  }

  private static String jar() {
    return ForkedJvm.agentJar().toString();
  }

  /** An audit that reads its baseline from a pipe, which nothing is written into. */
  private final class Reading {
    private final Process audit;
    private final OutputStream pipe;

    Reading(String... options) throws IOException, InterruptedException {
      Path baseline = folder.resolve("baseline-" + options.length);
      assertThat(new ProcessBuilder("mkfifo", baseline.toString()).start().waitFor()).isZero();
      String[] args = {"audit", "--baseline", baseline.toString(), racy.toString()};
      ForkedJvm java = java(17).option(options);
      java.option(args);
      ProcessBuilder builder = java.prepare();
      audit =
          builder
              .redirectOutput(folder.resolve("out").toFile())
              .redirectError(folder.resolve("err").toFile())
              .start();
      // Comes back when the audit has opened the other end.
      pipe = Files.newOutputStream(baseline);
    }
  }
}
