package com.acme.memory.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

  @Test
  void readsWhatIsThere() {
    Arguments arguments =
        new Arguments(Map.of("text", "t", "number", 3.0, "list", List.of("a", "b", "a")));

    assertThat(arguments.text("text", 1)).isEqualTo("t");
    assertThat(arguments.number("number", 1, 3, 2)).isEqualTo(3);
    assertThat(arguments.texts("list", 3, 1)).containsExactly("a", "b");
  }

  @Test
  void fallsBackWhereThatIsAllowed() {
    Arguments none = new Arguments(null);

    assertThat(none.number("number", 1, 3, 2)).isEqualTo(2);
    assertThat(none.texts("list", 1, 1)).isEmpty();
    assertThatThrownBy(() -> none.text("text", 1)).isInstanceOf(BadRequestException.class);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 4, 1.5, 1e300, Double.NaN})
  void refusesOtherNumbers(double value) {
    Arguments arguments = new Arguments(Map.of("number", value));

    assertThatThrownBy(() -> arguments.number("number", 1, 3, 2))
        .isInstanceOf(BadRequestException.class)
        .hasMessageStartingWith("number must be a whole number from 1 to 3");
  }

  @Test
  void refusesListsOfOtherThings() {
    for (Object list : List.of(List.of(1), List.of(" "), List.of("long"), List.of("a", "b", "c"))) {
      Arguments arguments = new Arguments(Map.of("list", list));

      assertThatThrownBy(() -> arguments.texts("list", 2, 3))
          .isInstanceOf(BadRequestException.class);
    }
  }

  @Test
  void refusesUnknownNames() {
    Arguments arguments = new Arguments(Map.of("known", 1, "unknown", 2));

    assertThatThrownBy(() -> arguments.allow(Set.of("known")))
        .hasMessage("there is no argument unknown");
  }
}
