package io.tallyfast.idiom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceLinesTest {
  private static final String KOTLIN =
      "SMAP\nA.kt\nKotlin\n*S Kotlin\n*F\n+ 1 A.kt\na/A\n+ 2 Maps.kt\nkotlin/MapsKt\n*L\n1#1,100:1\n"
          + "381#2,7:101\n*S KotlinDebug\n*F\n+ 1 A.kt\na/A\n*L\n30#1:101,7\n58#1:108\n*E\n";

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
