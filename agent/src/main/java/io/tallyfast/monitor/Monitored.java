package io.tallyfast.monitor;

import io.tallyfast.analysis.Site;
import java.io.IOException;
import java.nio.file.Path;

/** What can be shown of the agent, and asked of it. Implementations are thread-safe. */
public interface Monitored {
  /** All that was counted so far, as the report at exit would tell it. */
  State now();

  /** The site that the rewritten code counts under a number; null when there is none. */
  Site site(int number);

  /** Starts all figures from zero. */
  void reset();

  /**
   * Writes the report of what was counted so far.
   *
   * @param file its ending gives the format
   * @throws IOException when it cannot be written
   * @throws IllegalArgumentException when the ending stands for no format
   */
  void write(Path file) throws IOException;

  /**
   * Says, once for each of these texts, that something could not be shown. Never throws.
   *
   * @param what what could not be done, as in {@code cannot register the MBean}
   */
  void failed(String what, Throwable cause);
}
