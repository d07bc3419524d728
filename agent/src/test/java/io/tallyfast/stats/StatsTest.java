package io.tallyfast.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StatsTest {
  @Test
  void createsAnEntryOfTheTypeThatIsAdded() {
    Map<String, Object> stats = new HashMap<>();

    assertThat(Stats.increment(stats, "int")).isEqualTo(1);
    assertThat(Stats.increment(stats, "long", 2L)).isEqualTo(2L);
    assertThat(Stats.increment(stats, "double", 0.5)).isEqualTo(0.5);

    assertThat(stats).isEqualTo(Map.of("int", 1, "long", 2L, "double", 0.5));
  }

  @Test
  void keepsTheTypeThatIsThere() {
    Map<String, Object> stats = new HashMap<>();
    stats.put("int", 1);
    stats.put("long", 1L);
    stats.put("short", (short) 1);
    stats.put("byte", (byte) 1);
    stats.put("float", 1f);
    stats.put("double", 1.0);
    stats.put("big", BigInteger.ONE);
    stats.put("decimal", BigDecimal.ONE);

    for (String key : List.copyOf(stats.keySet())) {
      Stats.increment(stats, key, 2L);
      Stats.increment(stats, key, 3.0);
    }

    assertThat(stats)
        .containsEntry("int", 6)
        .containsEntry("long", 6L)
        .containsEntry("short", (short) 6)
        .containsEntry("byte", (byte) 6)
        .containsEntry("float", 6f)
        .containsEntry("double", 6.0)
        .containsEntry("big", BigInteger.valueOf(6));
    assertThat((BigDecimal) stats.get("decimal")).isEqualByComparingTo("6");
  }

  @Test
  void theMapsTypeChoosesTheMethod() {
    Map<String, Long> longs = new TreeMap<>();

    Stats.increment(longs, "a", 1);

    assertThat(longs.get("a")).isEqualTo(1L);
  }

  @Test
  void countsFromAnEntryThatIsNull() {
    Map<String, Integer> stats = new HashMap<>();
    stats.put("a", null);

    assertThat(Stats.increment(stats, "a", 7)).isEqualTo(7);
  }

  @Test
  void wrapsAround() {
    Map<String, Integer> stats = new HashMap<>(Map.of("a", Integer.MAX_VALUE));

    assertThat(Stats.increment(stats, "a")).isEqualTo(Integer.MIN_VALUE);
  }

  @Test
  void changesNothingWhenItCannotAdd() {
    Map<String, Object> stats = new HashMap<>(Map.of("text", "x", "int", 1));

    assertThatThrownBy(() -> Stats.increment(stats, "text")).isInstanceOf(ClassCastException.class);
    assertThatThrownBy(() -> Stats.increment(stats, "int", 0.5))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("cannot add 0.5 to a whole number");

    assertThat(stats).isEqualTo(Map.of("text", "x", "int", 1));
    assertThatThrownBy(() -> Stats.increment(null, "a")).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> Stats.snapshot(null)).isInstanceOf(NullPointerException.class);
  }

  @Test
  void setsAndSaysWhatWasThere() {
    Map<String, String> stats = new HashMap<>();

    assertThat(Stats.set(stats, "last", "now")).isNull();
    assertThat(Stats.set(stats, "last", "then")).isEqualTo("now");
    assertThat(stats).containsEntry("last", "then");
  }

  @Test
  void aSnapshotIsTheCallersOwn() {
    Map<String, Integer> inner = new HashMap<>(Map.of("x", 1));
    Map<String, Object> stats = new HashMap<>(Map.of("inner", inner, "n", 1));

    Map<String, Object> copy = Stats.snapshot(stats);
    copy.put("n", 2);
    inner.put("x", 2);

    assertThat(stats).containsEntry("n", 1);
    assertThat(copy.get("inner")).isEqualTo(Map.of("x", 1));
  }

  @Test
  void aSnapshotKeepsTheOrder() {
    Map<String, Integer> sorted = new TreeMap<>(Comparator.reverseOrder());
    Map<String, Integer> linked = new LinkedHashMap<>();
    for (String key : List.of("b", "c", "a")) {
      sorted.put(key, 1);
      linked.put(key, 1);
    }

    assertThat(Stats.snapshot(sorted).keySet()).containsExactly("c", "b", "a");
    assertThat(Stats.snapshot(linked).keySet()).containsExactly("b", "c", "a");
    assertThat(Stats.snapshot(new ConcurrentSkipListMap<>(sorted))).isInstanceOf(TreeMap.class);
    assertThat(Stats.snapshot(new EnumMap<>(Map.of(TimeUnit.DAYS, 1)))).isInstanceOf(EnumMap.class);
    assertThat(Stats.snapshot(Collections.synchronizedMap(linked))).isEqualTo(linked);
  }

  @Test
  void aBatchHoldsTheLockOfTheMap() {
    Map<String, Integer> stats = new HashMap<>();

    Stats.batch(stats, () -> Stats.set(stats, "held", Thread.holdsLock(stats) ? 1 : 0));

    assertThat(stats).containsEntry("held", 1);
    assertThatThrownBy(() -> Stats.batch(new ConcurrentHashMap<>(), () -> {}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
