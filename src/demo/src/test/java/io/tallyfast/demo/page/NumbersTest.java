package io.tallyfast.demo.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {

  @Test
  void showsDecimalsOnlyIfThereAreSome() {
    assertThat(Numbers.plain(1_234_567)).isEqualTo("1,234,567");
    assertThat(Numbers.plain(2642.4391)).isEqualTo("2,642.439");
    assertThat(Numbers.plain(99.9)).isEqualTo("99.9");
  }

  @Test
  void neverShowsALittleAsNothingNorAlmostAllAsAll() {
    assertThat(Numbers.percent(0)).isEqualTo("0%");
    assertThat(Numbers.percent(0.01)).isEqualTo("< 0.1%");
    assertThat(Numbers.percent(46.07)).isEqualTo("46.1%");
    assertThat(Numbers.percent(99.99)).isEqualTo("> 99.9%");
    assertThat(Numbers.percent(100)).isEqualTo("100%");
  }

  @Test
  void choosesTheUnitOfTimes() {
    assertThat(Numbers.millis(1_240)).isEqualTo("1.2 ms");
    assertThat(Numbers.millis(73_400)).isEqualTo("73 ms");
    assertThat(Numbers.millis(3_125_000)).isEqualTo("3.1 s");
    assertThat(Numbers.millis(0)).isEqualTo("0 ms");
  }
}
