package io.tallyfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The short way for a HashMap does what the long way does for any other map. */
class SumsTest {
  static Stream<Map<Object, Object>> maps() {
    return Stream.of(new HashMap<>(), new LinkedHashMap<>());
  }

  @ParameterizedTest
  @MethodSource("maps")
  void addsToWhatIsThere(Map<Object, Object> map) {
    map.put("int", 41);
    map.put("long", 1L << 40);

    assertThat(Sums.add(map, "int", 1)).isEqualTo(41);
    assertThat(Sums.add(map, "long", 1L)).isEqualTo(1L << 40);
    assertThat(Sums.add(map, "int", -2, 7)).isEqualTo(42);
    assertThat(Sums.add(map, "long", 1L, 7L)).isEqualTo((1L << 40) + 1);
    assertThat(map).containsEntry("int", 40).containsEntry("long", (1L << 40) + 2);
  }

  @ParameterizedTest
  @MethodSource("maps")
  void leavesWhatIsNoNumberOfTheType(Map<Object, Object> map) {
    map.put("text", "1");
    map.put("null", null);
    map.put(null, 1);

    assertThat(Sums.add(map, "text", 1)).isEqualTo("1");
    assertThat(Sums.add(map, "text", 1L, 0L)).isEqualTo("1");
    assertThat(Sums.add(map, "null", 1)).isNull();
    assertThat(Sums.add(map, "null", 1, 5)).isNull();
    assertThat(Sums.add(map, "missing", 1)).isNull();
    assertThat(Sums.add(map, null, 1)).isEqualTo(1);
    assertThat(map).containsEntry("text", "1").containsEntry("null", null).containsEntry(null, 2);
    assertThat(map).hasSize(3);
  }

  @ParameterizedTest
  @MethodSource("maps")
  void beginsFromTheDefault(Map<Object, Object> map) {
    assertThat(Sums.add(map, "int", 1, 10)).isEqualTo(10);
    assertThat(Sums.add(map, "long", 1L, 10L)).isEqualTo(10L);
    assertThat(map).containsEntry("int", 11).containsEntry("long", 11L).hasSize(2);
  }
}
