package io.tallyfast.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tallyfast.apps.HelloApp;
import io.tallyfast.apps.MonitoredApp;
import io.tallyfast.testkit.ForkedJvm;
import io.tallyfast.testkit.ForkedJvm.Result;
import io.tallyfast.testkit.Jdk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is shown while the application runs is what the report at exit says. */
class MonitoringIT {
  private static final String JDK_CLASSES_OF_MONITORS =
      ".*] (javax\\.management|java\\.lang\\.management|jdk\\.jfr|io\\.tallyfast\\.monitor)\\..*";

  @TempDir private Path folder;

  @BothJdks
  void theMBeanSaysWhatTheReportSays(int version) throws IOException {
    Path file = folder.resolve("report.json");

    Result result =
        ForkedJvm.java(Jdk.ofVersion(version))
            .agent("jmx=true,report=" + file)
            .run(MonitoredApp.class, "show");

    assertThat(result.errLines()).as("only the last line").hasSize(1);
    JsonNode report = new ObjectMapper().readTree(file.toFile());
    JsonNode summary = report.get("summary");
    assertThat(summary.get("prevented").asInt()).isEqualTo(MonitoredApp.ROUNDS);
    long hits = 0;
    for (JsonNode site : report.get("sites")) {
      hits += site.get("hits").asLong();
      assertThat(result.out().lines())
          .filteredOn(line -> line.startsWith("site " + site.get("method").asText() + "{"))
          .singleElement()
          .asString()
          .contains("hits=" + site.get("hits") + ",")
          .contains("prevented=" + site.get("prevented") + ",")
          .contains("threads=" + site.get("threads") + ",")
          .contains("plainMaps=" + site.get("plainMaps") + ",")
          .contains("timed=" + site.get("contention").get("timed") + ",")
          .contains("fingerprint=" + site.get("fingerprint").asText() + ",");
    }
    assertThat(hits).isEqualTo(2 * MonitoredApp.ROUNDS + 1);
    assertThat(report.get("sites"))
        .filteredOn(site -> site.get("plainMaps").asBoolean())
        .extracting(site -> site.get("method").asText())
        .containsExactly("begin");
    assertThat(result.out().lines())
        .contains("Mode=guard", "Hits=" + hits, "Prevented=" + summary.get("prevented"))
        .contains("GuardedSites=" + summary.get("guarded"), "Classes=" + summary.get("classes"))
        .contains("RefusedSites=0", "ClassesFailed=0", "FieldsNotAtomic=0");
    assertThat(result.out()).contains("at io.tallyfast.apps.MonitoredApp.count(MonitoredApp.java:");
  }

  @Test
  void countsFromZeroAfterAReset() throws IOException {
    Path file = folder.resolve("report.json");

    Result result =
        ForkedJvm.java(Jdk.current())
            .agent("jmx=true,report=" + file)
            .run(MonitoredApp.class, "reset");

    assertThat(result.lastErrLine())
        .endsWith("prevented " + MonitoredApp.AFTER_RESET + " lost updates");
    JsonNode report = new ObjectMapper().readTree(file.toFile());
    JsonNode jvm = report.get("summary").get("jvm");
    assertThat(jvm.get("since").asLong()).isBetween(1L, jvm.get("written").asLong());
    for (JsonNode site : report.get("sites")) {
      boolean before = site.get("method").asText().equals("begin");
      assertThat(site.get("hits").asInt()).isEqualTo(before ? 0 : MonitoredApp.AFTER_RESET);
    }
  }

  @BothJdks
  void theRecordingHoldsAnEventForEachUpdateThatWasNotLost(int version) throws IOException {
    Path file = folder.resolve("report.json");
    Path recording = folder.resolve("recording.jfr");

    Result result =
        ForkedJvm.java(Jdk.ofVersion(version))
            .option("-XX:StartFlightRecording=filename=" + recording, "-Xlog:jfr*=off")
            .agent("jfr=true,report=" + file)
            .run(MonitoredApp.class);

    assertThat(result.exitCode()).isZero();
    List<RecordedEvent> events = RecordingFile.readAllEvents(recording);
    List<RecordedEvent> prevented =
        events.stream().filter(e -> is(e, "LostUpdatePrevented")).toList();
    assertThat(prevented)
        .hasSize(MonitoredApp.ROUNDS)
        .allMatch(event -> event.getString("className").equals(MonitoredApp.class.getName()))
        .allMatch(event -> event.getString("method").equals("count") && event.getInt("line") > 0)
        .allMatch(event -> event.getThread().getJavaName().equals("main"))
        .allMatch(
            event ->
                event.getStackTrace().getFrames().stream()
                    .anyMatch(frame -> frame.getMethod().getName().equals("count")));
    Map<String, RecordedEvent> last = new TreeMap<>();
    events.stream()
        .filter(event -> is(event, "Site"))
        .forEach(event -> last.put(event.getString("fingerprint"), event));
    for (JsonNode site : new ObjectMapper().readTree(file.toFile()).get("sites")) {
      RecordedEvent event = last.remove(site.get("fingerprint").asText());
      assertThat(event.getLong("hits")).isEqualTo(site.get("hits").asLong());
      assertThat(event.getLong("prevented")).isEqualTo(site.get("prevented").asLong());
      assertThat(event.getInt("threads")).isEqualTo(site.get("threads").asInt());
    }
    assertThat(last).isEmpty();
  }

  private static boolean is(RecordedEvent event, String name) {
    return event.getEventType().getName().equals("tallyfast." + name);
  }

  @BothJdks
  void withoutTheOptionsNothingOfItIsLoaded(int version) {
    Result result =
        ForkedJvm.java(Jdk.ofVersion(version))
            .option("-Xlog:class+load:stdout")
            .agent()
            .run(HelloApp.class);

    assertThat(result.out()).contains("io.tallyfast.agent.Monitoring ");
    assertThat(result.out().lines()).noneMatch(line -> line.matches(JDK_CLASSES_OF_MONITORS));
  }

  @Test
  void noMBeanServerIsMadeByTheAgent() {
    Result result =
        ForkedJvm.java(Jdk.current())
            .option("-Xlog:class+load:stdout")
            .agent("jmx=true")
            .run(HelloApp.class);

    assertThat(result.out()).contains("io.tallyfast.agent.LateMBean ");
    assertThat(result.out().lines())
        .noneMatch(line -> line.matches(".*] (javax|java\\.lang)\\.management\\..*"));
  }

  @BothJdks
  void withoutTheModulesItSaysSoAndGuards(int version) {
    Result result =
        ForkedJvm.java(Jdk.ofVersion(version))
            .option("--limit-modules", "java.base,java.instrument")
            .agent("jmx=true,jfr=true")
            .run(HelloApp.class);

    assertThat(result.exitCode()).isZero();
    assertThat(result.errLines())
        .containsExactly(
            "tallyfast: jmx=true has no effect: this Java runs without the module java.management",
            "tallyfast: jfr=true has no effect: this Java runs without the module jdk.jfr",
            "tallyfast: guarded 1 sites in 1 classes, prevented 0 lost updates");
  }
}
