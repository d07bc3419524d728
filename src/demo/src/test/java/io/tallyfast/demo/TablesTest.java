package io.tallyfast.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TablesTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Tables tables = new Tables(new PrintStream(bytes, true, StandardCharsets.UTF_8));

  @Test
  void showsWhatARunLost() {
    tables.run(run(false, 25));

    assertThat(printed())
        .containsPattern("stats.memories_stored \\* +100 +75 +25 +25.00%")
        .contains("4 requests in 2.0 s (2 per second); the counters marked * lost 25.0%")
        .contains("FAILED query: oops");
  }

  @Test
  void showsBothRunsSideBySide() {
    tables.both(run(false, 25), run(true, 0));

    assertThat(printed()).containsPattern("memories_stored \\* +\\| +100 +25 \\| +100 +0");
  }

  @Test
  void showsWhereTheAgentPreventedLosses() {
    tables.agent(
        new AgentOutcome(
            2,
            1,
            9,
            List.of(
                new AgentOutcome.Site("a.B.c(B.java:1)", "put", 9),
                new AgentOutcome.Site("a.B.d(B.java:2)", "put", 0))));

    assertThat(printed())
        .contains("guarded 2 sites in 1 classes and prevented 9 lost updates")
        .contains("9 at a.B.c(B.java:1)")
        .contains("none at 1 others")
        .doesNotContain("B.java:2");
  }

  @Test
  void showsTheRangeOfSeveralRuns() {
    tables.range(List.of(run(false, 10), run(false, 30)));

    assertThat(printed()).contains("lost 10.0% to 30.0% on average").contains("10.0% to 30.0%.");
  }

  private String printed() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static RunResult run(boolean agent, int lost) {
    Counter counter = new Counter("stats.memories_stored", true, 100, 100 - lost, lost);
    return new RunResult(agent, 4, List.of("query: oops"), 2, List.of(counter));
  }
}
