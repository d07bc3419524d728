package io.tallyfast.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {

  private static final AgentOutcome OUTCOME = new AgentOutcome(3, 1, 9, List.of());

  @Test
  void isShownByALossThatIsGone() {
    assertThat(Verdict.complaints(run(false, 2), run(true, 0), OUTCOME)).isEmpty();
  }

  @Test
  void isNotShownWithoutALoss() {
    assertThat(Verdict.complaints(run(false, 0), run(true, 0), OUTCOME))
        .singleElement()
        .asString()
        .contains("nothing was lost");
  }

  @Test
  void isNotShownIfTheAgentLoses() {
    assertThat(Verdict.complaints(run(false, 2), run(true, 1), OUTCOME))
        .containsExactly("with the agent stats.memories_stored is 9.000 and must be 10.000");
  }

  @Test
  void isNotShownIfTheAgentGuardsNothing() {
    AgentOutcome idle = new AgentOutcome(0, 0, 0, List.of());

    assertThat(Verdict.complaints(run(false, 2), run(true, 0), idle))
        .containsExactly("the agent guarded nothing");
  }

  @Test
  void isNotShownIfCallsFailed() {
    RunResult failed = new RunResult(false, 9, List.of("x"), 1, run(false, 2).counters());

    assertThat(Verdict.complaints(failed, run(true, 0), OUTCOME))
        .singleElement()
        .asString()
        .startsWith("1 calls failed");
  }

  private static RunResult run(boolean agent, int lost) {
    Counter counter = new Counter("stats.memories_stored", true, 10, 10 - lost, lost);
    return new RunResult(agent, 10, List.of(), 1, List.of(counter));
  }
}
