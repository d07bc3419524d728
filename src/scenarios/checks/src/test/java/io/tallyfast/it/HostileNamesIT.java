package io.tallyfast.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.testkit.ForkedJvm;
import io.tallyfast.testkit.ForkedJvm.Result;
import io.tallyfast.testkit.Jdk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A class whose name and whose keys are markup is text in a report, of the agent and the audit. */
class HostileNamesIT {
  private static final String PLAIN = "Hostile_name_to_be_replaced";
  private static final String HOSTILE = "<img src=x onerror=alert(1)";
  private static final String SOURCE =
      """
      import java.util.*;
      class %1$s {
        static final Map<String, Integer> COUNTS = new HashMap<>();
        public static void main(String[] args) {
          String key = "</script><script>alert(2)</script>";
          COUNTS.put(key, COUNTS.getOrDefault(key, 0) + 1);
          System.out.println(COUNTS);
        }
      }
      """;

  @TempDir private Path folder;

  /** The JVM takes names that no compiler takes; so it is compiled under another of that length. */
  @BeforeEach
  void makeClass() throws IOException {
    Path source = Files.writeString(folder.resolve(PLAIN + ".java"), SOURCE.formatted(PLAIN));
    ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();
    String[] arguments = {"--release", "17", "-d", folder.toString(), source.toString()};
    assertThat(javac.run(System.out, System.err, arguments)).isZero();
    byte[] plain = Files.readAllBytes(folder.resolve(PLAIN + ".class"));
    String text = new String(plain, StandardCharsets.ISO_8859_1).replace(PLAIN, HOSTILE);
    Files.write(folder.resolve(HOSTILE + ".class"), text.getBytes(StandardCharsets.ISO_8859_1));
    Files.delete(folder.resolve(PLAIN + ".class"));
  }

  @BothJdks
  void inTheReportOfTheAgent(int version) throws IOException {
    Path report = folder.resolve("report.html");

    Result result =
        ForkedJvm.java(Jdk.ofVersion(version))
            .agent("report=" + report)
            .option("-cp", folder.toString())
            .run(HOSTILE);

    assertThat(result.lastErrLine()).startsWith("tallyfast: guarded 1 sites");
    assertIsText(Files.readString(report));
  }

  @BothJdks
  void inTheReportOfTheAudit(int version) {
    Result result =
        ForkedJvm.java(Jdk.ofVersion(version))
            .option("-jar", ForkedJvm.agentJar().toString())
            .run("audit", "--format", "html", folder.toString());

    assertThat(result.exitCode()).as(result.err()).isEqualTo(1);
    assertIsText(result.out());
  }

  private static void assertIsText(String html) {
    assertThat(html).contains("&lt;img src=x onerror=alert(1)").doesNotContain("<img", "<script>a");
    assertThat(html.split("<script", -1)).hasSize(2);
  }
}
