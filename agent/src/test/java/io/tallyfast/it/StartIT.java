package io.tallyfast.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.apps.HelloApp;
import io.tallyfast.testkit.ForkedJvm;
import io.tallyfast.testkit.ForkedJvm.Result;
import io.tallyfast.testkit.Jdk;

/** The agent starts, says one line at exit, and changes nothing else. */
class StartIT {
  private static final String GUARDED =
      "tallyfast: guarded 1 sites in 1 classes, prevented 0 lost updates";

  @BothJdks
  void saysOneLineAndChangesNothingElse(int version) {
    Result plain = java(version).run(HelloApp.class);
    Result guarded = java(version).agent().run(HelloApp.class);

    assertThat(guarded.out()).isEqualTo(plain.out()).startsWith("hello 1");
    assertThat(guarded.exitCode()).isZero();
    // Exactly one line, so no warning of the JVM about class data sharing, modules or agents.
    assertThat(guarded.errLines()).singleElement().asString().matches(GUARDED);
  }

  @BothJdks
  void keepsTheExitCode(int version) {
    Result result = java(version).agent().run(HelloApp.class, "7");

    assertThat(result.exitCode()).isEqualTo(7);
    assertThat(result.lastErrLine()).matches(GUARDED);
  }

  @BothJdks
  void auditSaysWhatItFound(int version) {
    Result result = java(version).agent("mode=audit").run(HelloApp.class);

    assertThat(result.out()).startsWith("hello 1");
    assertThat(result.errLines())
        .singleElement()
        .asString()
        .matches("tallyfast: found 1 unprotected sites in 1 classes");
  }

  @BothJdks
  void observeSaysWhatWasLost(int version) {
    Result result = java(version).agent("mode=observe").run(HelloApp.class);

    assertThat(result.errLines())
        .containsExactly("tallyfast: observed 1 sites in 1 classes, 0 updates were lost");
  }

  @BothJdks
  void offIsSilent(int version) {
    Result result = java(version).agent("mode=off").run(HelloApp.class);

    assertThat(result.out()).startsWith("hello 1");
    assertThat(result.err()).isEmpty();
  }

  @BothJdks
  void givenTwiceItIsOnOnce(int version) {
    Result result = java(version).agent().agent("mode=audit").run(HelloApp.class);

    assertThat(result.out()).startsWith("hello 1");
    assertThat(result.errLines()).hasSize(2);
    assertThat(result.errLines().get(0)).contains("already on");
    assertThat(result.lastErrLine()).matches(GUARDED);
  }

  private static ForkedJvm java(int version) {
    return ForkedJvm.java(Jdk.ofVersion(version));
  }
}
