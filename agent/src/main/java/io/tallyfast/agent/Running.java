package io.tallyfast.agent;

import io.tallyfast.config.Answer;
import io.tallyfast.config.Request;
import io.tallyfast.rewrite.SiteTable;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The agent while it is on, and the one place that keeps hold of it. Thread-safe. Nothing here
 * refers to a class or a class loader of the application.
 */
final class Running {
  /** A class that loads this long is stuck, and would not be helped by waiting. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static volatile Running current;
  private static volatile int nextSite;

  private final Instrumentation instrumentation;
  private final GuardingTransformer transformer;
  private final Ledger ledger;
  private final SiteTable sites;
  private final Reporting reporting;
  private final Retransformer retransformer;
  private final Monitoring monitoring;
  private final ExitReport atExit;

  Running(
      Instrumentation instrumentation,
      GuardingTransformer transformer,
      Ledger ledger,
      SiteTable sites,
      Reporting reporting,
      Retransformer retransformer,
      Monitoring monitoring) {
    this.instrumentation = instrumentation;
    this.transformer = transformer;
    this.ledger = ledger;
    this.sites = sites;
    this.reporting = reporting;
    this.retransformer = retransformer;
    this.monitoring = monitoring;
    this.atExit = new ExitReport(reporting);
  }

  /** The agent that is on; null when none is. */
  static Running current() {
    return current;
  }

  /** The number of the first site that no agent of this JVM has numbered yet. */
  static int nextSite() {
    return nextSite;
  }

  /** From now on classes are looked at as they load. */
  void begin() {
    Runtime.getRuntime().addShutdownHook(atExit);
    instrumentation.addTransformer(transformer, true);
    current = this;
    monitoring.begin();
  }

  /** Says to whoever asks that all classes are looked at. */
  void announce() {
    System.setProperty(Request.VERSION_PROPERTY, TallyfastAgent.version());
  }

  /**
   * Turns the agent off: gives each class that it rewrote its own bytecode back, writes the report
   * and forgets everything. A method that runs just then ends in the rewritten code.
   */
  Answer detach() {
    try {
      if (!Runtime.getRuntime().removeShutdownHook(atExit)) {
        return new Answer(Answer.WRONG_STATE, "it is being turned off already");
      }
    } catch (IllegalStateException e) {
      return new Answer(Answer.WRONG_STATE, "the JVM is about to exit");
    }
    System.clearProperty(Request.VERSION_PROPERTY);
    instrumentation.removeTransformer(transformer);
    boolean quiet = transformer.close(PATIENCE);
    Restored restored = Restored.restore(instrumentation, retransformer, ledger.changedNames());
    monitoring.end();
    String soFar = reporting.soFar();
    reporting.finish();
    nextSite = sites.next();
    current = null;
    if (!quiet || restored.stillRewritten() > 0) {
      int left = restored.stillRewritten();
      String classes = left + " classes still have the rewritten code, which stays correct";
      return new Answer(Answer.FAILED, classes + "; " + soFar);
    }
    return Answer.done("off, " + restored.original() + " classes are as they were; " + soFar);
  }

  /** Starts all figures from zero; answers what they were. */
  Answer reset() {
    return Answer.done("counts from zero; until now: " + reporting.reset());
  }

  /** Writes a report of what was done so far. */
  Answer report(Path file) {
    try {
      reporting.write(file);
      return Answer.done("wrote " + file + "; " + reporting.soFar());
    } catch (IOException | RuntimeException e) {
      return new Answer(Answer.FAILED, "cannot write " + file + ": " + Failures.describe(e));
    }
  }
}
