package io.tallyfast.demo.page;

import io.tallyfast.demo.result.Counter;
import io.tallyfast.demo.result.ModuleResult;
import io.tallyfast.demo.result.RunResult;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Each statistic as bars: what was expected, and what was counted in each run. Stateless. */
final class Bars {

  private Bars() {}

  static void write(Html html, RunResult without, RunResult with) {
    Map<String, Counter> others =
        with.counters().stream().collect(Collectors.toMap(Counter::name, Function.identity()));
    for (ModuleResult module : worstFirst(without)) {
      html.open("section", "class", "module");
      heading(html, module);
      for (Counter counter : module.counters()) {
        counter(html, counter, others.get(counter.name()));
      }
      html.close("section");
    }
  }

  private static void heading(Html html, ModuleResult module) {
    html.open("h3").text(module.name());
    html.text("span", Numbers.percent(module.lostPercent()) + " lost without", "class", "note");
    html.close("h3");
  }

  private static void counter(Html html, Counter without, Counter with) {
    html.open("div", "class", "counter");
    html.text("h4", title(without));
    bar(html, "without", without);
    if (with != null) {
      bar(html, "with", with);
    }
    html.close("div");
  }

  /** The name without the module, which stands above. */
  private static String title(Counter counter) {
    String title = counter.name().substring(counter.name().indexOf('.') + 1);
    return title.equals("*") ? counter.name() : title;
  }

  private static void bar(Html html, String style, Counter counter) {
    double share = counter.expected() == 0 ? 1 : counter.counted() / counter.expected();
    html.open("div", "class", "bar");
    html.open("svg", "aria-hidden", "true", "class", "track");
    html.empty("rect", "class", "expected", "width", "100%", "height", "100%");
    html.empty(
        "rect",
        "class",
        style,
        "width",
        Numbers.at(100 * Math.min(1, share)) + "%",
        "height",
        "100%");
    html.close("svg");
    html.text("span", said(counter), "class", "said");
    html.text("span", lost(counter), "class", counter.lost() == 0 ? "exact" : "lost");
    html.close("div");
  }

  private static String said(Counter counter) {
    return Numbers.plain(counter.counted()) + " of " + Numbers.plain(counter.expected());
  }

  private static String lost(Counter counter) {
    if (counter.lost() == 0) {
      return "exact";
    }
    return counter.lostPercent() < 0.1
        ? "−" + Numbers.plain(counter.lost())
        : "−" + Numbers.percent(counter.lostPercent());
  }

  private static List<ModuleResult> worstFirst(RunResult run) {
    return run.modules().stream()
        .sorted(Comparator.comparingDouble(ModuleResult::lostPercent).reversed())
        .toList();
  }

  /** The modules side by side, the worst first. */
  static void overview(Html html, RunResult without, RunResult with) {
    List<String> heads =
        List.of("module", "counters", "to count", "lost without", "of them", "", "with");
    html.open("table", "class", "modules-table").open("thead").open("tr");
    heads.forEach(head -> html.text("th", head, "scope", "col"));
    html.close("tr").close("thead").open("tbody");
    worstFirst(without).forEach(module -> row(html, module, with.modules()));
    html.close("tbody").close("table");
  }

  private static void row(Html html, ModuleResult module, List<ModuleResult> others) {
    ModuleResult other =
        others.stream().filter(m -> m.name().equals(module.name())).findFirst().orElseThrow();
    html.open("tr").text("th", module.name(), "scope", "row");
    html.text("td", module.wrong() + " of " + module.counters().size() + " wrong");
    html.text("td", Numbers.plain(module.expected()));
    html.text("td", Numbers.plain(module.lost()), "class", style(module));
    html.text("td", Numbers.percent(module.lostPercent()), "class", style(module));
    html.open("td", "class", "wide").open("svg", "aria-hidden", "true", "class", "track");
    html.empty("rect", "class", "expected", "width", "100%", "height", "100%");
    html.empty(
        "rect",
        "class",
        "without",
        "width",
        Numbers.at(seen(module.lostPercent())) + "%",
        "height",
        "100%");
    html.close("svg").close("td");
    html.text("td", said(other), "class", style(other));
    html.close("tr");
  }

  /** A little is shown as a little, not as nothing. */
  private static double seen(double percent) {
    return percent == 0 ? 0 : Math.max(percent, 0.6);
  }

  private static String said(ModuleResult module) {
    return module.wrong() == 0
        ? "exact"
        : Numbers.percent(module.lostPercent()) + ", " + module.wrong() + " wrong";
  }

  private static String style(ModuleResult module) {
    return module.wrong() == 0 ? "exact" : "lost";
  }
}
