package io.tallyfast.agent;

import io.tallyfast.config.Options;
import io.tallyfast.monitor.Monitor;
import io.tallyfast.monitor.jfr.Recorded;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;

/** Makes the monitors. Not loaded when nobody asked for one. Stateless. */
final class Monitors {
  private Monitors() {}

  /** Makes what the options ask for; what this Java cannot do is left out, and said. */
  static Monitoring of(
      Options options,
      Instrumentation instrumentation,
      MonitoredAgent agent,
      RuntimeAccess runtime,
      Console console) {
    List<Monitor> monitors = new ArrayList<>();
    if (options.jmx() && has("java.management", "jmx", console)) {
      monitors.add(new LateMBean(instrumentation, agent));
    }
    if (options.jfr() && has("jdk.jfr", "jfr", console)) {
      monitors.add(new Recorded(agent, new RareEvents(runtime, agent)));
    }
    return new Monitoring(monitors);
  }

  private static boolean has(String module, String option, Console console) {
    boolean present = ModuleLayer.boot().findModule(module).isPresent();
    if (!present) {
      console.line(option + "=true has no effect: this Java runs without the module " + module);
    }
    return present;
  }
}
