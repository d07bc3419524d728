package io.tallyfast.agent;

import io.tallyfast.config.Answer;
import io.tallyfast.config.Request;
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
    Request request = Request.of(arguments);
    if (request == null) {
      start(arguments, instrumentation, true);
    } else {
      answer(request, instrumentation);
    }
  }

  private static void start(String arguments, Instrumentation instrumentation, boolean attached) {
    Console console = Console.stderr();
    try {
      new Startup(instrumentation, console).run(arguments, attached);
    } catch (Throwable e) {
      console.line("off, the application runs unmodified: " + Failures.describe(e));
    }
  }

  /** The command line shows what was asked for, and stderr of the application stays clean. */
  private static void answer(Request request, Instrumentation instrumentation) {
    Answer answer;
    try {
      answer = Commands.run(request, instrumentation);
    } catch (Throwable e) {
      answer = new Answer(Answer.FAILED, Failures.describe(e));
    }
    answer.publish(request.id());
  }

  /** The agent's version, as its jar says. */
  static String version() {
    String version = TallyfastAgent.class.getPackage().getImplementationVersion();
    return version == null ? "unknown" : version;
  }
}
