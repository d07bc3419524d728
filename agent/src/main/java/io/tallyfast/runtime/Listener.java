package io.tallyfast.runtime;

/**
 * Is told of what is rare. Called by threads of the application, which may hold the lock of a map.
 * Implementations are quick, thread-safe, and throw nothing.
 */
public abstract class Listener {
  /** For subclasses. */
  protected Listener() {}

  /** A lost update was prevented. */
  public abstract void prevented(int site);

  /** A timed update had to wait for its lock. */
  public abstract void contended(int site, long nanos);
}
