package io.tallyfast.idiom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceLinesTest {
  private static final String KOTLIN =
      """
      SMAP
      A.kt
      Kotlin
      *S Kotlin
      *F
      + 1 A.kt
      a/A
      + 2 Maps.kt
      kotlin/MapsKt
      *L
      1#1,100:1
      381#2,7:101
      *S KotlinDebug
      *F
      + 1 A.kt
      a/A
      *L
      30#1:101,7
      58#1:108
      *E
      """;

  @Test
  void linesOfInlineFunctionsAreThoseOfTheirCalls() {
    SourceLines lines = new SourceLines(KOTLIN);

    assertThat(lines.of(101)).isEqualTo(30);
    assertThat(lines.of(107)).isEqualTo(30);
    assertThat(lines.of(108)).isEqualTo(58);
    assertThat(lines.of(29)).isEqualTo(29);
    assertThat(lines.of(109)).isEqualTo(109);
  }

  @Test
  void whatIsNotUnderstoodChangesNothing() {
    assertThat(new SourceLines(null).of(7)).isEqualTo(7);
    assertThat(new SourceLines("SMAP\n").of(7)).isEqualTo(7);
    assertThat(new SourceLines("*S KotlinDebug\n*L\nx#1:7\n:\n5#1:y,z\n").of(7)).isEqualTo(7);
  }
}
