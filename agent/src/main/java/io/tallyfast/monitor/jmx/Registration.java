package io.tallyfast.monitor.jmx;

import io.tallyfast.monitor.Monitor;
import io.tallyfast.monitor.Monitored;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Registers the MBean with the platform's MBean server, and takes it away again. Thread-safe. */
public final class Registration implements Monitor {
  /** The name of the MBean. */
  public static final String NAME = "io.tallyfast:type=Tallyfast";

  private final Monitored agent;
  private MBeanServer server;
  private boolean ended;

  /** Creates a registration that has not begun. */
  public Registration(Monitored agent) {
    this.agent = agent;
  }

  @Override
  public synchronized void begin() {
    if (ended) {
      return;
    }
    try {
      MBeanServer platform = ManagementFactory.getPlatformMBeanServer();
      platform.registerMBean(new TallyfastBean(agent), new ObjectName(NAME));
      server = platform;
    } catch (JMException | RuntimeException | LinkageError e) {
      agent.failed("cannot register the MBean " + NAME, e);
    }
  }

  @Override
  public synchronized void end() {
    ended = true;
    if (server == null) {
      return;
    }
    try {
      server.unregisterMBean(new ObjectName(NAME));
      server = null;
    } catch (JMException | RuntimeException e) {
      agent.failed("cannot unregister the MBean " + NAME, e);
    }
  }
}
