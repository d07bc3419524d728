package io.tallyfast.it;

import static io.tallyfast.testkit.Compiled.below;
import static io.tallyfast.testkit.Compiled.harmless;
import static io.tallyfast.testkit.Compiled.racy;
import static io.tallyfast.testkit.Compiled.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tallyfast.testkit.ForkedJvm;
import io.tallyfast.testkit.ForkedJvm.Result;
import io.tallyfast.testkit.Jdk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line, as its users and their scripts see it. */
class AuditIT {
  @TempDir private Path folder;
  private Path racy;
  private Path harmless;

  @BeforeEach
  void makeJars() throws IOException {
    racy = Files.write(folder.resolve("racy.jar"), zip(racy("com.acme.Racy")));
    harmless = Files.write(folder.resolve("harmless.jar"), zip(harmless("com.acme.Harmless")));
  }

  @Test
  void statusIsZeroWhenNothingIsUnprotected() {
    Result result = audit(harmless.toString());

    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains("No unprotected site in any of 1 class");
  }

  @BothJdks
  void statusIsOneWhenASiteIsUnprotected(int version) {
    Result result =
        ForkedJvm.java(Jdk.ofVersion(version))
            .option("-jar", ForkedJvm.agentJar().toString())
            .run("audit", racy.toString());

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .contains("    at com.acme.Racy.store(Racy.java:4)")
        .contains("this.stats[key] += 1 (java.util.Map)")
        .contains("fix: ")
        .doesNotContain("\u001B");
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "sarif", "html", "txt"})
  void writesEveryFormatByTheNameOfTheFile(String ending) throws IOException {
    Path report = folder.resolve("out/report." + ending);
    Files.createDirectory(report.getParent());

    Result result = audit(racy.toString(), "--output", report.toString());

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(Files.readString(report)).contains("Racy.java").contains("store");
    assertThat(report.getParent().toFile().list()).hasSize(1);
  }

  @Test
  void printsJsonThatScriptsCanRead() throws IOException {
    JsonNode report = new ObjectMapper().readTree(audit(racy.toString(), "--format=json").out());

    assertThat(report.get("tool").asText()).isEqualTo("tallyfast");
    assertThat(report.at("/summary/unprotected").asInt()).isEqualTo(1);
    JsonNode site = report.at("/sites/0");
    assertThat(site.get("class").asText()).isEqualTo("com.acme.Racy");
    assertThat(site.get("verdict").asText()).isEqualTo("unprotected");
    assertThat(site.get("line").asInt()).isEqualTo(4);
    assertThat(site.get("fix").asText()).isNotEmpty();
  }

  @Test
  void showsTheSourceWhereThereIsAny() throws IOException {
    String source = "// one\n// two\n// three\nstats <b>[key]++;\n";
    byte[] text = source.getBytes(StandardCharsets.UTF_8);
    Files.write(folder.resolve("racy-sources.jar"), zip(Map.of("com/acme/Racy.java", text)));

    assertThat(audit(racy.toString(), "--format=html").out())
        .contains("<i>4</i>stats &lt;b&gt;[key]++;");
  }

  @Test
  void aBaselineAcceptsWhatItHolds() throws IOException {
    Path baseline = folder.resolve("baseline.txt");

    Result written = audit(racy.toString(), "--write-baseline", baseline.toString());
    Result accepted = audit(racy.toString(), "--baseline", baseline.toString());
    Result sarif = audit(racy.toString(), "--baseline", baseline.toString(), "--format=sarif");

    assertThat(written.exitCode()).isEqualTo(1);
    assertThat(Files.readString(baseline)).startsWith("# ").hasLineCount(2);
    assertThat(accepted.exitCode()).isZero();
    assertThat(accepted.out()).contains("1 more site accepted by the baseline");
    assertThat(sarif.exitCode()).isZero();
    assertThat(sarif.out()).contains("\"suppressions\"", "\"external\"");
  }

  @Test
  void statusIsTwoForWrongUsage() {
    Path missing = folder.resolve("missing.jar");
    assertOneLine(audit(missing.toString()), "there is no " + missing);
    assertOneLine(audit(), "PATH");
    assertOneLine(audit("--format=pdf", racy.toString()), "--format");
    assertOneLine(audit("--verdict=bad", racy.toString()), "'bad' is none of");
    assertOneLine(audit("--forma=json", racy.toString()), "did you mean --format");
    assertOneLine(audit("--baseline=" + missing, racy.toString()), "cannot read the baseline");
    assertOneLine(audit("--output=" + folder, racy.toString()), "is a folder");
    assertOneLine(audit("--output=" + missing + "/x.json", racy.toString()), "does not exist");
    assertOneLine(audit("--include=a,b", racy.toString()), "separated by ';'");
    assertOneLine(audit("explain", "no-such-idiom"), "no page explains the idiom");
  }

  private static void assertOneLine(Result result, String part) {
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.errLines()).hasSize(1);
    assertThat(result.err()).startsWith("tallyfast: ").contains(part);
  }

  @Test
  void statusIsThreeWhenSomethingCannotBeRead() throws IOException {
    Path text = Files.writeString(folder.resolve("text.jar"), "no archive at all");
    Path report = folder.resolve("report.json");

    Result result = audit(text.toString(), racy.toString(), "--output", report.toString());

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.errLines())
        .containsExactly("tallyfast: " + text + ": neither a class file nor an archive");
    assertThat(Files.readString(report)).contains("com.acme.Racy", "text.jar").endsWith("}\n");
  }

  @Test
  void statusIsThreeWithoutPermission() throws IOException {
    assumeFalse(System.getProperty("user.name").equals("root"), "root may read everything");
    Files.setPosixFilePermissions(harmless, Set.of());

    Result result = audit(harmless.toString(), racy.toString());

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.errLines())
        .containsExactly("tallyfast: " + harmless + ": no permission to read it");
  }

  @Test
  void aReportThatCannotBeWrittenLeavesNothingBehind() throws IOException {
    assumeFalse(System.getProperty("user.name").equals("root"), "root may write everywhere");
    Path closed = Files.createDirectory(folder.resolve("closed"));
    Files.setPosixFilePermissions(closed, Set.of());

    Result result = audit(racy.toString(), "--output", closed.resolve("r.json").toString());

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.errLines()).hasSize(1);
  }

  @Test
  void readsTheModulesOfTheJdk() {
    Path jmod = Path.of(System.getProperty("java.home"), "jmods/java.logging.jmod");

    Result result = audit(jmod.toString(), "--format=json");

    assertThat(result.exitCode()).isLessThanOrEqualTo(1);
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).containsPattern("\"classesRead\": [1-9][0-9]+");
  }

  @Test
  void selectsByClassVerdictAndConfidence() {
    assertThat(audit("--exclude=com.acme.**", racy.toString()).exitCode()).isZero();
    assertThat(audit("--include=org.**", racy.toString()).exitCode()).isZero();
    assertThat(audit("--include=com.acme.*", racy.toString()).exitCode()).isEqualTo(1);
    Result others = audit("--verdict=atomic,confined", racy.toString());
    assertThat(others.exitCode()).isEqualTo(1);
    assertThat(others.out()).doesNotContain("Racy.store").contains("1 site not shown");
  }

  @Test
  void readsNestedArchivesAndSaysWhatIsThereTwice() throws IOException {
    Path war =
        Files.write(
            folder.resolve("app.war"),
            zip(
                Map.of(
                    "WEB-INF/lib/a.jar", zip(racy("b.Racy")),
                    "WEB-INF/lib/b.jar", zip(below("x/", racy("b.Racy"))))));

    Result result = audit(war.toString());

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.errLines())
        .containsExactly(
            "tallyfast: passed over 1 class in "
                + war
                + "!/WEB-INF/lib/b.jar, the first of them in "
                + war
                + "!/WEB-INF/lib/a.jar");
  }

  @Test
  void helpsAndTellsItsVersion() {
    assertThat(audit("--help").out()).contains("--write-baseline", "Exit status:");
    assertThat(audit("--help").exitCode()).isZero();
    assertThat(audit("--version").out()).startsWith("tallyfast ");
  }

  private static Result audit(String... arguments) {
    return ForkedJvm.java(Jdk.current())
        .option("-jar", ForkedJvm.agentJar().toString())
        .option("audit")
        .run(arguments);
  }
}
