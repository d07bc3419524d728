package io.tallyfast.apps;

/** Has a field that others count in. */
class VolatileLevel {
  volatile int level;

  /** Inherits the field. */
  static final class Inherited extends VolatileLevel {}
}
