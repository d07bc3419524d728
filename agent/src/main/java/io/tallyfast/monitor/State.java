package io.tallyfast.monitor;

import io.tallyfast.report.Evidence;
import io.tallyfast.report.Finding;
import io.tallyfast.report.Summary;
import java.util.List;

/**
 * What was counted up to one moment. Immutable.
 *
 * @param summary what a report says first
 * @param findings the sites, in the order of a report
 * @param troubles what the agent could not do
 * @param since when counting began, in milliseconds since 1970: at the start of the JVM or of the
 *     agent, or at the last reset
 */
public record State(Summary summary, List<Finding> findings, Troubles troubles, long since) {
  /**
   * What the agent could not do. Immutable.
   *
   * @param methodsSkipped methods that were not analysed
   * @param supertypesUnreadable class files that a class loader could not hand out
   * @param fieldsNotAtomic fields that cannot be changed in one step, as far as they are named
   */
  public record Troubles(int methodsSkipped, int supertypesUnreadable, int fieldsNotAtomic) {}

  /** What happened at all sites together. */
  public Evidence total() {
    Evidence sum = Evidence.NONE;
    for (Finding finding : findings) {
      sum = sum.plus(finding.evidence());
    }
    return sum;
  }
}
