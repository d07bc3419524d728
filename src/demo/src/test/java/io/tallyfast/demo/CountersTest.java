package io.tallyfast.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CountersTest {

  @Test
  void findsWhatWasLost() {
    List<Counter> counters =
        Counters.compare(
            Map.of("stats.memories_stored", 10.0),
            Map.of("stats", Map.of("memories_stored", 7, "other", 3)));

    assertThat(counters).containsExactly(new Counter("stats.memories_stored", true, 10, 7, 3));
    assertThat(counters.get(0).lostPercent()).isEqualTo(30);
  }

  @Test
  void putsEntriesOfTagsAndToolsTogether() {
    Map<String, Double> expected =
        Map.of(
            "tags.stored.a", 5.0,
            "tags.stored.b", 5.0,
            "tools.latency.query.micros", 8.0,
            "tools.latency.query.count", 2.0);
    Map<String, Object> status =
        Map.of(
            "tags", Map.of("stored", Map.of("a", 4, "b", 6)),
            "tools", Map.of("latency", Map.of("query", Map.of("micros", 8, "count", 2))));

    assertThat(Counters.compare(expected, status))
        .containsExactlyInAnyOrder(
            // One too few and one too many are two mistakes, not none.
            new Counter("tags.stored.*", false, 10, 10, 2),
            new Counter("tools.latency.*.micros", false, 8, 8, 0),
            new Counter("tools.latency.*.count", false, 2, 2, 0));
  }

  @Test
  void countsAMissingEntryAsZero() {
    assertThat(Counters.compare(Map.of("tags.found.a", 2.0), Map.of()))
        .containsExactly(new Counter("tags.found.*", false, 2, 0, 2));
  }
}
