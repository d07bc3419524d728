package io.tallyfast.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.apps.SnapshotApp;
import io.tallyfast.testkit.ForkedJvm;
import io.tallyfast.testkit.ForkedJvm.Result;
import io.tallyfast.testkit.Jdk;
import java.time.Duration;
import java.util.List;

/** Readers that take no lock see a consistent map, and neither they nor the writers fail. */
class SnapshotIT {
  private static final String ROUNDS = "1000000";

  @BothJdks
  void readersNeedNoLock(int version) {
    List<String> racy = lines(ForkedJvm.java(Jdk.ofVersion(version)));
    assertThat(racy.get(0)).matches("torn [1-9]\\d*");
    assertThat(racy.get(1)).matches("failed [1-9]\\d*");
    assertThat(racy.get(2)).matches("missing [1-9]\\d*");

    List<String> guarded = lines(ForkedJvm.java(Jdk.ofVersion(version)).agent());
    assertThat(guarded).containsExactly("torn 0", "failed 0", "missing 0", "entries 3");
  }

  private static List<String> lines(ForkedJvm jvm) {
    Result result = jvm.timeout(Duration.ofMinutes(5)).run(SnapshotApp.class, ROUNDS);
    return result.out().lines().toList();
  }
}
