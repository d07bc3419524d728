package io.tallyfast.agent;

import java.lang.instrument.Instrumentation;

/**
 * Where the JVM enters. Nothing that goes wrong here may stop the application.
 *
 * <p>On this path, and in all packages that it reaches: no lambda, method reference, string
 * concatenation by invokedynamic, regular expression, logging or JMX. They cost start-up time, and
 * some of them set up what the application must be first to set up.
 */
public final class TallyfastAgent {
  private TallyfastAgent() {}

  /** Called by the JVM before {@code main}, for {@code -javaagent}. Never throws. */
  public static void premain(String arguments, Instrumentation instrumentation) {
    start(arguments, instrumentation, false);
  }

  /** Called by the JVM when attached to a running application. Never throws. */
  public static void agentmain(String arguments, Instrumentation instrumentation) {
    start(arguments, instrumentation, true);
  }

  private static void start(String arguments, Instrumentation instrumentation, boolean attached) {
    Console console = Console.stderr();
    try {
      new Startup(instrumentation, console).run(arguments, attached);
    } catch (Throwable e) {
      console.line("off, the application runs unmodified: " + Failures.describe(e));
    }
  }

  /** The agent's version, as its jar says. */
  static String version() {
    String version = TallyfastAgent.class.getPackage().getImplementationVersion();
    return version == null ? "unknown" : version;
  }
}
