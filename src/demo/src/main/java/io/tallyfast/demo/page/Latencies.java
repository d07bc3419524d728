package io.tallyfast.demo.page;

import io.tallyfast.demo.page.Plot.Point;
import io.tallyfast.demo.result.RunResult;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** How long requests took, by percentile. Stateless. */
final class Latencies {

  /** Each step to the right leaves out a tenth of what the one before left out. */
  private static final List<Double> MARKS = List.of(0.0, 90.0, 99.0, 99.9);

  private static final int POINTS = 120;
  private static final List<Double> TABLE = List.of(50.0, 90.0, 99.0, 99.9, 100.0);

  private Latencies() {}

  static void write(Html html, RunResult without, RunResult with) {
    double last = MARKS.get(MARKS.size() - 1);
    double most =
        Math.max(
            without.latencies().getValueAtPercentile(last),
            with.latencies().getValueAtPercentile(last));
    Scale height = Scale.upTo(most / 1000);
    Plot plot = new Plot(html, label(without.latencies(), with.latencies()));
    height.marks().forEach(mark -> plot.level(height.fraction(mark), Numbers.millis(1000 * mark)));
    MARKS.forEach(mark -> plot.mark(x(mark), name(mark)));
    plot.axis("percent of requests that took at most so long");
    line(plot, "without", without.latencies(), height);
    line(plot, "with", with.latencies(), height);
    plot.close();
    table(html, without.latencies(), with.latencies());
  }

  private static void line(Plot plot, String style, Histogram latencies, Scale height) {
    List<Point> line = new ArrayList<>();
    for (int i = 0; i <= POINTS; i++) {
      double x = (double) i / POINTS;
      double percentile = 100 * (1 - Math.pow(10, -x * (MARKS.size() - 1)));
      double millis = latencies.getValueAtPercentile(percentile) / 1000.0;
      line.add(new Point(x, Math.min(1, height.fraction(millis))));
    }
    plot.line(style, line);
  }

  private static double x(double percentile) {
    return -Math.log10(1 - percentile / 100) / (MARKS.size() - 1);
  }

  private static void table(Html html, Histogram without, Histogram with) {
    html.open("table").open("thead").open("tr").text("th", "requests", "scope", "col");
    TABLE.forEach(p -> html.text("th", name(p), "scope", "col"));
    html.close("tr").close("thead").open("tbody");
    row(html, "without", without);
    row(html, "with", with);
    html.close("tbody").close("table");
  }

  private static void row(Html html, String style, Histogram latencies) {
    html.open("tr").text("th", style, "scope", "row", "class", "key " + style);
    TABLE.forEach(p -> html.text("td", at(latencies, p)));
    html.close("tr");
  }

  private static String at(Histogram latencies, double percentile) {
    return Numbers.millis((double) latencies.getValueAtPercentile(percentile));
  }

  private static String name(double percentile) {
    return percentile == 100 ? "slowest" : Numbers.plain(percentile) + "%";
  }

  private static String label(Histogram without, Histogram with) {
    return "Percentiles of latency: half of the requests took at most %s without and %s with the agent"
        .formatted(at(without, 50), at(with, 50));
  }
}
