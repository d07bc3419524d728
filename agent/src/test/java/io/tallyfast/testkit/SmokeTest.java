package io.tallyfast.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs {@link SmokeMain} on JDK 25, with platform threads and with virtual ones: a part of the
 * targets, or all of them with {@code -Dtallyfast.smoke=all}.
 */
class SmokeTest {
  private static final String[] PART = {
    "GetPutTargets", "GetOrDefaultPut", "MergeCompute", "MapType", "PrePostValue", "Loop"
  };
  private static final boolean ALL = "all".equals(System.getProperty("tallyfast.smoke"));

  @ParameterizedTest(name = "virtual threads: {0}")
  @ValueSource(booleans = {false, true})
  void sumsAreExactOnAnotherJdk(boolean virtual) {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    ForkedJvm.Result result =
        ForkedJvm.java(Jdk.ofVersion(25))
            .option("-Dtallyfast.test.virtual=" + virtual, "-cp", classPath)
            .option(SmokeMain.class.getName())
            .timeout(Duration.ofMinutes(5))
            .run(ALL ? new String[0] : PART);

    assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
  }
}
