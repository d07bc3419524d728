package io.tallyfast.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.testkit.ForkedJvm;
import io.tallyfast.testkit.Jdk;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A client that asks for the statistics under load always gets them, and they are consistent. Every
 * text has as many words as any other, so that the counts of words and of texts belong together.
 */
class StatusIT {
  private static final int FEW = 40;
  private static final int MANY = 2_000;

  @TempDir private Path folder;

  @BothJdks
  void everyStatusIsConsistent(int version) throws Exception {
    StatusWatch watch =
        SampleServer.watched(ForkedJvm.java(Jdk.ofVersion(version)).agent(), folder, FEW);

    assertThat(watch.failures()).isEmpty();
    assertThat(watch.seen()).isPositive();
    assertThat(watch.torn()).isEmpty();
  }

  /** It fails while it writes out a map that grows, or shows counts that do not belong together. */
  @Test
  void withoutTheAgentOneIsWrongSoonerOrLater() throws Exception {
    StatusWatch watch = SampleServer.watched(ForkedJvm.java(Jdk.current()), folder, MANY);

    assertThat(watch.isWrong()).isTrue();
  }
}
