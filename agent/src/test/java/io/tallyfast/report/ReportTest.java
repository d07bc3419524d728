package io.tallyfast.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.analysis.Site;
import io.tallyfast.config.KnownOptions;
import io.tallyfast.report.Finding.Action;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  private static final Summary SUMMARY = new Summary("1.0", "guard", 1, 1, 0, 1, 3, 0, 0);
  private static final Finding GUARDED =
      new Finding(site("com.acme.Server", 454, ""), Action.GUARDED, "", 3);
  private static final Finding REFUSED =
      new Finding(site("com.acme.Server", 0, "handed to a \"stranger\""), Action.REFUSED, "", 0);

  @TempDir private Path folder;

  @Test
  void textIsGroupedByClassWithPlacesToClick() throws IOException {
    assertThat(write(ReportFormat.TEXT))
        .isEqualTo(
            """
            Tallyfast 1.0, mode guard
            1 sites guarded, 0 only reported, 1 refused; 3 lost updates prevented

            com.acme.Server
                at com.acme.Server.store(Server.java:454)
                    increment: guarded, 3 lost updates prevented
                at com.acme.Server.store(Server.java)
                    increment: refused
                    handed to a "stranger"
            """);
  }

  @Test
  void jsonHasTheMembersOfTheContract() throws IOException {
    assertThat(write(ReportFormat.JSON))
        .isEqualTo(
            """
            {
              "tool": "tallyfast",
              "version": "1.0",
              "summary": {
                "mode": "guard",
                "guarded": 1,
                "refused": 1,
                "reported": 0,
                "classes": 1,
                "prevented": 3,
                "errors": 0,
                "tooNew": 0,
                "lost": 0,
                "unreadable": []
              },
              "sites": [
            """
                + jsonSite(454, "", "guarded", 3)
                + ",\n"
                + jsonSite(0, "handed to a \\\"stranger\\\"", "refused", 0)
                + "\n  ]\n}\n");
  }

  @Test
  void jsonEscapes() throws IOException {
    StringWriter out = new StringWriter();
    JsonWriter json = new JsonWriter(out);
    json.beginObject();
    json.member("a\"b\\c", "\n\r\t\u0001\u2028\uD800x\uDC00\uD83D\uDE00\u00e9/");
    json.endObject();

    assertThat(out)
        .hasToString(
            "{\n  \"a\\\"b\\\\c\": \"\\n\\r\\t\\u0001\\u2028\\ud800x\\udc00\uD83D\uDE00\u00e9/\""
                + "\n}\n");
  }

  @Test
  void anEmptyListIsValid() throws IOException {
    StringWriter out = new StringWriter();
    ReportVisitor report = ReportFormat.JSON.writeTo(out, ReportStyle.PLAIN);
    report.begin(SUMMARY);
    report.end();

    assertThat(out.toString()).endsWith("\"sites\": []\n}\n");
  }

  @Test
  void eachEndingThatIsAnOptionHasAFormat() {
    assertThat(Stream.of(ReportFormat.values()).map(ReportFormat::ending))
        .containsExactlyElementsOf(KnownOptions.REPORT_ENDINGS);
  }

  @Test
  void writesAFile() throws IOException {
    Path file = folder.resolve("report.txt");

    ReportFile.write(file, SUMMARY, List.of(GUARDED));

    assertThat(Files.readString(file)).contains("com.acme.Server.store");
    assertThat(folder.toFile().list()).containsExactly("report.txt");
  }

  private static String write(ReportFormat format) throws IOException {
    StringWriter out = new StringWriter();
    ReportVisitor report = format.writeTo(out, ReportStyle.PLAIN);
    report.begin(SUMMARY);
    report.finding(GUARDED);
    report.finding(REFUSED);
    report.end();
    return out.toString();
  }

  private static Site site(String className, int line, String reason) {
    return new Site(
        className,
        "store",
        "()V",
        "Server.java",
        line,
        "increment",
        Site.Kind.MAP,
        "stats",
        "java.util.Map",
        "key",
        "1",
        reason.isEmpty() ? Site.Verdict.UNPROTECTED : Site.Verdict.REFUSED,
        "",
        reason,
        Site.Confidence.HIGH,
        false,
        "f1");
  }

  private static String jsonSite(int line, String reason, String action, int prevented) {
    String verdict = reason.isEmpty() ? "unprotected" : "refused";
    return """
        {
          "class": "com.acme.Server",
          "method": "store",
          "descriptor": "()V",
          "file": "Server.java",
          "line": LINE,
          "idiom": "increment",
          "kind": "map",
          "map": "stats",
          "mapType": "java.util.Map",
          "key": "key",
          "delta": "1",
          "verdict": "VERDICT",
          "lock": "",
          "reason": "REASON",
          "fix": "",
          "fingerprint": "f1",
          "confidence": "high",
          "external": false,
          "action": "ACTION",
          "prevented": PREVENTED,
          "lost": 0,
          "lostAmount": 0,
          "hits": 0,
          "threads": 0,
          "overlaps": 0,
          "plainMaps": false,
          "contention": {
            "timed": 0,
            "contended": 0,
            "nanos": 0,
            "longestNanos": 0
          }
        }"""
        .indent(4)
        .stripTrailing()
        .replace("LINE", Integer.toString(line))
        .replace("VERDICT", verdict)
        .replace("REASON", reason)
        .replace("ACTION", action)
        .replace("PREVENTED", Integer.toString(prevented));
  }
}
