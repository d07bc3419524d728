package io.tallyfast.audit;

import io.tallyfast.analysis.TypeOracle;
import io.tallyfast.judge.Auditor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Audits a class of this program. The classes of the analysis are loaded by it, on a thread of its
 * own while the command line is being read, so that the audit need not wait for them. Stateless.
 */
public final class WarmUp implements Runnable {
  /** Counts in a map, and so has most of the analysis look at it. */
  private static final Class<?> SAMPLE = ClassIndex.class;

  /** Begins, and does not wait. */
  public static void begin() {
    Thread thread = new Thread(new WarmUp(), "audit-warm-up");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void run() {
    try (InputStream in = SAMPLE.getResourceAsStream(SAMPLE.getSimpleName() + ".class")) {
      Auditor.judge(List.of(in.readAllBytes()), TypeOracle.NONE);
    } catch (IOException e) {
      throw new UncheckedIOException("this program cannot be read", e);
    }
  }
}
