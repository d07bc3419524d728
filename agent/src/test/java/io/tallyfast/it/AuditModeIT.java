package io.tallyfast.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tallyfast.apps.MixedLocksApp;
import io.tallyfast.testkit.ForkedJvm;
import io.tallyfast.testkit.ForkedJvm.Result;
import io.tallyfast.testkit.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The agent's audit of classes that load says what the command line says of their files. */
class AuditModeIT {
  private static final String APP = MixedLocksApp.class.getName();

  @TempDir private Path folder;

  @BothJdks
  void judgesAsTheCommandLineDoes(int version) throws IOException {
    JsonNode loaded = ofAgent(version, "mode=audit,report=" + folder.resolve("loaded.json"));

    assertThat(verdicts(loaded)).isEqualTo(verdicts(ofCommandLine())).hasSizeGreaterThan(3);
    assertThat(verdicts(loaded).values())
        .contains("protected medium", "unprotected medium", "unprotected high", "confined low");
    assertThat(loaded.at("/summary/classesRead").asInt()).isGreaterThanOrEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "loaded.json, /sites, /loadedBy",
    "loaded.sarif, /runs/0/results, /properties/loadedBy"
  })
  void saysWhereAClassCameFrom(String report, String sites, String where) throws IOException {
    JsonNode loaded = ofAgent(17, "mode=audit,report=" + folder.resolve(report));

    assertThat(loaded.at(sites)).isNotEmpty();
    for (JsonNode site : loaded.at(sites)) {
      assertThat(site.at(where + "/0/loader").asText()).isEqualTo("app");
      assertThat(site.at(where + "/0/source").asText())
          .isEqualTo(ForkedJvm.testClasses().toUri().toURL().toString());
    }
  }

  @Test
  void reportsWhatIsIncludedAndLooksAtItsCallersToo() throws IOException {
    String arguments = "mode=audit,include=" + APP + ",report=" + folder.resolve("some.json");
    JsonNode loaded = ofAgent(17, arguments);

    assertThat(verdicts(loaded).values()).contains("protected medium");
    assertThat(loaded.at("/summary/classesRead").asInt()).isGreaterThanOrEqualTo(2);
  }

  private JsonNode ofAgent(int version, String arguments) throws IOException {
    Result result =
        ForkedJvm.java(Jdk.ofVersion(version)).agent(arguments).run(MixedLocksApp.class);

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).isEqualTo("{k=1} {k=1} {k=1} 1" + System.lineSeparator());
    assertThat(result.errLines()).hasSize(1);
    assertThat(result.err()).startsWith("tallyfast: found 2 unprotected sites in 1 classes");
    String file = arguments.substring(arguments.indexOf("report=") + "report=".length());
    return new ObjectMapper().readTree(Files.readString(Path.of(file)));
  }

  private static JsonNode ofCommandLine() throws IOException {
    Path classes = ForkedJvm.testClasses().resolve("io/tallyfast/apps");
    Result result =
        ForkedJvm.java(Jdk.current())
            .option("-jar", ForkedJvm.agentJar().toString())
            .run("audit", "--format=json", "--include=" + APP + "*", classes.toString());
    return new ObjectMapper().readTree(result.out());
  }

  private static Map<String, String> verdicts(JsonNode report) {
    Map<String, String> verdicts = new TreeMap<>();
    for (JsonNode site : report.get("sites")) {
      String judged = site.get("verdict").asText() + " " + site.get("confidence").asText();
      verdicts.put(site.get("fingerprint").asText(), judged);
    }
    return verdicts;
  }
}
