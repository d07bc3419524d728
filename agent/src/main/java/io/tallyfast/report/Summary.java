package io.tallyfast.report;

/**
 * What a report says before its sites. Immutable.
 *
 * @param version version of the tool
 * @param mode what the sites were looked for, as in {@code guard}
 * @param guarded how many sites were rewritten
 * @param refused how many sites lose updates and cannot be rewritten soundly
 * @param reported how many sites lose updates and were only reported
 * @param classes how many classes have a site that the mode is about: rewritten ones for {@code
 *     guard}, else those with sites that lose updates
 * @param prevented how many lost updates were prevented
 * @param errors how many classes could not be looked at
 * @param tooNew how many classes were left alone because their version is not known yet
 * @param scan what an audit of class files says more
 * @param lost how many updates were lost
 * @param run which JVM it was
 */
public record Summary(
    String version,
    String mode,
    int guarded,
    int refused,
    int reported,
    int classes,
    long prevented,
    int errors,
    int tooNew,
    Scan scan,
    long lost,
    Run run) {
  /** Creates a summary of an audit of class files. */
  public Summary(
      String version,
      String mode,
      int guarded,
      int refused,
      int reported,
      int classes,
      long prevented,
      int errors,
      int tooNew,
      Scan scan) {
    this(
        version, mode, guarded, refused, reported, classes, prevented, errors, tooNew, scan, 0,
        Run.NONE);
  }

  /** Creates a summary of what a running agent did. */
  public Summary(
      String version,
      String mode,
      int guarded,
      int refused,
      int reported,
      int classes,
      long prevented,
      int errors,
      int tooNew) {
    this(version, mode, guarded, refused, reported, classes, prevented, errors, tooNew, Scan.NONE);
  }

  /** The same, of a JVM. */
  public Summary of(Run jvm, long lostUpdates) {
    return new Summary(
        version,
        mode,
        guarded,
        refused,
        reported,
        classes,
        prevented,
        errors,
        tooNew,
        scan,
        lostUpdates,
        jvm);
  }
}
