package io.tallyfast.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.apps.RacyLimitApp;
import io.tallyfast.testkit.ForkedJvm;
import io.tallyfast.testkit.ForkedJvm.Result;
import io.tallyfast.testkit.Jdk;

/** Limits, products and cycles in maps come out as in one thread with the agent. */
class LimitIT {

  @BothJdks
  void nothingIsMissing(int version) {
    Result result = ForkedJvm.java(Jdk.ofVersion(version)).agent().run(RacyLimitApp.class);

    assertThat(result.out().lines())
        .containsExactly("limit 0", "twice 0", "concurrent 0", "product 0", "turn 0");
    assertThat(result.err()).doesNotContain("could not").doesNotContain("Exception");
    assertThat(result.lastErrLine()).startsWith("tallyfast: guarded 6 sites in 1 classes");
  }
}
