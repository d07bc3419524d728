package io.tallyfast.agent;

import io.tallyfast.monitor.SiteEvents;
import io.tallyfast.report.Evidence;

/**
 * What the agent asks of the runtime that the rewritten code calls. The agent's own code cannot
 * name the classes that were defined for the application, so {@link RuntimeBridge} does it, renamed
 * like they are.
 *
 * <p>Public because its implementation lives in another class loader.
 */
public interface RuntimeAccess {
  /**
   * Defines a class in the package {@code java.lang}.
   *
   * @param classFile the class, already named {@code java/lang/...}
   * @throws IllegalAccessException when the package is not open to the implementation
   * @throws LinkageError when the class cannot be defined, or already is
   */
  void define(byte[] classFile) throws IllegalAccessException;

  /** Makes room for the counters of sites numbered below {@code size}. */
  void reserve(int size);

  /** How many lost updates were prevented at a site. */
  long preventedAt(int site);

  /** All that was counted at a site. */
  Evidence evidenceAt(int site);

  /** The fields that cannot be changed in one step: class, dot, name, colon, why. */
  String[] notAtomic();

  /** Starts all figures from zero. */
  void reset();

  /** How many updates of fields are not done in one step. */
  int fieldsNotAtomic();

  /**
   * Has somebody told what is rare from now on; null for nobody. Only for {@link RareEvents}, which
   * defines the classes that this needs.
   */
  void tell(SiteEvents events);
}
