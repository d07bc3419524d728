package io.tallyfast.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.demo.load.ServerProcess;
import io.tallyfast.testkit.ForkedJvm;
import io.tallyfast.testkit.ForkedJvm.Result;
import io.tallyfast.testkit.Jdk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A thousand requests that are on their way at once: none waits for ever, and all are counted. */
class ManyRequestsIT {
  private static final int REQUESTS = 1_000;
  private static final int TURNS = 20;
  private static final int WRONG_USAGE = 2;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"17, platform", "25, platform", "25, virtual"})
  void allAreCountedAndNoneWaitsForEver(int version, String threads) throws Exception {
    Jdk jdk = Jdk.ofVersion(version);
    ProcessBuilder java = ForkedJvm.java(jdk).agent().prepare();
    try (ServerProcess server =
        SampleServer.start(java, folder, "--threads", threads, "--suggesters", "4")) {
      DeadlockWatch watch = new DeadlockWatch(jdk, server.pid());
      Talk talk = new Talk(new Calls(server.url()));

      List<CompletableFuture<?>> turns = new ArrayList<>();
      for (int i = 0; i < REQUESTS; i++) {
        turns.add(talk.sayMuchLater(TURNS));
      }
      CompletableFuture.allOf(turns.toArray(new CompletableFuture<?>[0])).join();

      assertThat(List.of(talk.turns(), talk.turnsHere(), talk.maxTurns()))
          .containsOnly(REQUESTS * TURNS);
      assertThat(watch.end()).isEmpty();
      assertThat(watch.looks()).isPositive();
    }
  }

  @Test
  void virtualThreadsNeedANewJava() {
    Result result =
        ForkedJvm.java(Jdk.ofVersion(17))
            .run("-jar", SampleServer.JAR.toString(), "serve", "--threads", "virtual");

    assertThat(result.exitCode()).isEqualTo(WRONG_USAGE);
    assertThat(result.errLines())
        .singleElement()
        .asString()
        .contains("--threads=virtual needs Java 21 or newer");
  }
}
