package io.tallyfast.demo.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentOutcomeTest {

  private static final String SUMMARY =
      "tallyfast: guarded 2 sites in 1 classes, prevented 907 lost updates";

  @TempDir private Path folder;

  @Test
  void readsSummaryAndLines() throws Exception {
    AgentOutcome outcome = AgentOutcome.read(List.of("a warning", SUMMARY), fixture());

    assertThat(outcome.guardedSites()).isEqualTo(2);
    assertThat(outcome.classes()).isEqualTo(1);
    assertThat(outcome.prevented()).isEqualTo(907);
    assertThat(outcome.sites())
        .containsExactly(
            new AgentOutcome.Site("com.acme.Server.query(Server.java:60)", "put-get", 900),
            new AgentOutcome.Site("com.acme.Server.store(Server.java:45)", "put-get", 7));
  }

  @Test
  void readsTheSingular() throws Exception {
    List<String> errors = List.of("tallyfast: guarded 1 site in 1 class, prevented 1 lost update");

    assertThat(AgentOutcome.read(errors, fixture()).prevented()).isEqualTo(1);
  }

  @Test
  void missesTheSummary() {
    assertThatThrownBy(() -> AgentOutcome.read(List.of("oops"), fixture()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("did not say")
        .hasMessageContaining("oops");
  }

  @Test
  void missesTheReport() {
    assertThatThrownBy(() -> AgentOutcome.read(List.of(SUMMARY), folder.resolve("none")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("did not write its report");
  }

  @Test
  void doesNotUnderstandOtherReports() throws IOException {
    for (String text : List.of("", "[]", "{}", "{\"sites\": 1}", "{\"sites\": [{\"action\":")) {
      Path file = Files.writeString(folder.resolve("report.json"), text);

      assertThatThrownBy(() -> AgentOutcome.read(List.of(SUMMARY), file))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("not understood");
    }
  }

  private static Path fixture() throws URISyntaxException {
    return Path.of(AgentOutcomeTest.class.getResource("/agent-report.json").toURI());
  }
}
