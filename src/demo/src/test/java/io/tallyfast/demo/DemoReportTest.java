package io.tallyfast.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.demo.result.AgentOutcome;
import io.tallyfast.demo.result.Runs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DemoReportTest {

  @TempDir private Path folder;

  @Test
  void writesBothRuns() throws IOException {
    Path file = folder.resolve("demo.json");
    AgentOutcome outcome =
        new AgentOutcome(4, 2, 77, List.of(new AgentOutcome.Site("a.B.c(B.java:1)", "put", 77)));

    DemoReport.write(file, List.of(Runs.run(false, 40), Runs.run(true, 0)), outcome);

    JsonNode without = JsonMapper.shared().readTree(file.toFile()).get("runs").get(0);
    assertThat(without.get("agent").asBoolean()).isFalse();
    assertThat(without.get("requests").asInt()).isEqualTo(4);
    assertThat(without.get("seconds").asDouble()).isEqualTo(2);
    assertThat(without.get("expected").toString()).isEqualTo("200.5");
    assertThat(without.get("lost").toString()).isEqualTo("40");
    assertThat(without.get("lostPercent").asDouble()).isEqualTo(40);
    assertThat(without.get("counters").get(0).toString())
        .isEqualTo(
            "{\"name\":\"stats.memories_stored\",\"kind\":\"COUNT\","
                + "\"expected\":100,\"counted\":60,\"lost\":40}");
    assertThat(without.at("/modules/0").toString())
        .isEqualTo("{\"name\":\"server\",\"counters\":2,\"wrong\":1,\"expected\":100,\"lost\":40}");
    assertThat(without.at("/watch/samples/1/missing").asDouble()).isEqualTo(20);
    assertThat(without.get("latencyMicros").get("99.9").asInt()).isEqualTo(1000);
    assertThat(without.has("guardedSites")).isFalse();
    JsonNode with = JsonMapper.shared().readTree(file.toFile()).get("runs").get(1);
    assertThat(with.get("guardedSites").asInt()).isEqualTo(4);
    assertThat(with.get("preventedLostUpdates").asInt()).isEqualTo(77);
    assertThat(with.get("sites").get(0).get("place").asString()).isEqualTo("a.B.c(B.java:1)");
  }

  @Test
  void replacesTheOldReportAndLeavesNothingElse() throws IOException {
    Path file = folder.resolve("demo.json");
    DemoReport.write(file, List.of(Runs.run(false, 1)), null);
    DemoReport.write(file, List.of(Runs.run(false, 2)), null);

    assertThat(folder.toFile().list()).containsExactly("demo.json");
    assertThat(JsonMapper.shared().readTree(file.toFile()).at("/runs/0/lost").asInt()).isEqualTo(2);
  }
}
