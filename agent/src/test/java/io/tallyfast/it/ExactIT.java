package io.tallyfast.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.apps.RacyApp;
import io.tallyfast.testkit.ForkedJvm;
import io.tallyfast.testkit.ForkedJvm.Result;
import io.tallyfast.testkit.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** With the agent, nothing is missing; and it tells how much would have been. */
class ExactIT {
  @TempDir private Path folder;

  @BothJdks
  void nothingIsMissing(int version) throws IOException {
    Path report = folder.resolve("report.json");

    Result result =
        ForkedJvm.java(Jdk.ofVersion(version)).agent("report=" + report).run(RacyApp.class);

    assertThat(result.out().strip()).isEqualTo("missing 0");
    // Each thread lets the others in between its read and its write.
    assertThat(result.lastErrLine())
        .matches("tallyfast: guarded 1 sites in 1 classes, prevented [1-9]\\d* lost updates");
    assertThat(Files.readString(report))
        .contains("\"class\": \"io.tallyfast.apps.RacyApp$Counting\"")
        .contains("\"file\": \"RacyApp.java\"")
        .contains("\"action\": \"guarded\"")
        .containsPattern("\"prevented\": [1-9]\\d*,\n")
        .contains("\"hits\": 16000,", "\"threads\": 8,", "\"lost\": 0,");
  }

  @BothJdks
  void auditChangesNothing(int version) throws IOException {
    Path report = folder.resolve("report.txt");

    Result result =
        ForkedJvm.java(Jdk.ofVersion(version))
            .agent("mode=audit,report=" + report)
            .run(RacyApp.class);

    assertThat(result.lastErrLine()).isEqualTo("tallyfast: found 1 unprotected sites in 1 classes");
    assertThat(Files.readString(report))
        .contains("at io.tallyfast.apps.RacyApp$Counting.run(RacyApp.java:")
        .contains("unprotected, ");
  }
}
