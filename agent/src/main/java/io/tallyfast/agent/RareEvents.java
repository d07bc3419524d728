package io.tallyfast.agent;

import io.tallyfast.monitor.Monitored;
import io.tallyfast.monitor.SiteEvents;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Has somebody told what is rare, at the moment when it happens. Defines the class for that when
 * the first one wants to be told. Thread-safe.
 */
final class RareEvents implements Consumer<SiteEvents> {
  private static final String BRIDGE = "io/tallyfast/agent/ListenerBridge";

  private final RuntimeAccess runtime;
  private final Monitored agent;
  private boolean defined;

  RareEvents(RuntimeAccess runtime, Monitored agent) {
    this.runtime = runtime;
    this.agent = agent;
  }

  /** Has them told from now on; null for nobody. */
  @Override
  public synchronized void accept(SiteEvents events) {
    try {
      if (!defined) {
        define();
        defined = true;
      }
      runtime.tell(events);
    } catch (IOException | ReflectiveOperationException e) {
      agent.failed("cannot follow what happens at the sites", e);
    }
  }

  private void define() throws IOException, ReflectiveOperationException {
    byte[] renamed = RuntimeNames.rename(ClassBytes.ofAgent(BRIDGE));
    ((IsolatedLoader) runtime.getClass().getClassLoader())
        .define(BRIDGE.replace('/', '.'), renamed);
  }
}
