package io.tallyfast.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Compares what the statistics must say with what they say. Stateless. */
final class Counters {

  /** The statistics whose new value the server computes by waiting or by writing to its index. */
  static final Set<String> AFFECTED =
      Set.of(
          "stats.memories_stored",
          "stats.memories_retrieved",
          "stats.memories_deleted",
          "stats.queries_processed",
          "stats.tokens_embedded",
          "stats.bytes_stored",
          "times.query_micros");

  /** Statistics per tag and per tool: their entry is the last or the last but one name. */
  private static final Pattern ENTRY =
      Pattern.compile(
          "(tags\\.\\w+|usage|tools\\.calls|tools\\.kilobytes|tools\\.latency)\\.\\w+(.*)");

  private Counters() {}

  /**
   * Returns one counter for each expected statistic, with entries per tag and per tool put
   * together.
   *
   * @param expected by path
   * @param status the reply of {@code get_status}; a missing entry counts as 0
   */
  static List<Counter> compare(Map<String, Double> expected, Map<String, Object> status) {
    Map<String, Counter> counters = new LinkedHashMap<>();
    expected.forEach(
        (path, value) -> {
          String name = ENTRY.matcher(path).replaceFirst("$1.*$2");
          double counted = counted(status, path);
          Counter counter =
              new Counter(name, AFFECTED.contains(name), value, counted, Math.abs(value - counted));
          counters.merge(name, counter, Counters::sum);
        });
    return List.copyOf(counters.values());
  }

  private static Counter sum(Counter one, Counter other) {
    return new Counter(
        one.name(),
        one.affected(),
        one.expected() + other.expected(),
        one.counted() + other.counted(),
        one.lost() + other.lost());
  }

  private static double counted(Map<String, Object> status, String path) {
    Object value = status;
    for (String name : path.split("\\.", -1)) {
      value = value instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return value instanceof Number number ? number.doubleValue() : 0;
  }
}
