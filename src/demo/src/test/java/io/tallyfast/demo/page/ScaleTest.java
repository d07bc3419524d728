package io.tallyfast.demo.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleTest {

  @Test
  void hasRoundMarks() {
    assertThat(Scale.upTo(9.3).marks()).containsExactly(0.0, 2.0, 4.0, 6.0, 8.0, 10.0);
    assertThat(Scale.upTo(4_100).marks()).isEqualTo(List.of(0.0, 1e3, 2e3, 3e3, 4e3, 5e3));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.003, 0.99, 1, 7, 10, 51, 99.9, 1_234, 987_654_321})
  void reachesTheValue(double value) {
    Scale scale = Scale.upTo(value);

    assertThat(scale.fraction(value)).isBetween(0.0, 1.0 + 1e-9);
    assertThat(scale.marks()).hasSizeBetween(2, 6);
  }
}
