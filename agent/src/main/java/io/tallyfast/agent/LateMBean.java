package io.tallyfast.agent;

import io.tallyfast.monitor.Monitor;
import io.tallyfast.monitor.Monitored;
import io.tallyfast.monitor.jmx.Registration;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;

/**
 * Registers the MBean as soon as somebody else makes an MBean server. Thread-safe.
 *
 * <p>Making one from within an agent comes too early for application servers: they bring a builder
 * of MBean servers, or a manager of logs, that has to be named first. And nobody can look at an
 * MBean before there is a server for it: the application makes one, or a tool that connects, or
 * another agent. Each of them has the JVM load {@value #MADE_FIRST}.
 */
final class LateMBean implements Monitor, ClassFileTransformer {
  private static final String MADE_FIRST = "javax/management/MBeanServerDelegate";

  private final Instrumentation instrumentation;
  private final Monitored agent;
  private Monitor registration;
  private boolean ended;

  LateMBean(Instrumentation instrumentation, Monitored agent) {
    this.instrumentation = instrumentation;
    this.agent = agent;
  }

  @Override
  public void begin() {
    // In this order, so that the class cannot be missed between the two.
    instrumentation.addTransformer(this);
    String name = MADE_FIRST.replace('/', '.');
    for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
      if (loaded.getName().equals(name)) {
        registerSoon();
        return;
      }
    }
  }

  @Override
  public byte[] transform(
      ClassLoader loader,
      String className,
      Class<?> classBeingRedefined,
      ProtectionDomain protectionDomain,
      byte[] classFile) {
    if (loader == null && MADE_FIRST.equals(className)) {
      registerSoon();
    }
    return null;
  }

  /**
   * In a thread of its own: this one makes the server just now. The new thread has its context
   * class loader, which finds the application's builder of MBean servers if it has one.
   */
  private synchronized void registerSoon() {
    if (registration == null && !ended) {
      registration = new Registration(agent);
      Thread thread = new Thread(null, new Registering(registration), "tallyfast-jmx");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private final class Registering implements Runnable {
    private final Monitor begun;

    Registering(Monitor begun) {
      this.begun = begun;
    }

    @Override
    public void run() {
      instrumentation.removeTransformer(LateMBean.this);
      begun.begin();
    }
  }

  @Override
  public void end() {
    instrumentation.removeTransformer(this);
    Monitor begun;
    synchronized (this) {
      ended = true;
      begun = registration;
    }
    if (begun != null) {
      begun.end();
    }
  }
}
