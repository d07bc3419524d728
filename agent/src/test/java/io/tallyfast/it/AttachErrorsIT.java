package io.tallyfast.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.apps.AttachedApp;
import io.tallyfast.testkit.ForkedJvm;
import io.tallyfast.testkit.ForkedJvm.Result;
import io.tallyfast.testkit.Jdk;
import io.tallyfast.testkit.RunningJvm;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Each thing that can be wrong has one line and an exit status of its own. */
class AttachErrorsIT {
  @TempDir private Path folder;

  @Test
  void wrongUsage() {
    assertError(command("attach"), 2, "missing required parameter: 'PID'");
    assertError(command("attach", "me"), 2, "'me' is not a long");
    assertError(command("attach", "1", "mode=wat"), 2, "bad value 'wat' of option mode");
    assertError(command("attach", "1", "wat"), 2, "is not of the form key=value");
    assertError(command("report", "1", "report.doc"), 2, "the report must end in one of .txt");
  }

  @Test
  void noSuchProcess() throws Exception {
    Process gone = ForkedJvm.java(Jdk.current()).option("-version").prepare().start();
    assertThat(gone.waitFor(60, TimeUnit.SECONDS)).isTrue();

    assertError(command("attach", "" + gone.pid()), 4, "there is no process " + gone.pid());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aProcessThatIsNoJvmSurvives() throws Exception {
    Process other = new ProcessBuilder("sleep", "100").start();
    try {
      assertError(command("detach", "" + other.pid()), 4, "is no JVM that listens");
      assertThat(other.isAlive()).isTrue();
    } finally {
      other.destroy();
    }
  }

  @BothJdks
  void notOnAndOnTwice(int version) throws Exception {
    try (RunningJvm app = start(version)) {
      assertError(command("detach", app.pid()), 7, app.pid() + ": it is not on");
      assertError(command("report", app.pid(), "a.txt"), 7, app.pid() + ": it is not on");
      assertThat(command("attach", app.pid()).exitCode()).isZero();
      assertError(command("attach", app.pid()), 7, app.pid() + ": it is on already");
      String missing = folder.resolve("missing/report.json").toString();
      assertError(command("report", app.pid(), missing), 3, "cannot write " + missing);
      assertThat(app.end()).isZero();
    }
  }

  @BothJdks
  void aJvmThatLetsNobodyIn(int version) throws Exception {
    try (RunningJvm app = start(version, "-XX:+DisableAttachMechanism")) {
      assertError(command("attach", app.pid()), 6, "lets nobody attach");
      assertThat(app.end()).isZero();
    }
    try (RunningJvm app = start(version, "-XX:-EnableDynamicAgentLoading")) {
      assertError(command("attach", app.pid()), 6, "loads no agents");
      assertThat(app.end()).isZero();
    }
  }

  @Test
  void optionsOfTheApplicationAreLookedAtToo() throws Exception {
    try (RunningJvm app = start(Runtime.version().feature(), "-Dtallyfast.mode=wat")) {
      assertError(command("attach", app.pid()), 2, app.pid() + ": bad value 'wat' of option");
      assertThat(app.end()).isZero();
    }
  }

  private RunningJvm start(int version, String... options) {
    ForkedJvm jvm = ForkedJvm.java(Jdk.ofVersion(version)).option(options);
    return RunningJvm.start(jvm, AttachedApp.class, folder.resolve("err"));
  }

  private static Result command(String... arguments) {
    return ForkedJvm.java(Jdk.current())
        .option("-jar", ForkedJvm.agentJar().toString())
        .run(arguments);
  }

  private static void assertError(Result result, int status, String message) {
    assertThat(result.errLines()).singleElement().asString().startsWith("tallyfast: ");
    assertThat(result.err()).contains(message);
    assertThat(result.exitCode()).isEqualTo(status);
  }
}
