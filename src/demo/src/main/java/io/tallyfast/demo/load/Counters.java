package io.tallyfast.demo.load;

import io.tallyfast.demo.load.Expectation.Expected;
import io.tallyfast.demo.result.Counter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Compares what the statistics must say with what they say. Stateless. */
final class Counters {

  /** Statistics with an entry per tag, tool, word or memory: the name behind these paths. */
  private static final Pattern ENTRY =
      Pattern.compile(
          "(tags\\.\\w+|usage|tools\\.calls|tools\\.kilobytes|tools\\.latency|expander\\.terms"
              + "|reranker\\.firsts|uses\\.by_memory|conversations\\.by_session"
              + "|conversations\\.by_role|suggestions\\.made|suggestions\\.accepted|changes\\.kinds"
              + "|docstrings\\.failures|docstrings\\.kinds|git\\.authors|git\\.changes"
              + "|git\\.repositories|files\\.events|files\\.sizes)\\.[^.]+(.*)");

  private Counters() {}

  /**
   * Returns one counter for each expected statistic, with entries per tag and per tool put
   * together.
   *
   * @param status the reply of {@code get_status}; a missing entry counts as 0
   */
  static List<Counter> compare(Expectation expectation, Map<String, Object> status) {
    Map<String, Counter> counters = new LinkedHashMap<>();
    expectation
        .values()
        .forEach(
            (path, expected) -> {
              Counter counter = counter(path, expected, counted(status, path));
              counters.merge(counter.name(), counter, Counters::sum);
            });
    return List.copyOf(counters.values());
  }

  private static Counter counter(String path, Expected expected, double counted) {
    return new Counter(
        ENTRY.matcher(path).replaceFirst("$1.*$2"),
        expected.kind(),
        expected.value(),
        counted,
        Math.abs(expected.value() - counted));
  }

  private static Counter sum(Counter one, Counter other) {
    return new Counter(
        one.name(),
        one.kind(),
        one.expected() + other.expected(),
        one.counted() + other.counted(),
        one.lost() + other.lost());
  }

  /** Returns what the statistic at this path says; 0 if there is none. */
  static double counted(Map<String, Object> status, String path) {
    Object value = status;
    for (String name : path.split("\\.", -1)) {
      value = element(value, name);
    }
    return value instanceof Number number ? number.doubleValue() : 0;
  }

  private static Object element(Object value, String name) {
    if (value instanceof List<?> list) {
      return list.get(Integer.parseInt(name));
    }
    return value instanceof Map<?, ?> map ? map.get(name) : null;
  }
}
