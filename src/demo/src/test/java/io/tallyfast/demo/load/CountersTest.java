package io.tallyfast.demo.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.demo.result.Counter;
import io.tallyfast.demo.result.Counter.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CountersTest {

  private final Expectation expected = new Expectation();

  @Test
  void findsWhatWasLost() {
    expected.count("stats.memories_stored", 10);

    List<Counter> counters =
        Counters.compare(expected, Map.of("stats", Map.of("memories_stored", 7, "other", 3)));

    assertThat(counters)
        .containsExactly(new Counter("stats.memories_stored", Kind.COUNT, 10, 7, 3));
    assertThat(counters.get(0).lostPercent()).isEqualTo(30);
  }

  @Test
  void putsEntriesOfTagsAndToolsTogether() {
    expected.count("tags.stored.a", 5);
    expected.count("tags.stored.b", 5);
    expected.amount("tools.latency.query.micros", 8);
    expected.count("tools.latency.query.count", 2);
    Map<String, Object> status =
        Map.of(
            "tags", Map.of("stored", Map.of("a", 4, "b", 6)),
            "tools", Map.of("latency", Map.of("query", Map.of("micros", 8, "count", 2))));

    assertThat(Counters.compare(expected, status))
        .containsExactlyInAnyOrder(
            // One too few and one too many are two mistakes, not none.
            new Counter("tags.stored.*", Kind.COUNT, 10, 10, 2),
            new Counter("tools.latency.*.micros", Kind.AMOUNT, 8, 8, 0),
            new Counter("tools.latency.*.count", Kind.COUNT, 2, 2, 0));
  }

  @Test
  void countsAMissingEntryAsZero() {
    expected.count("tags.found.a", 2);

    assertThat(Counters.compare(expected, Map.of()))
        .containsExactly(new Counter("tags.found.*", Kind.COUNT, 2, 0, 2));
  }
}
