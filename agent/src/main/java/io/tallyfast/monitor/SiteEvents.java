package io.tallyfast.monitor;

/**
 * Is told what is rare, at the moment when it happens, by the thread that it happens to. Must be
 * thread-safe, must not wait and must not throw.
 */
public interface SiteEvents {
  /** One lost update was prevented at the site of this number. */
  void prevented(int site);

  /**
   * An update that is timed had to wait for its lock.
   *
   * @param nanos how long it took to get the lock, in nanoseconds
   */
  void waited(int site, long nanos);

  /** One of the methods above could not be called, or threw. */
  void failed(Throwable cause);
}
