package io.tallyfast.demo.result;

import java.util.List;
import org.HdrHistogram.Histogram;

/** Results of runs, made up. Stateless. */
public final class Runs {

  private Runs() {}

  /** A run that lost so many of a hundred counts. */
  public static RunResult run(boolean agent, int lost) {
    return run(
        agent,
        new Counter("stats.memories_stored", Counter.Kind.COUNT, 100, 100 - lost, lost),
        new Counter("stats.bytes_stored", Counter.Kind.AMOUNT, 100.5, 100.5, 0));
  }

  /** A run of four requests with these statistics. */
  public static RunResult run(boolean agent, Counter... counters) {
    List<Counter> all = List.of(counters);
    double lost = agent ? 0 : all.stream().mapToDouble(Counter::lost).sum();
    Watch watch = new Watch(List.of(new Sample(0, 0, 0), new Sample(1, 50, lost / 2)), List.of());
    Histogram latencies = new Histogram(3);
    latencies.recordValue(1000);
    return new RunResult(agent, 4, List.of(), 2, all, watch, latencies);
  }

  /** The same run, in which calls failed and those who watched saw this. */
  public static RunResult with(RunResult run, List<String> failures, Watch watch) {
    return new RunResult(
        run.agent(),
        run.requests(),
        failures,
        run.seconds(),
        run.counters(),
        watch,
        run.latencies());
  }
}
