package io.tallyfast.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.demo.result.AgentOutcome;
import io.tallyfast.demo.result.Runs;
import io.tallyfast.demo.result.Watch;
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
    tables.run(
        Runs.with(Runs.run(false, 25), List.of("query: oops"), new Watch(List.of(), List.of())));

    assertThat(printed())
        .containsPattern("stats.memories_stored +100 +75 +25 +25.00%")
        .contains("4 requests in 2.0 s (2 per second); 25 of 100 counts were lost (25.0%).")
        .contains("FAILED query: oops");
  }

  @Test
  void showsBothRunsSideBySide() {
    tables.both(Runs.run(false, 25), Runs.run(true, 0));

    assertThat(printed()).containsPattern("memories_stored +\\| +100 +25 \\| +100 +0");
  }

  @Test
  void showsWhatEachModuleLost() {
    tables.modules(Runs.run(false, 25), Runs.run(true, 0));

    assertThat(printed()).containsPattern("server +2 +100 +25 \\( 25.0%\\) +0 \\(  0.0%\\)");
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
    tables.range(List.of(Runs.run(false, 10), Runs.run(false, 30)));

    assertThat(printed()).contains("Over 2 runs 10.0% to 30.0% of what");
  }

  private String printed() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
