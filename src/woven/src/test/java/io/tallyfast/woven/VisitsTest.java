package io.tallyfast.woven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What byte-buddy-maven-plugin has rewritten loses nothing, without an agent. */
class VisitsTest {
  private static final int THREADS = 8;
  private static final int EACH = 20_000;

  @Test
  void losesNothing() throws Exception {
    Visits visits = new Visits();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      Thread thread =
          new Thread(
              () -> {
                for (int j = 0; j < EACH; j++) {
                  visits.visit();
                }
              });
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(visits.count()).isEqualTo(THREADS * EACH);
  }

  @Test
  void makesAGuardedMap() {
    assertThat(new Visits().counts().getClass().getName())
        .isEqualTo("io.tallyfast.runtime.GuardedHashMap");
  }

  @Test
  void callsTheRuntime() throws Exception {
    try (InputStream in = Visits.class.getResourceAsStream("Visits.class")) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1))
          .contains("io/tallyfast/runtime/");
    }
  }
}
