package io.tallyfast.monitor.jmx;

import javax.management.openmbean.SimpleType;

/** What a figure of the MBean is. */
enum FigureType {
  TEXT,
  INTEGER,
  LONG,
  BOOLEAN;

  /** The open type of its values. */
  SimpleType<?> open() {
    return switch (this) {
      case TEXT -> SimpleType.STRING;
      case INTEGER -> SimpleType.INTEGER;
      case LONG -> SimpleType.LONG;
      case BOOLEAN -> SimpleType.BOOLEAN;
    };
  }
}
