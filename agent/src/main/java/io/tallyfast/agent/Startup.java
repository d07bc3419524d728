package io.tallyfast.agent;

import io.tallyfast.config.Mode;
import io.tallyfast.config.OptionException;
import io.tallyfast.config.Options;
import io.tallyfast.rewrite.SiteTable;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;

/** Starts the agent, or leaves it off and says why. */
final class Startup {
  /** For information only: set while the agent is on. Nothing depends on it. */
  private static final String VERSION_PROPERTY = "io.tallyfast.version";

  private final Instrumentation instrumentation;
  private final Console console;
  private final Failures failures;
  private final SelfTest selfTest;

  Startup(Instrumentation instrumentation, Console console) {
    this.instrumentation = instrumentation;
    this.console = console;
    this.failures = new Failures(console);
    this.selfTest = new SelfTest(console);
  }

  /**
   * Starts the agent.
   *
   * @param arguments what stands behind the agent's jar; may be null
   * @param attached whether the application runs already
   * @throws IOException when a class of the runtime cannot be read
   * @throws ReflectiveOperationException when a class of the runtime cannot be defined
   */
  void run(String arguments, boolean attached) throws IOException, ReflectiveOperationException {
    if (isTool()) {
      return;
    }
    Options options = options(arguments);
    if (options == null || options.mode() == Mode.OFF) {
      return;
    }
    if (RuntimeInstaller.isInstalled()) {
      console.line("already on in this JVM; the agent given a second time stays off");
      return;
    }
    RuntimeAccess runtime = new RuntimeInstaller(instrumentation).install();
    selfTest.tryRuntime(runtime);
    if (options.mode() == Mode.OBSERVE) {
      console.line("mode observe cannot count yet: it reports sites, and 0 updates lost");
    }
    start(options, runtime, attached);
  }

  private static boolean isTool() {
    return JdkTools.isTool(
        System.getProperty("sun.java.command"), System.getProperty("jdk.module.main"));
  }

  /** The options, or null after saying what is wrong with them. */
  private Options options(String arguments) {
    try {
      return Options.read(arguments);
    } catch (OptionException e) {
      console.line("off, the application runs unmodified: " + e.getMessage());
      return null;
    }
  }

  private void start(Options options, RuntimeAccess runtime, boolean attached) {
    ClassSelector selector = new ClassSelector(options.include(), options.exclude());
    SiteTable sites = new SiteTable();
    Ledger ledger = new Ledger();
    GuardingTransformer transformer =
        new GuardingTransformer(
            options.mode(),
            selector,
            new Rewriting.ByClassRewriter(sites),
            runtime,
            selfTest,
            ledger,
            failures);
    Tally tally = new Tally(options.mode(), ledger, sites, runtime, failures);
    Path report = options.report().orElse(null);
    Runtime.getRuntime()
        .addShutdownHook(new ExitReport(options.mode(), report, tally, failures, console));
    instrumentation.addTransformer(transformer, true);
    System.setProperty(VERSION_PROPERTY, TallyfastAgent.version());
    if (attached) {
      new Retransformer(instrumentation, failures).retransform(selector);
    }
  }
}
