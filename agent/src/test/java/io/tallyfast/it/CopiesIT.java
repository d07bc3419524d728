package io.tallyfast.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Maps;
import io.tallyfast.apps.CopiesApp;
import io.tallyfast.testkit.ForkedJvm;
import io.tallyfast.testkit.ForkedJvm.Result;
import io.tallyfast.testkit.Jdk;
import java.io.File;
import java.nio.file.Path;

/**
 * Maps that a library makes are guarded, and copies of any kind are one state, of whole batches.
 */
class CopiesIT {
  private static final String ROUNDS = "100000";

  @BothJdks
  void copiesAreWhole(int version) throws Exception {
    Path guava = Path.of(Maps.class.getProtectionDomain().getCodeSource().getLocation().toURI());

    Result result =
        ForkedJvm.java(Jdk.ofVersion(version))
            .agent()
            .option("-cp", ForkedJvm.testClasses() + File.pathSeparator + guava)
            .run(CopiesApp.class.getName(), ROUNDS);

    assertThat(result.out().lines())
        .as(result.err())
        .containsExactly(
            "$TallyfastGuardedEnumMap " + ROUNDS,
            "$TallyfastGuardedTreeMap " + ROUNDS,
            "$TallyfastGuardedHashMap " + ROUNDS,
            "$TallyfastGuardedSynchronizedMap " + ROUNDS,
            "wrong {}");
    assertThat(result.err()).doesNotContain("could not");
  }
}
