package io.tallyfast.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.apps.HelloApp;
import io.tallyfast.testkit.ForkedJvm;
import io.tallyfast.testkit.ForkedJvm.Result;
import io.tallyfast.testkit.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the user got wrong is named in one line, and the application runs unmodified. */
class BadOptionsIT {
  @TempDir private Path folder;

  @BothJdks
  void namesAnUnknownKey(int version) {
    Result result = ForkedJvm.java(Jdk.ofVersion(version)).agent("moode=off").run(HelloApp.class);

    assertOff(result, "moode", "mode, include, exclude, fields, maps, report, jmx, jfr, config");
  }

  @BothJdks
  void namesABadValue(int version) {
    Result result = ForkedJvm.java(Jdk.ofVersion(version)).agent("mode=on").run(HelloApp.class);

    assertOff(result, "'on'", "mode", "guard, audit, observe, off");
  }

  @Test
  void namesAnArgumentWithoutValue() {
    assertOff(java().agent("audit").run(HelloApp.class), "'audit'", "key=value");
  }

  @Test
  void namesAnUnknownProperty() {
    Result result = java().agent().option("-Dtallyfast.mod=off").run(HelloApp.class);

    assertOff(result, "-Dtallyfast.mod");
  }

  @Test
  void namesAnUnknownVariable() {
    Result result = java().agent().variable("TALLYFAST_MOD", "off").run(HelloApp.class);

    assertOff(result, "TALLYFAST_MOD");
  }

  @Test
  void namesAFileThatIsNotThere() {
    Path missing = folder.resolve("missing.properties");

    assertOff(java().agent("config=" + missing).run(HelloApp.class), missing.toString());
  }

  @Test
  void namesAnUnknownKeyInTheFile() throws IOException {
    Path file = Files.writeString(folder.resolve("agent.properties"), "mood=off\n");

    assertOff(java().agent("config=" + file).run(HelloApp.class), "mood", file.toString());
  }

  @Test
  void namesAFormatThatNoReportHas() {
    assertOff(java().agent("report=x.pdf").run(HelloApp.class), "x.pdf", ".txt .json");
  }

  @Test
  void readsVariablesAndPropertiesAndFile() throws IOException {
    Path file = Files.writeString(folder.resolve("agent.properties"), "mode=off\n");

    Result byFile = java().agent("config=" + file).run(HelloApp.class);
    Result byVariable = java().agent().variable("TALLYFAST_MODE", "off").run(HelloApp.class);
    Result byProperty = java().agent().option("-Dtallyfast.mode=off").run(HelloApp.class);

    assertThat(byFile.err() + byVariable.err() + byProperty.err()).isEmpty();
  }

  @Test
  void theArgumentComesBeforeTheVariable() {
    Result result =
        java().agent("mode=guard").variable("TALLYFAST_MODE", "off").run(HelloApp.class);

    assertThat(result.lastErrLine()).startsWith("tallyfast: guarded 1 sites");
  }

  private static ForkedJvm java() {
    return ForkedJvm.java(Jdk.current());
  }

  private static void assertOff(Result result, String... named) {
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).startsWith("hello 1");
    assertThat(result.errLines()).hasSize(1);
    assertThat(result.lastErrLine())
        .startsWith("tallyfast: off, the application runs unmodified: ")
        .contains(named);
  }
}
