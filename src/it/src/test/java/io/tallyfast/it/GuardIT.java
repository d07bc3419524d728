package io.tallyfast.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.demo.result.AgentOutcome;
import io.tallyfast.demo.result.Counter;
import io.tallyfast.it.SampleServer.Run;
import io.tallyfast.testkit.ForkedJvm;
import io.tallyfast.testkit.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the agent every counter of the unmodified server is exact, and without it is not. */
class GuardIT {
  private static final String PACKAGE = "com.acme.memory.";

  @TempDir private Path folder;

  @BothJdks
  void everyCounterIsExact(int version) throws Exception {
    Path report = folder.resolve("report.json");
    ForkedJvm java = ForkedJvm.java(Jdk.ofVersion(version)).agent("report=" + report);

    Run run = SampleServer.underLoad(java, folder);

    assertThat(run.result().failures()).isEmpty();
    assertThat(run.result().counters()).isNotEmpty().allSatisfy(GuardIT::assertExact);
    assertThat(run.errors()).hasSize(1);
    AgentOutcome outcome = AgentOutcome.read(run.errors(), report);
    assertThat(outcome.prevented()).isPositive();
    assertReported(outcome, report);
  }

  @Test
  void withoutTheAgentCountsAreLost() throws Exception {
    Run run = SampleServer.underLoad(ForkedJvm.java(Jdk.current()), folder);

    assertThat(run.result().lost()).isPositive();
    assertThat(run.ofTallyfast()).isEmpty();
  }

  private static void assertExact(Counter counter) {
    assertThat(counter.lost()).as(counter.name()).isZero();
  }

  private static void assertReported(AgentOutcome outcome, Path report) throws IOException {
    List<String> places = outcome.sites().stream().map(AgentOutcome.Site::place).toList();
    assertThat(outcome.guardedSites()).isEqualTo(places.size());
    assertThat(places)
        .anyMatch(place -> place.startsWith(PACKAGE + "memories.MemoryService.store(Memory"))
        .anyMatch(place -> place.startsWith(PACKAGE + "memories.MemoryService.query("))
        .anyMatch(place -> place.startsWith(PACKAGE + "memories.MemoryService.delete("))
        .anyMatch(place -> place.startsWith(PACKAGE + "embedding.Embedder."))
        .anyMatch(place -> place.startsWith(PACKAGE + "mcp.ToolTracker."))
        .anyMatch(place -> place.startsWith(PACKAGE + "tags.TagTracker."))
        .anyMatch(place -> place.startsWith(PACKAGE + "usage.UsageTracker."));
    long prevented = outcome.sites().stream().mapToLong(AgentOutcome.Site::prevented).sum();
    assertThat(prevented).isEqualTo(outcome.prevented());
    assertThat(Files.readString(report))
        .doesNotContainPattern("\"class\": \"com\\.acme[^}]*\"action\": \"refused\"");
  }
}
