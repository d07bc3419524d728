package io.tallyfast.demo;

import io.tallyfast.demo.load.Steps;
import java.io.PrintStream;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar on standard error; in a log file, a line every few seconds. Thread-safe. */
final class Progress implements Steps, AutoCloseable {

  private static final int LOG_MILLIS = 5_000;
  private static final int LOG_WIDTH = 100;

  private final ProgressBar bar;

  /** Shows a bar. */
  Progress(String task, PrintStream err) {
    ProgressBarBuilder builder =
        new ProgressBarBuilder().setTaskName(task).setStyle(ProgressBarStyle.ASCII).showSpeed();
    if (!hasTerminal()) {
      builder
          .setUpdateIntervalMillis(LOG_MILLIS)
          .setConsumer(new DelegatingProgressBarConsumer(err::println, LOG_WIDTH));
    }
    bar = builder.build();
  }

  /** A log without a terminal type cannot move its cursor back to draw the bar again. */
  private static boolean hasTerminal() {
    String type = System.getenv("TERM");
    return type != null && !type.equals("dumb");
  }

  @Override
  public void planned(int steps) {
    bar.maxHint(steps);
  }

  @Override
  public void step() {
    bar.step();
  }

  @Override
  public void close() {
    bar.close();
  }
}
