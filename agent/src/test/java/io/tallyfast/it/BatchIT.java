package io.tallyfast.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.apps.BatchApp;
import io.tallyfast.testkit.ForkedJvm;
import io.tallyfast.testkit.Jdk;
import java.time.Duration;
import java.util.List;

/** Updates that follow one another are one step. */
class BatchIT {
  @BothJdks
  void noReaderSeesHalfOfOne(int version) {
    List<String> racy = run(ForkedJvm.java(Jdk.ofVersion(version)), 1_000_000);
    assertThat(racy.get(0)).matches("torn [1-9]\\d*");
    assertThat(racy.get(1)).matches("missing [1-9]\\d*");

    List<String> guarded = run(ForkedJvm.java(Jdk.ofVersion(version)).agent(), 10_000_000);
    assertThat(guarded).containsExactly("torn 0", "missing 0");
  }

  private static List<String> run(ForkedJvm jvm, int batches) {
    return jvm.timeout(Duration.ofMinutes(3))
        .run(BatchApp.class, String.valueOf(batches))
        .out()
        .lines()
        .toList();
  }
}
