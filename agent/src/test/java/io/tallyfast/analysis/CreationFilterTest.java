package io.tallyfast.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.testkit.Compiled;
import org.junit.jupiter.api.Test;

class CreationFilterTest {
  private static final String STATS =
      "final java.util.Map<String, Integer> stats = new java.util.HashMap<>();";
  private static final String OTHERS =
      "final java.util.Map<String, Integer> others = new java.util.TreeMap<>();";

  @Test
  void passesClassesThatMakeSuchMaps() {
    assertThat(passes(new Named(), STATS)).isTrue();
    assertThat(
            passes(
                new Named(),
                "static final java.util.Properties stats;",
                "static { stats = new java.util.Properties(); }"))
        .isTrue();
  }

  @Test
  void passesClassesInWhichNestedOnesMayCount() {
    assertThat(
            passes(
                MapNames.NONE, OTHERS, "class Inner {}", "Object inner() { return new Inner(); }"))
        .isTrue();
  }

  @Test
  void passesNoOthers() {
    assertThat(passes(new Named(), OTHERS)).isFalse();
    assertThat(passes(new Named(), "final java.util.Map<String, Integer> stats = null;")).isFalse();
    assertThat(passes(new Named(), "Object stats = new java.util.ArrayList<String>();")).isFalse();
    assertThat(new CreationFilter(new Named()).mayCreate(new byte[0])).isFalse();
    assertThat(new CreationFilter(new Named()).mayCreate(new byte[100])).isFalse();
  }

  private static boolean passes(MapNames names, String... members) {
    byte[] classFile = Compiled.classes("Shape", members).get("Shape.class");
    return new CreationFilter(names).mayCreate(classFile);
  }

  /** Names one field. */
  private static final class Named implements MapNames {
    @Override
    public boolean mayHoldStatistics(String field) {
      return field.equals("stats");
    }

    @Override
    public boolean namesExactly(String owner, String field) {
      return false;
    }
  }
}
