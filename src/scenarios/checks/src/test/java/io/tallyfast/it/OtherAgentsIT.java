package io.tallyfast.it;

import static io.tallyfast.it.Scenarios.jar;
import static io.tallyfast.it.Scenarios.made;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.tools.ExecFileLoader;
import org.junit.jupiter.api.io.TempDir;

/** Sales are counted right beside other agents, and those do what they did. */
class OtherAgentsIT {
  private static final String[] OPENTELEMETRY = {
    "-javaagent:" + made("checks", "agents/opentelemetry-javaagent.jar"),
    "-Dotel.traces.exporter=none",
    "-Dotel.metrics.exporter=none",
    "-Dotel.logs.exporter=none"
  };

  @TempDir private Path folder;

  @BothJdks
  void jacocoBeforeUs(int version) throws Exception {
    shop(version).before(jacoco()).run("-jar", jar("shop"));

    assertCovered();
  }

  @BothJdks
  void jacocoBehindUs(int version) throws Exception {
    shop(version).behind(jacoco()).run("-jar", jar("shop"));

    assertCovered();
  }

  @BothJdks
  void openTelemetryBeforeUs(int version) throws Exception {
    shop(version).before(OPENTELEMETRY).run("-jar", jar("shop"));
  }

  @BothJdks
  void openTelemetryBehindUs(int version) throws Exception {
    shop(version).behind(OPENTELEMETRY).run("-jar", jar("shop"));
  }

  private Comparison shop(int version) {
    return new Comparison(version, folder);
  }

  private String jacoco() {
    return "-javaagent:"
        + made("checks", "agents/org.jacoco.agent-runtime.jar")
        + "=append=false,destfile="
        + coverage();
  }

  private File coverage() {
    return folder.resolve("jacoco.exec").toFile();
  }

  /** Its report still knows the classes, by a checksum of the original, and has all lines. */
  private void assertCovered() throws IOException {
    ExecFileLoader run = new ExecFileLoader();
    run.load(coverage());
    CoverageBuilder report = new CoverageBuilder();
    new Analyzer(run.getExecutionDataStore(), report).analyzeAll(Path.of(jar("shop")).toFile());

    assertThat(Files.size(coverage().toPath())).isPositive();
    assertThat(report.getNoMatchClasses()).isEmpty();
    assertThat(report.getClasses())
        .filteredOn(type -> type.getName().equals("shop/Sales"))
        .singleElement()
        .satisfies(type -> assertThat(type.getLineCounter().getMissedCount()).isZero());
  }
}
