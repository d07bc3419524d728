package io.tallyfast.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.apps.MixedApp;
import io.tallyfast.testkit.ForkedJvm;
import io.tallyfast.testkit.ForkedJvm.Result;
import io.tallyfast.testkit.Jdk;
import java.io.File;

/** Calls of the helper, written by hand, and rewritten updates take the same locks. */
class MixedIT {
  @BothJdks
  void nothingIsMissing(int version) {
    Result racy = run(ForkedJvm.java(Jdk.ofVersion(version)));
    assertThat(racy.out()).containsPattern("missing requests [1-9]");

    Result guarded = run(ForkedJvm.java(Jdk.ofVersion(version)).agent());
    assertThat(guarded.out().lines())
        .containsExactly("missing requests 0", "missing bytes 0", "missing hits 0", "torn 0");
  }

  private static Result run(ForkedJvm jvm) {
    String classPath = ForkedJvm.testClasses() + File.pathSeparator + RuntimeJarIT.jar();
    return jvm.option("-cp", classPath).run(MixedApp.class.getName());
  }
}
