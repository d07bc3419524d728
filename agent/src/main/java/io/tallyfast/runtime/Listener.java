package io.tallyfast.runtime;

/**
 * Is told of what is rare at a site. Called by threads of the application, after the update; within
 * a batch its lock is still held. Must be thread-safe, must not wait and must not throw.
 */
public interface Listener {
  /** One lost update was prevented. */
  void prevented(int site);

  /**
   * One of the updates that are timed had to wait for its lock.
   *
   * @param nanos how long it took to get the lock, in nanoseconds
   */
  void waited(int site, long nanos);
}
