package io.tallyfast.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.tallyfast.analysis.Site;
import io.tallyfast.report.Finding.Action;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Names in class files may hold anything; no format may take them for its own signs. */
class HostileNamesTest {
  private static final String HOSTILE =
      "</script><script>alert(1)</script>\"'&<img src=x onerror=alert(2)>\u001B[31m\n"
          + "\\\uD800\u202E";

  private static final Scan SCAN =
      new Scan(3, 1, 1, 1, 1, 1, 1234, List.of("x.jar: " + HOSTILE), Map.of());
  private static final Summary SUMMARY = new Summary("1.0", "audit", 0, 1, 4, 2, 0, 1, 0, SCAN);

  @Test
  void sarifIsValid() throws IOException {
    JsonNode report = new ObjectMapper().readTree(write(ReportFormat.SARIF));

    assertThat(schema().validate(report)).isEmpty();
    JsonNode results = report.at("/runs/0/results");
    assertThat(results).hasSize(Site.Verdict.values().length + 1);
    assertThat(results.get(0).at("/locations/0/physicalLocation/artifactLocation/uri").asText())
        .startsWith("com/")
        .doesNotContain("<", " ", "\"", "\\");
    assertThat(results.get(0).at("/partialFingerprints").size()).isEqualTo(1);
    assertThat(results.get(0).at("/suppressions")).isEmpty();
    assertThat(results.get(6).at("/suppressions/0/kind").asText()).isEqualTo("external");
    assertThat(results.findValuesAsText("fullyQualifiedName")).anyMatch(n -> n.contains("alert"));
  }

  @Test
  void theSchemaTestsSomething() throws IOException {
    String broken = write(ReportFormat.SARIF).replace("\"columnKind\"", "\"columKind\"");

    assertThat(schema().validate(new ObjectMapper().readTree(broken))).isNotEmpty();
  }

  @Test
  void jsonKeepsThem() throws IOException {
    JsonNode report = new ObjectMapper().readTree(write(ReportFormat.JSON));

    assertThat(report.at("/sites/0/class").asText()).isEqualTo("com." + HOSTILE);
    assertThat(report.at("/summary/unprotected").asInt()).isEqualTo(3);
    assertThat(report.at("/summary/classesRead").asInt()).isEqualTo(1234);
  }

  @Test
  void htmlShowsThemAsText() throws IOException {
    String html = write(ReportFormat.HTML);

    assertThat(html)
        .contains("&lt;/script&gt;&lt;script&gt;alert(1)")
        .doesNotContain("<script>alert", "<img", "\u001B", "\u202E");
    assertThat(html.split("<script>", -1)).hasSize(2);
    assertThat(html.split("</script>", -1)).hasSize(2);
    assertThat(html).doesNotContain("http://", "https://", "url(");
  }

  @Test
  void textKeepsToItsLines() throws IOException {
    String text = write(ReportFormat.TEXT);

    assertThat(text).doesNotContain("\u001B");
    assertThat(text.lines().filter(line -> line.startsWith("    at "))).hasSize(6);
  }

  @Test
  void sourcePathsStayBelowTheirFolder() {
    assertThat(SourcePaths.of("com.acme.Server$Inner", "Server.java"))
        .isEqualTo("com/acme/Server.java");
    assertThat(SourcePaths.of("com.acme.Server$Inner", "")).isEqualTo("com/acme/Server.java");
    assertThat(SourcePaths.of("com.acme.A", "../../../etc/passwd")).isEqualTo("com/acme/passwd");
    assertThat(SourcePaths.of("com.acme.A", "..")).isEqualTo("com/acme/A.java");
    assertThat(SourcePaths.of("..etc.A", "A.java")).isEqualTo("etc/A.java");
    assertThat(SourcePaths.of("A", "..\\A.java")).isEqualTo("A.java");
  }

  private static JsonSchema schema() throws IOException {
    JsonSchemaFactory factory = JsonSchemaFactory.getInstance(VersionFlag.V4);
    try (InputStream in =
        HostileNamesTest.class.getResourceAsStream("/sarif/sarif-schema-2.1.0.json")) {
      return factory.getSchema(in);
    }
  }

  private static String write(ReportFormat format) throws IOException {
    StringWriter out = new StringWriter();
    ReportVisitor report = format.writeTo(out, ReportStyle.PLAIN);
    report.begin(SUMMARY);
    for (Site.Verdict verdict : Site.Verdict.values()) {
      report.finding(new Finding(site(verdict), Action.REPORTED, HOSTILE, 0));
    }
    report.finding(new Finding(site(Site.Verdict.UNPROTECTED), Action.BASELINED, HOSTILE, 2));
    report.end();
    return out.toString();
  }

  private static Site site(Site.Verdict verdict) {
    return new Site(
        "com." + HOSTILE,
        HOSTILE,
        "(L" + HOSTILE + ";)V",
        HOSTILE + ".java",
        verdict == Site.Verdict.MIXED ? 0 : 454,
        "get-put",
        Site.Kind.MAP,
        HOSTILE,
        HOSTILE,
        HOSTILE,
        HOSTILE,
        verdict,
        HOSTILE,
        HOSTILE,
        Site.Confidence.MEDIUM,
        true,
        HOSTILE);
  }
}
