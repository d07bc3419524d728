package io.tallyfast.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every comment speaks of a line that writes to a map, and every target has one. */
class TargetCommentsTest {
  static List<String> families() {
    return TargetCatalog.families();
  }

  static List<String> targets() {
    return TargetCatalog.targets();
  }

  @ParameterizedTest
  @MethodSource("families")
  void commentsStandOnLinesThatWrite(String family) {
    assertThat(TargetLines.of(TargetCatalog.nest(family)).writes())
        .containsAll(TargetComments.of(family).keySet());
  }

  @ParameterizedTest
  @MethodSource("targets")
  void everyTargetHasAComment(String target) {
    assertThat(TargetComments.of(TargetCatalog.familyOf(target)).keySet())
        .containsAnyElementsOf(TargetLines.of(TargetCatalog.nest(target)).lines());
  }
}
