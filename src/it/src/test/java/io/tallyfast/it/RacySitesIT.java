package io.tallyfast.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.testkit.ForkedJvm;
import io.tallyfast.testkit.ForkedJvm.Result;
import io.tallyfast.testkit.Jdk;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The audit names every racy site of every module of the sample server, and nothing else. */
class RacySitesIT {
  private static final String PACKAGE = "com.acme.memory.";
  private static final int FOUND = 1;

  @TempDir private Path folder;

  @Test
  void areWhatReadingTheSourcesTells() throws Exception {
    Path report = folder.resolve("report.json");
    Result audit =
        ForkedJvm.java(Jdk.current())
            .run(
                "-jar",
                ForkedJvm.agentJar().toString(),
                "audit",
                "--include=" + PACKAGE + "**",
                "--output=" + report,
                SampleServer.JAR.toString());

    assertThat(audit.exitCode()).as(audit.err()).isEqualTo(FOUND);
    assertThat(reported(report)).containsExactlyInAnyOrderElementsOf(listed());
  }

  private static List<String> listed() throws Exception {
    byte[] list = RacySitesIT.class.getResourceAsStream("racy-sites.txt").readAllBytes();
    return new String(list, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }

  private static List<String> reported(Path report) throws Exception {
    List<String> sites = new ArrayList<>();
    for (JsonNode site : JsonMapper.shared().readTree(Files.readString(report)).get("sites")) {
      if (site.get("verdict").asString().matches("unprotected|mixed|refused")) {
        sites.add(line(site));
      }
    }
    return sites;
  }

  /** A key that is no constant is shown in the words of the audit, which are not compared. */
  private static String line(JsonNode site) {
    String map = site.get("map").asString();
    String key = site.get("key").asString();
    return "%s.%s %s %s%s"
        .formatted(
            site.get("class").asString().replace(PACKAGE, ""),
            site.get("method").asString(),
            site.get("idiom").asString(),
            map.startsWith("this.") ? map.substring("this.".length()) : map,
            key.startsWith("\"") ? " " + key : "");
  }
}
