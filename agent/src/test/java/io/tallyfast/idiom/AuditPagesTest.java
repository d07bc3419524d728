package io.tallyfast.idiom;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.analysis.Site;
import io.tallyfast.analysis.TypeOracle;
import io.tallyfast.judge.Auditor;
import io.tallyfast.report.Counts;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages of idioms that are only reported show is true. */
class AuditPagesTest {
  @TempDir private Path folder;

  /** The idioms whose page shows Java before. */
  static List<String> before() {
    return IdiomPages.idioms().stream().filter(name -> !name.equals("map-updated")).toList();
  }

  static List<String> instead() {
    return IdiomPages.idioms();
  }

  @ParameterizedTest
  @MethodSource("before")
  void whatStandsBeforeIsReportedUnderThatName(String name) {
    assertThat(reported(IdiomPages.source(name, "Before"))).contains(name);
  }

  @ParameterizedTest
  @MethodSource("instead")
  void whatToWriteInsteadIsNotReported(String name) {
    assertThat(reported(IdiomPages.source(name, "Write it instead"))).isEmpty();
  }

  private List<String> reported(String source) {
    List<Site> sites = Auditor.judge(SourceSnippet.all(source, folder), TypeOracle.NONE);
    return sites.stream().filter(Counts::loses).map(Site::idiom).toList();
  }
}
