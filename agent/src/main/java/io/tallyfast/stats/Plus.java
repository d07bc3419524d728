package io.tallyfast.stats;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.BiFunction;

/** Adds two numbers in the type of the first. Stateless; thread-safe. */
final class Plus implements BiFunction<Object, Object, Object> {
  @Override
  public Object apply(Object old, Object delta) {
    Number a = (Number) old;
    Number b = (Number) delta;
    if (a instanceof Double) {
      return a.doubleValue() + b.doubleValue();
    }
    if (a instanceof Float) {
      return (float) (a.doubleValue() + b.doubleValue());
    }
    if (a instanceof BigDecimal decimal) {
      return decimal.add(b instanceof Double ? BigDecimal.valueOf(b.doubleValue()) : whole(b));
    }
    return wholeSum(a, exact(b));
  }

  private static BigDecimal whole(Number n) {
    return BigDecimal.valueOf(n.longValue());
  }

  private static long exact(Number n) {
    if (n instanceof Double && n.doubleValue() != Math.rint(n.doubleValue())) {
      throw new ArithmeticException("cannot add " + n + " to a whole number");
    }
    return n.longValue();
  }

  private static Number wholeSum(Number a, long b) {
    if (a instanceof Integer) {
      return (int) (a.longValue() + b);
    }
    if (a instanceof Long) {
      return a.longValue() + b;
    }
    if (a instanceof Short) {
      return (short) (a.longValue() + b);
    }
    if (a instanceof Byte) {
      return (byte) (a.longValue() + b);
    }
    if (a instanceof BigInteger big) {
      return big.add(BigInteger.valueOf(b));
    }
    throw new ClassCastException("cannot add to a " + a.getClass().getName());
  }
}
