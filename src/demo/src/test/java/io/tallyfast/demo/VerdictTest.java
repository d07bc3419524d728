package io.tallyfast.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.demo.result.AgentOutcome;
import io.tallyfast.demo.result.RunResult;
import io.tallyfast.demo.result.Runs;
import io.tallyfast.demo.result.Sample;
import io.tallyfast.demo.result.Watch;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {

  private static final AgentOutcome OUTCOME = new AgentOutcome(3, 1, 9, List.of());

  @Test
  void isShownByALossThatIsGone() {
    assertThat(Verdict.complaints(Runs.run(false, 2), Runs.run(true, 0), OUTCOME)).isEmpty();
  }

  @Test
  void isNotShownWithoutALoss() {
    assertThat(Verdict.complaints(Runs.run(false, 0), Runs.run(true, 0), OUTCOME))
        .singleElement()
        .asString()
        .contains("nothing was lost");
  }

  @Test
  void isNotShownIfTheAgentLoses() {
    assertThat(Verdict.complaints(Runs.run(false, 2), Runs.run(true, 1), OUTCOME))
        .containsExactly("with the agent stats.memories_stored is 99.000 and must be 100.000");
  }

  @Test
  void isNotShownIfTheAgentGuardsNothing() {
    AgentOutcome idle = new AgentOutcome(0, 0, 0, List.of());

    assertThat(Verdict.complaints(Runs.run(false, 2), Runs.run(true, 0), idle))
        .containsExactly("the agent guarded nothing");
  }

  @Test
  void isNotShownIfCallsFailed() {
    RunResult run = Runs.run(true, 0);
    RunResult failed = Runs.with(run, List.of("x"), run.watch());

    assertThat(Verdict.complaints(Runs.run(false, 2), failed, OUTCOME))
        .singleElement()
        .asString()
        .startsWith("1 calls failed");
  }

  @Test
  void isShownAlthoughCallsFailedWithoutTheAgent() {
    // A map that many threads change at once does not only lose counts.
    RunResult run = Runs.run(false, 2);
    RunResult failed = Runs.with(run, List.of("x"), run.watch());

    assertThat(Verdict.complaints(failed, Runs.run(true, 0), OUTCOME)).isEmpty();
  }

  @Test
  void isNotShownIfTheStatisticsWereWrongMeanwhile() {
    Watch watch = new Watch(List.of(new Sample(3, 50, 2)), List.of("get_status: oops"));
    RunResult with = Runs.with(Runs.run(true, 0), List.of(), watch);

    assertThat(Verdict.complaints(Runs.run(false, 2), with, OUTCOME))
        .containsExactly(
            "get_status: oops", "with the agent the statistics lacked 2 counts after 3.0 s");
  }
}
