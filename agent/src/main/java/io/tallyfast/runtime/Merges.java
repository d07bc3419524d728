package io.tallyfast.runtime;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Repeats an update on a value that another thread stored meanwhile. Stateless; thread-safe. */
final class Merges {
  private Merges() {}

  /**
   * What the map holds after the update.
   *
   * @param how {@link How} bits
   * @param current what the map holds, null for nothing
   * @param believed what the application read, null for nothing
   * @param base what nothing counts as, null for zero
   * @param operand what is added, for {@link How#OPERAND}
   * @param written what the application would store
   */
  static Object merge(
      int how, Object current, Object believed, Object base, Object operand, Object written) {
    Object from = current == null ? base : current;
    Object merged = repeat(how, current, believed, base, operand, written);
    if ((how & How.EXACT) != 0
        && overflows(from, merged, written, believed == null ? base : believed)) {
      throw new ArithmeticException(merged instanceof Long ? "long overflow" : "integer overflow");
    }
    return merged;
  }

  /** Whether the sum went the other way than what was added, in the application's own sum. */
  private static boolean overflows(Object from, Object merged, Object written, Object believed) {
    return compare(written, number(believed)) > 0
        ? compare(merged, number(from)) < 0
        : compare(merged, number(from)) > 0;
  }

  private static Object repeat(
      int how, Object current, Object believed, Object base, Object operand, Object written) {
    Object from = current == null ? base : current;
    return switch (how & How.MERGE) {
      case How.KEEP -> current == null ? written : current;
      case How.MAX -> current != null && compare(current, written) > 0 ? current : written;
      case How.MIN -> current != null && compare(current, written) < 0 ? current : written;
      case How.OPERAND -> plus(written, from, operand);
      default -> plusDifference(written, from, believed == null ? base : believed);
    };
  }

  static int compare(Object a, Object b) {
    if (a instanceof BigInteger x && b instanceof BigInteger y) {
      return x.compareTo(y);
    }
    if (a instanceof BigDecimal x && b instanceof BigDecimal y) {
      return x.compareTo(y);
    }
    if (a instanceof Double || a instanceof Float) {
      return Double.compare(((Number) a).doubleValue(), number(b).doubleValue());
    }
    return Long.compare(number(a).longValue(), number(b).longValue());
  }

  /** {@code from + operand}, in the type of {@code written}. */
  private static Object plus(Object written, Object from, Object operand) {
    Number a = number(from);
    Number b = number(operand);
    if (written instanceof Double) {
      return a.doubleValue() + b.doubleValue();
    }
    if (written instanceof Float) {
      return a.floatValue() + b.floatValue();
    }
    if (written instanceof BigInteger) {
      return big(a).add(big(b));
    }
    if (written instanceof BigDecimal) {
      return decimal(a).add(decimal(b));
    }
    return integral(written, a.longValue() + b.longValue());
  }

  /** {@code from + (written - believed)}, in the type of {@code written}. */
  private static Object plusDifference(Object written, Object from, Object believed) {
    if (written instanceof String sum) {
      return Long.toString(text(from) + Long.parseLong(sum) - text(believed));
    }
    if (!(written instanceof Number w)) {
      return written;
    }
    Number a = number(from);
    Number b = number(believed);
    if (written instanceof Double) {
      return a.doubleValue() + (w.doubleValue() - b.doubleValue());
    }
    if (written instanceof Float) {
      return a.floatValue() + (w.floatValue() - b.floatValue());
    }
    if (written instanceof BigInteger) {
      return big(a).add(big(w).subtract(big(b)));
    }
    if (written instanceof BigDecimal) {
      return decimal(a).add(decimal(w).subtract(decimal(b)));
    }
    return integral(written, a.longValue() + w.longValue() - b.longValue());
  }

  private static Object integral(Object like, long value) {
    if (like instanceof Integer) {
      return (int) value;
    }
    if (like instanceof Long) {
      return value;
    }
    if (like instanceof Short) {
      return (short) value;
    }
    return like instanceof Byte ? (Object) (byte) value : like;
  }

  static Number number(Object value) {
    return value instanceof Number n ? n : (Number) 0;
  }

  private static long text(Object value) {
    return value instanceof String s ? Long.parseLong(s) : number(value).longValue();
  }

  private static BigInteger big(Number n) {
    return n instanceof BigInteger big ? big : BigInteger.valueOf(n.longValue());
  }

  private static BigDecimal decimal(Number n) {
    return n instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(n.longValue());
  }

  /** Whether two values are the same number or text; other objects only when they are identical. */
  static boolean same(Object a, Object b) {
    if (a == b) {
      return true;
    }
    return a != null
        && b != null
        && a.getClass() == b.getClass()
        && (isJdkNumber(a) || a instanceof String)
        && a.equals(b);
  }

  private static boolean isJdkNumber(Object value) {
    return value instanceof Integer
        || value instanceof Long
        || value instanceof Double
        || value instanceof Short
        || value instanceof Byte
        || value instanceof Float
        || value.getClass() == BigInteger.class
        || value.getClass() == BigDecimal.class;
  }
}
