package io.tallyfast.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.demo.load.ServerProcess;
import io.tallyfast.testkit.ForkedJvm;
import io.tallyfast.testkit.Jdk;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tests that everybody writes for statistics, against a real server that knows no locks. */
class ClassicIT {
  private static final int EACH = 50;
  private static final int THREADS = 10;
  private static final int FOUND = 3;

  @TempDir private Path folder;

  @BothJdks
  void aHundredThreadsIncrementOnceEach(int version) throws Exception {
    int threads = 100;
    try (ServerProcess server = start(Jdk.ofVersion(version))) {
      Talk talk = new Talk(new Calls(server.url()));

      Together.run(threads, thread -> talk.say());

      assertThat(List.of(talk.turns(), talk.turnsHere(), talk.maxTurns())).containsOnly(threads);
    }
  }

  @Test
  void readersSeeCountsThatNeverDecrease() throws Exception {
    int writers = 5;
    try (ServerProcess server = start(Jdk.current())) {
      Talk talk = new Talk(new Calls(server.url()));

      Together.run(2 * writers, thread -> writeOrRead(talk, thread < writers));

      assertThat(List.of(talk.turns(), talk.turnsHere())).containsOnly(writers * EACH);
    }
  }

  private static void writeOrRead(Talk talk, boolean writes) {
    int before = 0;
    for (int i = 0; i < EACH; i++) {
      if (writes) {
        talk.say();
      } else {
        int now = talk.turns();
        assertThat(now).isGreaterThanOrEqualTo(before);
        before = now;
      }
    }
  }

  @Test
  void aThousandRequestsStoreAndQuery() throws Exception {
    int requests = 1_000;
    try (ServerProcess server = start(Jdk.current())) {
      Calls calls = new Calls(server.url());
      // So that the first query finds as many as all others.
      for (int i = 0; i < FOUND; i++) {
        calls.call("store_memory", Map.of("content", "tea of before"));
      }
      // A status waits for all writes; a query does not.
      assertThat(calls.statistics("stats")).containsEntry("memories_stored", FOUND);

      Together.run(THREADS, thread -> storeAndQuery(calls, requests / THREADS));

      assertThat(calls.statistics("stats"))
          .containsEntry("memories_stored", FOUND + requests)
          .containsEntry("queries_processed", requests)
          .containsEntry("queries_retrieved", requests)
          .containsEntry("memories_retrieved", FOUND * requests);
    }
  }

  private static void storeAndQuery(Calls calls, int times) {
    for (int i = 0; i < times; i++) {
      calls.call("store_memory", Map.of("content", "a cup of tea"));
      Object hits = calls.call("query", Map.of("query", "tea", "limit", FOUND)).get("hits");
      assertThat((List<?>) hits).hasSize(FOUND);
    }
  }

  private ServerProcess start(Jdk jdk) throws Exception {
    return SampleServer.start(ForkedJvm.java(jdk).agent().prepare(), folder);
  }
}
