package io.tallyfast.demo;

import io.tallyfast.demo.result.AgentOutcome;
import io.tallyfast.demo.result.Counter;
import io.tallyfast.demo.result.ModuleResult;
import io.tallyfast.demo.result.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes {@code demo.json}. Stateless. */
final class DemoReport {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final double[] PERCENTILES = {50, 90, 99, 99.9, 100};

  private DemoReport() {}

  /**
   * Writes the runs, so that a reader sees the whole file or the one before.
   *
   * @param runs in their order
   * @param outcome what the agent said of the run with it; null if there was none
   */
  static void write(Path file, List<RunResult> runs, AgentOutcome outcome) throws IOException {
    List<Map<String, Object>> list = new ArrayList<>();
    for (RunResult run : runs) {
      list.add(run(run, run.agent() ? outcome : null));
    }
    Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
    Files.writeString(temporary, JSON.writeValueAsString(Map.of("runs", list)) + "\n");
    Files.move(
        temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static Map<String, Object> run(RunResult run, AgentOutcome outcome) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("agent", run.agent());
    json.put("requests", run.requests());
    json.put("failures", run.failures());
    json.put("seconds", run.seconds());
    json.put("modules", run.modules().stream().map(DemoReport::module).toList());
    json.put("counters", run.counters().stream().map(DemoReport::counter).toList());
    json.put("expected", number(run.expected()));
    json.put("counted", number(run.counted()));
    json.put("lost", number(run.lost()));
    json.put("toCount", number(run.toCount()));
    json.put("notCounted", number(run.notCounted()));
    json.put("lostPercent", run.lostPercent());
    json.put("watch", run.watch());
    json.put("latencyMicros", percentiles(run.latencies()));
    if (outcome != null) {
      json.put("guardedSites", outcome.guardedSites());
      json.put("preventedLostUpdates", outcome.prevented());
      json.put("sites", outcome.sites());
    }
    return json;
  }

  private static Map<String, Object> module(ModuleResult module) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", module.name());
    json.put("counters", module.counters().size());
    json.put("wrong", module.wrong());
    json.put("expected", number(module.expected()));
    json.put("lost", number(module.lost()));
    return json;
  }

  private static Map<String, Long> percentiles(Histogram latencies) {
    Map<String, Long> json = new LinkedHashMap<>();
    for (double percentile : PERCENTILES) {
      json.put(String.valueOf(percentile), latencies.getValueAtPercentile(percentile));
    }
    return json;
  }

  private static Map<String, Object> counter(Counter counter) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", counter.name());
    json.put("kind", counter.kind());
    json.put("expected", number(counter.expected()));
    json.put("counted", number(counter.counted()));
    json.put("lost", number(counter.lost()));
    return json;
  }

  /** A whole number is written as one, without a decimal point. */
  private static Number number(double value) {
    return value == Math.rint(value) ? (Number) (long) value : (Number) value;
  }
}
