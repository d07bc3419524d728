package io.tallyfast.agent;

/** What the agent does when the JVM exits: write the report, and say in one line what was done. */
final class ExitReport extends Thread {
  private final Reporting reporting;

  ExitReport(Reporting reporting) {
    super(null, null, "tallyfast-exit", 0, false);
    this.reporting = reporting;
    // An agent's thread must not keep alive the class loader that happened to be current.
    setContextClassLoader(null);
  }

  @Override
  public void run() {
    reporting.finish();
  }
}
