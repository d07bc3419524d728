package io.tallyfast.cli;

import io.tallyfast.audit.AuditProgress;
import java.io.PrintStream;

/**
 * A line on a terminal that shows how far an audit is, once it takes longer than a moment. Not
 * thread-safe.
 */
final class ProgressBar implements AuditProgress, AutoCloseable {
  private static final long PATIENCE_NANOS = 1_000_000_000L;
  private static final long STEP_NANOS = 100_000_000L;
  private static final int WIDTH = 30;

  private final PrintStream out;
  private long next;
  private boolean shown;

  /**
   * Creates a bar.
   *
   * @param out null for a bar that nobody sees
   */
  ProgressBar(PrintStream out, long now) {
    this.out = out;
    this.next = now + PATIENCE_NANOS;
  }

  /** A bar on stderr when that is a terminal. */
  static ProgressBar onTerminal() {
    return new ProgressBar(Terminal.isStderr() ? System.err : null, System.nanoTime());
  }

  @Override
  public void classes(int done, int total) {
    if (out == null || System.nanoTime() - next < 0) {
      return;
    }
    next = System.nanoTime() + STEP_NANOS;
    out.print("\r" + line(done, total));
    out.flush();
    shown = true;
  }

  /** The line, always of the same length or longer than before. */
  static String line(int done, int total) {
    if (total <= 0) {
      return "looking: " + done + " classes";
    }
    int filled = (int) ((long) WIDTH * Math.min(done, total) / total);
    String bar = "#".repeat(filled) + ".".repeat(WIDTH - filled);
    return "[" + bar + "] " + done + " of " + total + " classes";
  }

  @Override
  public void close() {
    if (shown) {
      out.print("\r\u001B[K");
      out.flush();
    }
  }
}
