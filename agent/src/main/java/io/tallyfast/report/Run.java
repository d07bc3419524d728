package io.tallyfast.report;

/**
 * Which JVM a report is of, or how many. Immutable.
 *
 * @param id identity of the JVM; empty when the report is of no JVM, or of several
 * @param host name of its machine; empty when unknown
 * @param pid its process, 0 when unknown
 * @param started when it started, in milliseconds since 1970
 * @param since when counting began, in milliseconds since 1970: when the agent was turned on, or at
 *     the last reset; 0 when unknown
 * @param written when the report was made, in milliseconds since 1970
 * @param reports how many reports were joined; 0 when none were
 * @param jvms how many JVMs these were of
 */
public record Run(
    String id,
    String host,
    long pid,
    long started,
    long since,
    long written,
    int reports,
    int jvms) {
  /** No JVM ran. */
  public static final Run NONE = new Run("", "", 0, 0, 0, 0, 0, 0);

  /** One JVM. */
  public static Run of(String id, String host, long pid, long started, long since, long written) {
    return new Run(id, host, pid, started, since, written, 0, 0);
  }

  /** Several JVMs. */
  public static Run joined(int reports, int jvms, long written) {
    return new Run("", "", 0, 0, 0, written, reports, jvms);
  }

  /** Whether it is of one JVM. */
  public boolean isOne() {
    return !id.isEmpty();
  }

  /** Whether reports were joined. */
  public boolean isJoined() {
    return reports > 0;
  }
}
