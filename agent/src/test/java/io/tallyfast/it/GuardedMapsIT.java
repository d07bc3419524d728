package io.tallyfast.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import io.tallyfast.agent.GuardedMapsProbe;
import io.tallyfast.apps.ReadMapsApp;
import io.tallyfast.testkit.ForkedJvm;
import io.tallyfast.testkit.ForkedJvm.Result;
import io.tallyfast.testkit.Jdk;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;

/** The guarded maps as the agent defines them, completed for each JDK, pass the same tests. */
class GuardedMapsIT {
  private static final String TESTS = "io.tallyfast.runtime.";

  @TempDir private Path folder;

  @BothJdks
  @Execution(CONCURRENT)
  void passTheirTestsAsDefined(int version) throws IOException {
    Path file = folder.resolve("maps");

    Result result =
        ForkedJvm.java(Jdk.ofVersion(version))
            .option("-javaagent:" + probe())
            .option("-XX:+UnlockDiagnosticVMOptions", "-XX:+BytecodeVerificationLocal")
            .option("-cp", classPath(), TESTS + "InstalledMapsMain", file.toString())
            .timeout(Duration.ofMinutes(8))
            .run(
                TESTS + "GuardedMapsCompleteTest",
                TESTS + "GuardedEquivalenceTest",
                TESTS + "GuardedConcurrencyTest",
                TESTS + "GuardedFormsTest",
                TESTS + "SequencedMapsTest",
                TESTS + "GuavaMapSuitesIT");

    assertThat(result.out()).as(result.err()).contains("failed 0").doesNotContain("succeeded 0");
    assertReadWithoutAgent(version, file);
  }

  private static void assertReadWithoutAgent(int version, Path file) {
    Result read = ForkedJvm.java(Jdk.ofVersion(version)).run(ReadMapsApp.class, file.toString());

    assertThat(read.out().lines())
        .as(read.err())
        .containsExactly(
            "java.util.HashMap {a=1}",
            "java.util.LinkedHashMap {a=1}",
            "java.util.TreeMap {a=1}",
            "java.util.Hashtable {a=1}",
            "java.util.Properties {a=1}",
            "java.util.IdentityHashMap {a=1}",
            "java.util.TreeMap {last=1}");
  }

  /** The shaded jar first, so that it is the one that is tried. */
  private static String classPath() {
    return ForkedJvm.agentJar() + File.pathSeparator + System.getProperty("java.class.path");
  }

  private String probe() throws IOException {
    Path jar = folder.resolve("probe.jar");
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Premain-Class", GuardedMapsProbe.class.getName());
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    return jar.toString();
  }
}
