package io.tallyfast.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.apps.HostileClassesApp;
import io.tallyfast.testkit.ForkedJvm;
import io.tallyfast.testkit.ForkedJvm.Result;
import io.tallyfast.testkit.Jdk;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Class files that nobody expects behave as they do without the agent. */
class HostileClassesIT {
  @ParameterizedTest(name = "{1} on JDK {0}")
  @CsvSource({
    "17,garbage", "17,nameless", "17,future", "17,truncated", "17,empty",
    "25,garbage", "25,nameless", "25,future", "25,truncated", "25,empty",
  })
  void behaveAsWithoutTheAgent(int version, String kind) {
    Jdk jdk = Jdk.ofVersion(version);
    Result plain = ForkedJvm.java(jdk).run(HostileClassesApp.class, kind);
    Result guarded = ForkedJvm.java(jdk).agent().run(HostileClassesApp.class, kind);

    assertThat(guarded.exitCode()).isZero();
    assertThat(guarded.out()).isNotEmpty().isEqualTo(plain.out());
    assertThat(guarded.lastErrLine()).startsWith("tallyfast: guarded ");
  }

  @BothJdks
  void aClassThatCannotBeParsedIsNamedAndCounted(int version) {
    Result result =
        ForkedJvm.java(Jdk.ofVersion(version)).agent().run(HostileClassesApp.class, "garbage");

    assertThat(result.out().strip()).isEqualTo("counted 1");
    assertThat(result.errLines())
        .anyMatch(line -> line.contains("left io.tallyfast.apps.GarbageTarget as it is: java."))
        .anyMatch(line -> line.contains("could not look at 1 classes"));
  }

  @BothJdks
  void aClassWithoutNameIsGuardedToo(int version) {
    Result result =
        ForkedJvm.java(Jdk.ofVersion(version)).agent().run(HostileClassesApp.class, "nameless");

    assertThat(result.lastErrLine()).startsWith("tallyfast: guarded 1 sites in 1 classes");
  }

  @BothJdks
  void aClassFromTheFutureIsNamedAndCounted(int version) {
    Result result =
        ForkedJvm.java(Jdk.ofVersion(version)).agent().run(HostileClassesApp.class, "future");

    assertThat(result.errLines())
        .anyMatch(line -> line.contains("GarbageTarget") && line.contains("version 8"))
        .anyMatch(line -> line.contains("skipped 1 of a newer version"));
  }
}
