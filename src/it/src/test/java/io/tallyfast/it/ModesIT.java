package io.tallyfast.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.it.SampleServer.Run;
import io.tallyfast.testkit.ForkedJvm;
import io.tallyfast.testkit.Jdk;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the user asks for, wherever it is said, is what the unmodified server gets. */
class ModesIT {
  private static final String FOUND =
      "tallyfast: found [1-9]\\d* unprotected sites in [1-9]\\d* classes";

  @TempDir private Path folder;

  @BothJdks
  void auditReportsAndChangesNothing(int version) throws Exception {
    Path report = folder.resolve("report.json");
    ForkedJvm java = ForkedJvm.java(Jdk.ofVersion(version)).agent("mode=audit,report=" + report);

    Run run = SampleServer.underLoad(java, folder);

    assertThat(run.ofTallyfast()).singleElement().asString().matches(FOUND);
    // Nothing was rewritten: the server goes on losing.
    assertThat(run.result().lost()).isPositive();
    assertThat(Files.readString(report))
        .contains("\"mode\": \"audit\"", "\"guarded\": 0,", "\"prevented\": 0,")
        .contains("\"action\": \"reported\"", "com.acme.memory.memories.MemoryService")
        .doesNotContain("\"action\": \"guarded\"");
  }

  @Test
  void aVariableOfTheEnvironmentSwitchesItOff() throws Exception {
    assertThat(SampleServer.briefly(java().agent().variable("TALLYFAST_MODE", "off"), folder))
        .isEmpty();
  }

  @Test
  void aBrokenOptionIsOneLineAndTheServerRuns() throws Exception {
    assertThat(SampleServer.briefly(java().agent("mode=gaurd"), folder))
        .singleElement()
        .asString()
        .startsWith("tallyfast: off, the application runs unmodified: ")
        .contains("'gaurd'", "mode", "guard, audit, observe, off");
  }

  @Test
  void aFileGivesWhatNobodyElseGives() throws Exception {
    Path report = folder.resolve("sites.txt");
    Path file = folder.resolve("tallyfast.properties");
    Files.writeString(file, "mode=audit\ninclude=com.acme.**\nreport=" + report + "\n");

    assertThat(SampleServer.briefly(java().agent("config=" + file), folder))
        .singleElement()
        .asString()
        .matches(FOUND);
    assertThat(Files.readAllLines(report))
        .anyMatch(line -> line.startsWith("    at com.acme.memory."))
        .noneMatch(line -> line.startsWith("    at ") && !line.contains(" com.acme."));
  }

  private static ForkedJvm java() {
    return ForkedJvm.java(Jdk.current());
  }
}
