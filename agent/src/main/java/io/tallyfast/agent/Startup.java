package io.tallyfast.agent;

import io.tallyfast.analysis.FieldScope;
import io.tallyfast.config.Answer;
import io.tallyfast.config.Mode;
import io.tallyfast.config.OptionException;
import io.tallyfast.config.Options;
import io.tallyfast.config.Request;
import io.tallyfast.rewrite.SiteTable;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;

/** Starts the agent, or leaves it off and says why. */
final class Startup {
  private static final String EARLIER_MAPS =
      "; maps that exist already are guarded at these sites only";

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
   * @return what became of it
   * @throws IOException when a class of the runtime cannot be read
   * @throws ReflectiveOperationException when a class of the runtime cannot be defined
   */
  Answer run(String arguments, boolean attached) throws IOException, ReflectiveOperationException {
    if (!attached && isTool()) {
      return Answer.done("this is a tool of the JDK or of a build");
    }
    Options options;
    try {
      options = Options.read(arguments);
    } catch (OptionException e) {
      console.line("off, the application runs unmodified: " + e.getMessage());
      return new Answer(Answer.WRONG_OPTIONS, String.valueOf(e.getMessage()));
    }
    if (options.mode() == Mode.OFF) {
      return Answer.done("mode off: nothing was done");
    }
    if (isOn()) {
      console.line("already on in this JVM; the agent given a second time stays off");
      return new Answer(Answer.WRONG_STATE, "it is on already");
    }
    int firstSite = Running.nextSite();
    RuntimeAccess runtime = new RuntimeInstaller(instrumentation).install();
    selfTest.tryRuntime(runtime, firstSite);
    return Answer.done(start(options, runtime, firstSite, attached));
  }

  /** By this copy of the agent, or by another one that was loaded from elsewhere. */
  private static boolean isOn() {
    return Running.current() != null
        || RuntimeInstaller.isInstalled() && System.getProperty(Request.VERSION_PROPERTY) != null;
  }

  private static boolean isTool() {
    return JdkTools.isTool(
        System.getProperty("sun.java.command"), System.getProperty("jdk.module.main"));
  }

  private String start(Options options, RuntimeAccess runtime, int firstSite, boolean attached) {
    ClassSelector selector = new ClassSelector(options.include(), options.exclude());
    SiteTable sites = new SiteTable(firstSite);
    Ledger ledger = new Ledger();
    GuardingTransformer transformer =
        new GuardingTransformer(
            options.mode(),
            selector,
            rewriting(options, sites),
            runtime,
            selfTest,
            ledger,
            failures);
    Retransformer retransformer = new Retransformer(instrumentation, failures);
    Totals totals = new Tally(options.mode(), ledger, sites, runtime, failures);
    if (options.mode() == Mode.AUDIT) {
      totals = audit(selector, transformer, retransformer);
    }
    Path report = options.report().orElse(null);
    Reporting reporting = new Reporting(options.mode(), report, totals, failures, console);
    Monitoring monitoring = Monitoring.NONE;
    if (options.jmx() || options.jfr()) {
      MonitoredAgent agent = new MonitoredAgent(totals, sites, runtime, failures);
      monitoring = Monitors.of(options, instrumentation, agent, runtime, console);
    }
    Running running =
        new Running(
            instrumentation, transformer, ledger, sites, reporting, retransformer, monitoring);
    running.begin();
    if (attached) {
      retransformer.retransform(selector);
    }
    running.announce();
    return attached ? reporting.soFar() + EARLIER_MAPS : "on";
  }

  private Totals audit(
      ClassSelector selector, GuardingTransformer transformer, Retransformer retransformer) {
    LoadedAudit audit = new LoadedAudit(selector);
    transformer.auditInto(audit);
    LoadedBytecode bytecode = new LoadedBytecode(instrumentation, retransformer);
    return new AuditTally(audit, bytecode, failures);
  }

  private static Rewriting rewriting(Options options, SiteTable sites) {
    FieldScope scope = FieldScope.valueOf(options.fields().name());
    return options.mode() == Mode.OBSERVE
        ? new Rewriting.ByObserver(sites, scope)
        : new Rewriting.ByClassRewriter(sites, scope, new NamedMaps(options.maps()));
  }
}
