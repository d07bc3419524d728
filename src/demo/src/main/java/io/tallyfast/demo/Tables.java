package io.tallyfast.demo;

import io.tallyfast.demo.result.AgentOutcome;
import io.tallyfast.demo.result.Counter;
import io.tallyfast.demo.result.ModuleResult;
import io.tallyfast.demo.result.RunResult;
import java.io.PrintStream;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Prints results for people. For one thread. */
final class Tables {

  private final PrintStream out;

  Tables(PrintStream out) {
    this.out = out;
  }

  /** Prints what one run expected, counted and lost. */
  void run(RunResult run) {
    line("");
    line("%-34s %15s %15s %12s %8s", "counter", "expected", "counted", "lost", "lost %");
    for (Counter counter : run.counters()) {
      line(
          "%-34s %15s %15s %12s %7.2f%%",
          counter.name(),
          number(counter.expected()),
          number(counter.counted()),
          number(counter.lost()),
          counter.lostPercent());
    }
    line(
        "%d requests in %.1f s (%.0f per second); %.0f of %.0f counts were lost (%.1f%%).",
        run.requests(),
        run.seconds(),
        run.requests() / run.seconds(),
        run.notCounted(),
        run.toCount(),
        run.lostPercent());
    run.failures().forEach(failure -> line("FAILED %s", failure));
  }

  /** Prints the two runs side by side. */
  void both(RunResult without, RunResult with) {
    line("");
    line("%-34s | %-25s | %-25s", "", "without the agent", "with the agent");
    line("%-34s | %15s %9s | %15s %9s", "counter", "expected", "lost", "expected", "lost");
    IntStream.range(0, without.counters().size())
        .forEach(i -> pair(without.counters().get(i), with.counters()));
    line("Times and bytes differ between runs.");
  }

  /** Prints what each module lost in the two runs. */
  void modules(RunResult without, RunResult with) {
    line("");
    line("%-20s %9s %10s %18s %18s", "module", "counters", "to count", "lost without", "lost with");
    for (ModuleResult module : without.modules()) {
      with.modules().stream()
          .filter(other -> other.name().equals(module.name()))
          .forEach(other -> pair(module, other));
    }
  }

  private void pair(ModuleResult without, ModuleResult with) {
    line(
        "%-20s %9d %10s %9s (%5.1f%%) %9s (%5.1f%%)",
        without.name(),
        without.counters().size(),
        number(without.expected()),
        number(without.lost()),
        without.lostPercent(),
        number(with.lost()),
        with.lostPercent());
  }

  private void pair(Counter without, List<Counter> others) {
    Counter with =
        others.stream()
            .filter(other -> other.name().equals(without.name()))
            .findFirst()
            .orElse(null);
    line(
        "%-34s | %15s %9s | %15s %9s",
        without.name(),
        number(without.expected()),
        number(without.lost()),
        with == null ? "-" : number(with.expected()),
        with == null ? "-" : number(with.lost()));
  }

  /** Prints between what bounds the loss was in several runs. */
  void range(List<RunResult> runs) {
    DoubleSummaryStatistics means =
        runs.stream().mapToDouble(RunResult::lostPercent).summaryStatistics();
    line("");
    line(
        "Over %d runs %.1f%% to %.1f%% of what happened was not counted.",
        runs.size(), means.getMin(), means.getMax());
  }

  /** Prints what the agent did, and where. */
  void agent(AgentOutcome outcome) {
    line("");
    line(
        "The agent guarded %d sites in %d classes and prevented %d lost updates:",
        outcome.guardedSites(), outcome.classes(), outcome.prevented());
    List<AgentOutcome.Site> busy =
        outcome.sites().stream().filter(site -> site.prevented() > 0).toList();
    busy.forEach(site -> line("%9d at %s", site.prevented(), site.place()));
    line("          and none at %d others.", outcome.sites().size() - busy.size());
  }

  /** Prints one line, formatted the same everywhere. */
  void line(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.3f", value);
  }
}
