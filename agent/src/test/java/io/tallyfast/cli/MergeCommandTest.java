package io.tallyfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.analysis.Site;
import io.tallyfast.report.Evidence;
import io.tallyfast.report.Evidence.Waiting;
import io.tallyfast.report.Finding;
import io.tallyfast.report.Finding.Action;
import io.tallyfast.report.ReportFile;
import io.tallyfast.report.Run;
import io.tallyfast.report.Summary;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeCommandTest {
  @TempDir private Path folder;
  private final StringWriter err = new StringWriter();
  private Path output;

  @BeforeEach
  void nameOutput() {
    output = folder.resolve("all.json");
  }

  @Test
  void addsTheSitesOfSeveralJvms() throws IOException {
    Path a = report("a", 1, finding("f1", 10, 100, 4), finding("f2", 1, 10, 1));
    Path b = report("b", 2, finding("f1", 5, 50, 8));

    assertThat(merge(a, b)).isZero();

    List<Finding> sites = sites(output);
    assertThat(sites).extracting(each -> each.site().fingerprint()).containsExactly("f1", "f2");
    assertThat(sites.get(0).evidence())
        .isEqualTo(new Evidence(15, 150, 8, 2, 5.0, 6, new Waiting(6, 2, 4000, 900)));
    assertThat(sites).extracting(each -> each.evidence().plainMaps()).containsExactly(false, true);
    assertThat(Files.readString(output))
        .contains("\"prevented\": 16,", "\"guarded\": 2,", "\"reports\": 2,", "\"jvms\": 2,")
        .doesNotContain("\"jvm\":");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void countsTheLastReportOfAJvmOnly() throws IOException {
    Path early = report("a", 1, finding("f1", 3, 30, 4));
    Path late = report("a", 9, finding("f1", 7, 70, 4));

    assertThat(merge(late, early, late)).isZero();

    assertThat(sites(output).get(0).prevented()).isEqualTo(7);
    assertThat(Files.readString(output)).contains("\"reports\": 3,", "\"jvms\": 1,");
  }

  @Test
  void aBrokenReportAddsNothing() throws IOException {
    Path whole = report("a", 1, finding("f1", 3, 30, 4), finding("f2", 3, 30, 4));
    String text = Files.readString(whole);
    Path cut = Files.writeString(folder.resolve("cut.json"), text.substring(0, text.length() - 80));
    Path noJson = Files.writeString(folder.resolve("no.json"), "hello");
    Path other = Files.writeString(folder.resolve("other.json"), "{\"a\": [1, {}]}");
    Path list = Files.writeString(folder.resolve("list.json"), "[]");
    Path good = report("b", 1, finding("f1", 5, 50, 4));

    assertThat(merge(cut, good, noJson, other, list, folder)).isEqualTo(3);

    assertThat(sites(output)).singleElement().matches(site -> site.prevented() == 5);
    assertThat(err.toString().lines())
        .hasSize(5)
        .allMatch(line -> line.startsWith("tallyfast: cannot join "))
        .anyMatch(line -> line.contains("cut.json: not JSON, or not whole"))
        .anyMatch(line -> line.contains("other.json: not a report of tallyfast"));
  }

  @Test
  void whatIsJoinedAlreadyOrNeverRanIsNoInput() throws IOException {
    merge(report("a", 1, finding("f1", 3, 30, 4)));
    Path audit = folder.resolve("audit.json");
    ReportFile.write(audit, new Summary("1", "audit", 0, 0, 0, 0, 0, 0, 0), List.of());
    Path joined = output;
    output = folder.resolve("again.txt");

    assertThat(merge(joined, audit)).isEqualTo(3);

    assertThat(err.toString()).contains("joined already", "not of a JVM that ran");
    assertThat(output).doesNotExist();
  }

  @Test
  void wrongUsage() throws IOException {
    Path report = report("a", 1);
    assertThat(merge(folder.resolve("missing.json"))).isEqualTo(2);
    assertThat(err.toString()).startsWith("tallyfast: no such file: ");
    output = folder.resolve("all.pdf");
    assertThat(merge(report)).isEqualTo(2);
    output = folder.resolve("missing/all.json");
    assertThat(merge(report)).isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(3);
    assertThat(folder.toFile().list()).containsExactly(report.getFileName().toString());
  }

  @Test
  void writesEachFormat() throws IOException {
    Path report = report("a", 1, finding("f1", 3, 1234, 4));
    for (String ending : List.of("txt", "sarif", "html")) {
      output = folder.resolve("all." + ending);
      assertThat(merge(report)).isZero();
      assertThat(output).isNotEmptyFile();
    }
    assertThat(Files.readString(folder.resolve("all.txt")))
        .contains("joined from 1 reports of 1 JVMs", "1,234 hits", "at least 4 threads");
  }

  private int merge(Path... reports) {
    List<String> args = new ArrayList<>(List.of("merge", "--output", output.toString()));
    for (Path report : reports) {
      args.add(report.toString());
    }
    return Main.commandLine("merge")
        .setErr(new PrintWriter(err, true))
        .execute(args.toArray(String[]::new));
  }

  private Path report(String jvm, long written, Finding... findings) throws IOException {
    Path file = folder.resolve(jvm + written + ".json");
    Summary summary =
        new Summary("1", "guard", findings.length, 0, 0, 1, 0, 0, 0)
            .of(Run.of(jvm, "host", 1, 0, 0, written), 0);
    ReportFile.write(file, summary, List.of(findings));
    return file;
  }

  /** The sites of a joined report, made one that can be read by the tool itself. */
  private static List<Finding> sites(Path joined) throws IOException {
    String text = Files.readString(joined).replace("\"joined\": {", "\"jvm\": {\"id\": \"x\",");
    Path readable = Files.createTempFile("joined", ".json");
    try {
      List<Finding> sites = new ArrayList<>();
      ReportReader.read(Files.writeString(readable, text), sites::add);
      return sites;
    } finally {
      Files.delete(readable);
    }
  }

  private static Finding finding(String fingerprint, long prevented, long hits, int threads) {
    Site site =
        new Site(
            "com.acme.A",
            "count",
            "()V",
            "A.java",
            7,
            "get-put",
            Site.Kind.MAP,
            "stats",
            "java.util.Map",
            "key",
            "+1",
            Site.Verdict.UNPROTECTED,
            "",
            "",
            Site.Confidence.HIGH,
            false,
            fingerprint);
    Waiting waiting = new Waiting(3, 1, 2000, 900);
    return new Finding(
        site,
        Action.GUARDED,
        "",
        new Evidence(prevented, hits, threads, 1, 2.5, 3, waiting, fingerprint.equals("f2")));
  }
}
