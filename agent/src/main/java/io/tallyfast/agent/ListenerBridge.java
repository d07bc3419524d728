package io.tallyfast.agent;

import io.tallyfast.monitor.SiteEvents;
import io.tallyfast.runtime.Listener;
import io.tallyfast.runtime.SiteCounters;

/**
 * Passes on what the runtime tells. Never used as compiled, but renamed like {@link RuntimeBridge}
 * and in the same class loader. Thread-safe.
 */
final class ListenerBridge implements Listener {
  private final SiteEvents events;

  private ListenerBridge(SiteEvents events) {
    this.events = events;
  }

  /** Has somebody told from now on; null for nobody. */
  static void listen(SiteEvents events) {
    SiteCounters.listen(events == null ? null : new ListenerBridge(events));
  }

  @Override
  public void prevented(int site) {
    try {
      events.prevented(site);
    } catch (Throwable e) {
      // The thread is one of the application, which must not see it.
      events.failed(e);
    }
  }

  @Override
  public void waited(int site, long nanos) {
    try {
      events.waited(site, nanos);
    } catch (Throwable e) {
      // As above.
      events.failed(e);
    }
  }
}
