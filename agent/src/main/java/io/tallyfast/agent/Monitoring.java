package io.tallyfast.agent;

import io.tallyfast.monitor.Monitor;
import java.util.List;

/** The monitors that the user asked for; usually none, and then nothing of them is loaded. */
final class Monitoring {
  /** Nobody asked for any. */
  static final Monitoring NONE = new Monitoring(List.of());

  private final List<Monitor> monitors;

  Monitoring(List<Monitor> monitors) {
    this.monitors = List.copyOf(monitors);
  }

  /** Begins all. Never throws. */
  void begin() {
    for (Monitor monitor : monitors) {
      monitor.begin();
    }
  }

  /** Ends all. Never throws. */
  void end() {
    for (Monitor monitor : monitors) {
      monitor.end();
    }
  }
}
