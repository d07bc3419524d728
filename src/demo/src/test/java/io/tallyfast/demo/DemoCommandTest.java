package io.tallyfast.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoCommandTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--clients=0",
        "--clients=many",
        "--requests=3 --clients=4",
        "--measure=-1",
        "--jdk=nowhere",
        "--server=nowhere.jar",
        "--unknown",
        "word"
      })
  void refusesWrongUsage(String arguments) {
    assertThat(DemoCommand.execute(arguments.split(" ", -1))).isEqualTo(2);
  }

  @Test
  void failsTheBuildThatRunsIt() {
    assertThatThrownBy(() -> InMaven.main(new String[] {"--unknown"}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("status 2");
  }
}
