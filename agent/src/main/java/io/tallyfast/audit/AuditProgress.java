package io.tallyfast.audit;

/** Hears how far an audit is. */
public interface AuditProgress {
  /** Hears nothing. */
  AuditProgress NONE = (done, total) -> {};

  /**
   * Hears that some more classes are done.
   *
   * @param done how many
   * @param total of how many; 0 while that is being found out
   */
  void classes(int done, int total);
}
