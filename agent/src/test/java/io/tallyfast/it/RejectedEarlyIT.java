package io.tallyfast.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.apps.HelloApp;
import io.tallyfast.apps.PlainApp;
import io.tallyfast.testkit.ForkedJvm;
import io.tallyfast.testkit.Jdk;
import java.util.List;

/**
 * A class without a site is let go by its constant pool alone: what would parse it, or analyse its
 * methods, is not even loaded.
 */
class RejectedEarlyIT {
  private static final List<String> PARSE_OR_ANALYSE =
      List.of(
          "io.tallyfast.shaded.asm.ClassReader",
          "io.tallyfast.analysis.ExprAnalyzer",
          "io.tallyfast.analysis.MethodFlow");

  @BothJdks
  void noClassIsParsedWhereNoneHasASite(int version) {
    assertThat(loaded(version, PlainApp.class))
        .contains("io.tallyfast.analysis.ConstantPoolFilter")
        .doesNotContainAnyElementsOf(PARSE_OR_ANALYSE);
  }

  @BothJdks
  void aClassWithASiteIsParsed(int version) {
    assertThat(loaded(version, HelloApp.class)).containsAll(PARSE_OR_ANALYSE);
  }

  private static List<String> loaded(int version, Class<?> application) {
    return ForkedJvm.java(Jdk.ofVersion(version))
        .agent()
        .option("-Xlog:class+load:stdout:none")
        .run(application)
        .out()
        .lines()
        .map(line -> line.split(" ", 2)[0])
        .toList();
  }
}
