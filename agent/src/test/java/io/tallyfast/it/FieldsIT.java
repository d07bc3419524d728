package io.tallyfast.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.apps.RacyFieldsApp;
import io.tallyfast.testkit.ForkedJvm;
import io.tallyfast.testkit.ForkedJvm.Result;
import io.tallyfast.testkit.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Counters in fields come out exact with the agent, and not without it. */
class FieldsIT {
  private static final List<String> KINDS =
      List.of(
          "volatile",
          "elsewhere",
          "plain",
          "static",
          "array",
          "held",
          "turn",
          "product",
          "between");

  @TempDir private Path folder;

  @BothJdks
  void nothingIsMissing(int version) throws IOException {
    Result without = ForkedJvm.java(Jdk.ofVersion(version)).run(RacyFieldsApp.class);
    assertThat(without.out()).containsPattern("[a-z]+ [1-9]\\d*");

    Path report = folder.resolve("report.json");
    Result result =
        ForkedJvm.java(Jdk.ofVersion(version)).agent("report=" + report).run(RacyFieldsApp.class);

    assertThat(result.out().lines()).containsExactlyElementsOf(kinds("0"));
    assertThat(result.err()).doesNotContain("could not").doesNotContain("Exception");
    assertThat(result.lastErrLine()).startsWith("tallyfast: guarded 9 sites in 2 classes");
    assertThat(Files.readString(report))
        .contains("\"idiom\": \"volatile-field\"")
        .contains("\"idiom\": \"static-field\"")
        .contains("\"idiom\": \"instance-field\"")
        .contains("\"idiom\": \"array-element\"");
  }

  @BothJdks
  void theOptionLeavesThemAlone(int version) {
    Result off =
        ForkedJvm.java(Jdk.ofVersion(version)).agent("fields=off").run(RacyFieldsApp.class);
    Result onlyVolatile =
        ForkedJvm.java(Jdk.ofVersion(version)).agent("fields=volatile").run(RacyFieldsApp.class);

    assertThat(off.lastErrLine()).startsWith("tallyfast: guarded 0 sites in 0 classes");
    assertThat(onlyVolatile.lastErrLine()).startsWith("tallyfast: guarded 4 sites in 2 classes");
    assertThat(onlyVolatile.out()).contains("volatile 0\n");
  }

  private static List<String> kinds(String missing) {
    return KINDS.stream().map(kind -> kind + " " + missing).toList();
  }
}
