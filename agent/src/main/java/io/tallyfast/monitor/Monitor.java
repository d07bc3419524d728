package io.tallyfast.monitor;

/** One way of showing what the agent counts. Implementations are thread-safe. */
public interface Monitor {
  /** Begins. Never throws. */
  void begin();

  /** Ends, and leaves nothing behind that is shown. Never throws. May be called without a begin. */
  void end();
}
