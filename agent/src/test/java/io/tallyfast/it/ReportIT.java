package io.tallyfast.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.apps.HelloApp;
import io.tallyfast.apps.LoadApp;
import io.tallyfast.testkit.ForkedJvm;
import io.tallyfast.testkit.ForkedJvm.Result;
import io.tallyfast.testkit.Jdk;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report at exit is there as a whole, or not at all. */
class ReportIT {
  @TempDir private Path folder;

  @BothJdks
  void writesJson(int version) throws IOException {
    Path report = folder.resolve("report.json");

    Result result =
        ForkedJvm.java(Jdk.ofVersion(version)).agent("report=" + report).run(HelloApp.class);

    assertThat(result.errLines()).hasSize(1);
    assertThat(Files.readString(report))
        .startsWith("{\n  \"tool\": \"tallyfast\",\n  \"version\": \"")
        .contains("\"summary\": {", "\"mode\": \"guard\"", "\"sites\": [")
        .endsWith("}\n");
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }

  @BothJdks
  void namesMethodsThatAreNotAnalysed(int version) throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes/odd"));
    Files.write(classes.resolve("Large.class"), OddClasses.tooLarge());
    String path = ForkedJvm.testClasses() + File.pathSeparator + classes.getParent();
    String named = "odd.Large.count: the method is too large to analyse";

    for (String ending : List.of("json", "txt", "html", "sarif")) {
      Path report = folder.resolve("report." + ending);
      Result result =
          ForkedJvm.java(Jdk.ofVersion(version))
              .agent("report=" + report)
              .option("-cp", path, LoadApp.class.getName())
              .run("odd.Large");

      assertThat(result.out().strip()).isEqualTo("odd.Large");
      assertThat(result.errLines()).contains("tallyfast: left " + named);
      assertThat(Files.readString(report)).contains(named);
    }
  }

  @Test
  void writesTextWithACommaInTheName() throws IOException {
    Path report = folder.resolve("a,b.txt");

    java().agent("report=" + report + ",mode=audit").run(HelloApp.class);

    assertThat(Files.readString(report)).startsWith("Tallyfast ").contains(" audit\n");
  }

  @Test
  void replacesAnOlderReport() throws IOException {
    Path report = Files.writeString(folder.resolve("report.txt"), "older");

    java().agent("report=" + report).run(HelloApp.class);

    assertThat(Files.readString(report)).startsWith("Tallyfast ");
  }

  @Test
  void namesAFileThatCannotBeWritten() {
    Path report = folder.resolve("missing/report.json");

    Result result = java().agent("report=" + report).run(HelloApp.class);

    assertThat(result.exitCode()).isZero();
    assertThat(result.errLines()).hasSize(2);
    assertThat(result.errLines().get(0)).startsWith("tallyfast: cannot write the report " + report);
    assertThat(result.lastErrLine()).startsWith("tallyfast: guarded ");
  }

  @Test
  void leavesNothingBehindWhereTheReportIsAFolder() throws IOException {
    Path report = Files.createDirectories(folder.resolve("report.json/inner")).getParent();

    Result result = java().agent("report=" + report).run(HelloApp.class);

    assertThat(result.errLines().get(0)).contains("cannot write the report " + report);
    assertThat(folder.toFile().list()).containsExactly("report.json");
  }

  @Test
  void writesSarifAndHtml() throws IOException {
    Path sarif = folder.resolve("report.sarif");
    Path html = folder.resolve("report.html");

    java().agent("report=" + sarif).run(HelloApp.class);
    java().agent("report=" + html).run(HelloApp.class);

    assertThat(Files.readString(sarif)).contains("\"version\": \"2.1.0\"").endsWith("}\n");
    assertThat(Files.readString(html)).contains(" guarded, ", ".overview", "</html>");
  }

  private static ForkedJvm java() {
    return ForkedJvm.java(Jdk.current());
  }
}
