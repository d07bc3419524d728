package io.tallyfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a write does when the entry is no longer what was read. */
class RepeatsTest {
  private static final int NO_SITE = -1;

  static List<Map<Object, Object>> maps() {
    return List.of(new HashMap<>(), new ConcurrentHashMap<>());
  }

  @ParameterizedTest
  @MethodSource("maps")
  void storesWhereNothingChanged(Map<Object, Object> map) {
    map.put("k", 3);

    assertThat(put(map, 6, 3, null, 0)).isEqualTo(3);
    assertThat(map).containsEntry("k", 6);
  }

  @ParameterizedTest
  @MethodSource("maps")
  void calculatesFromWhatIsThere(Map<Object, Object> map) {
    map.put("k", 4);

    Object result = put(map, 6, 3, null, 0);

    assertThat(Repeats.isChanged(result)).isTrue();
    assertThat(Repeats.now(result)).isEqualTo(4);
    assertThat(map).containsEntry("k", 4);
  }

  @ParameterizedTest
  @MethodSource("maps")
  void goesOnFromTheDefaultWhereTheEntryWasRemoved(Map<Object, Object> map) {
    Object result = put(map, 6, 3, 1, 0);

    assertThat(Repeats.isChanged(result)).isTrue();
    assertThat(Repeats.now(result)).isEqualTo(1);
    assertThat(map).isEmpty();
    assertThat(put(map, 6, 1, 1, 0)).isNull();
    assertThat(map).containsEntry("k", 6);
  }

  @ParameterizedTest
  @MethodSource("maps")
  void storesWhereTheEntryWasRemovedAndNobodyAsksForNull(Map<Object, Object> map) {
    assertThat(put(map, 6, 3, null, 0)).isNull();
    assertThat(map).containsEntry("k", 6);
  }

  @ParameterizedTest
  @MethodSource("maps")
  void goesBackWhereTheCodeAsksForNull(Map<Object, Object> map) {
    assertThat(Repeats.isChanged(put(map, 6, 3, null, Repeats.FROM_NOTHING))).isTrue();
    map.put("k", 5);
    assertThat(Repeats.isChanged(put(map, 100, null, null, Repeats.FROM_NOTHING))).isTrue();
    assertThat(map).containsEntry("k", 5);
  }

  @ParameterizedTest
  @MethodSource("maps")
  void storesOverAnotherTypeAsTheOriginalDoes(Map<Object, Object> map) {
    map.put("k", 4L);

    assertThat(put(map, 6, 3, null, Repeats.FROM_NOTHING)).isEqualTo(4L);
    assertThat(map).containsEntry("k", 6);
  }

  @ParameterizedTest
  @MethodSource("maps")
  void isAPlainWriteToAnotherEntry(Map<Object, Object> map) {
    map.put("k", 4);

    assertThat(Repeats.put(map, "k", 6, 3, null, map, "other", 0, 0, NO_SITE)).isEqualTo(4);
    assertThat(Repeats.put(map, "k", 7, 3, null, Map.of(), "k", 0, 0, NO_SITE)).isEqualTo(6);
    assertThat(map).containsEntry("k", 7);
  }

  @ParameterizedTest
  @MethodSource("maps")
  void replacesOnlyWhatIsThere(Map<Object, Object> map) {
    assertThat(put(map, 6, 3, null, How.REPLACE)).isNull();
    assertThat(map).isEmpty();
  }

  private static Object put(
      Map<Object, Object> map, Object written, Object seen, Object otherwise, int how) {
    return Repeats.put(map, "k", written, seen, otherwise, map, "k", how, 0, NO_SITE);
  }
}
