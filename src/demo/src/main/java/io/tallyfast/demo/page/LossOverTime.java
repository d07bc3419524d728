package io.tallyfast.demo.page;

import io.tallyfast.demo.page.Plot.Point;
import io.tallyfast.demo.result.RunResult;
import io.tallyfast.demo.result.Sample;
import java.util.ArrayList;
import java.util.List;

/** What was lost so far, as a line over the time of the load. Stateless. */
final class LossOverTime {

  private LossOverTime() {}

  static void write(Html html, RunResult without, RunResult with) {
    Scale height =
        Scale.upTo(points(without).stream().mapToDouble(Sample::missing).max().orElse(0));
    Scale width = Scale.upTo(Math.max(without.seconds(), with.seconds()));
    Plot plot = new Plot(html, label(without, with));
    height.marks().forEach(mark -> plot.level(height.fraction(mark), Numbers.plain(mark)));
    width.marks().forEach(mark -> plot.mark(width.fraction(mark), Numbers.plain(mark)));
    plot.axis("seconds of load");
    line(plot, "without", without, width, height);
    line(plot, "with", with, width, height);
    plot.close();
  }

  private static void line(Plot plot, String style, RunResult run, Scale width, Scale height) {
    List<Point> line = new ArrayList<>();
    for (Sample sample : points(run)) {
      line.add(new Point(width.fraction(sample.seconds()), height.fraction(sample.missing())));
    }
    plot.line(style, line);
    Point last = line.get(line.size() - 1);
    plot.name(style, last, true, style + " the agent");
  }

  /** The samples, and the end, when everything has arrived. */
  private static List<Sample> points(RunResult run) {
    List<Sample> all = new ArrayList<>(run.watch().samples());
    all.add(new Sample(run.seconds(), run.toCount(), run.notCounted()));
    return all;
  }

  private static String label(RunResult without, RunResult with) {
    return "Lost counts over time: without the agent up to %s, with the agent up to %s"
        .formatted(most(without), most(with));
  }

  private static String most(RunResult run) {
    return Numbers.plain(points(run).stream().mapToDouble(Sample::missing).max().orElse(0));
  }
}
