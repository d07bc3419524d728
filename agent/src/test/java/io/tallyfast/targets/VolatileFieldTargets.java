package io.tallyfast.targets;

import io.tallyfast.testkit.Racy;
import io.tallyfast.testkit.Target;
import java.util.List;

/** Counters in volatile fields, of every type. */
public class VolatileFieldTargets {
  private VolatileFieldTargets() {}

  /** Every increment operator on a volatile byte. */
  @Racy
  public static class VolatileBytes extends Target {
    private volatile byte a;
    private volatile byte b;
    private volatile byte c;
    private volatile byte d;
    private volatile byte e;

    @Override
    public Object hit(int i) {
      a++; // assertGuarded("volatile-field")
      ++b; // assertGuarded("volatile-field")
      c--; // assertGuarded("volatile-field")
      d += 3; // assertGuarded("volatile-field")
      e -= i % 4; // assertGuarded("volatile-field")
      return null;
    }

    @Override
    public Object state() {
      return List.of(a, b, c, d, e);
    }
  }

  /** Every increment operator on a volatile short. */
  @Racy
  public static class VolatileShorts extends Target {
    private volatile short a;
    private volatile short b;
    private volatile short c;
    private volatile short d;
    private volatile short e;

    @Override
    public Object hit(int i) {
      a++; // assertGuarded("volatile-field")
      ++b; // assertGuarded("volatile-field")
      c--; // assertGuarded("volatile-field")
      d += 3; // assertGuarded("volatile-field")
      e -= i % 4; // assertGuarded("volatile-field")
      return null;
    }

    @Override
    public Object state() {
      return List.of(a, b, c, d, e);
    }
  }

  /** Every increment operator on a volatile char. */
  @Racy
  public static class VolatileChars extends Target {
    private volatile char a;
    private volatile char b;
    private volatile char c;
    private volatile char d;
    private volatile char e;

    @Override
    public Object hit(int i) {
      a++; // assertGuarded("volatile-field")
      ++b; // assertGuarded("volatile-field")
      c--; // assertGuarded("volatile-field")
      d += 3; // assertGuarded("volatile-field")
      e -= i % 4; // assertGuarded("volatile-field")
      return null;
    }

    @Override
    public Object state() {
      return List.of((int) a, (int) b, (int) c, (int) d, (int) e);
    }
  }

  /** Every increment operator on a volatile int. */
  @Racy
  public static class VolatileInts extends Target {
    private volatile int a;
    private volatile int b;
    private volatile int c;
    private volatile int d;
    private volatile int e;

    @Override
    public Object hit(int i) {
      a++; // assertGuarded("volatile-field")
      ++b; // assertGuarded("volatile-field")
      c--; // assertGuarded("volatile-field")
      d += 3; // assertGuarded("volatile-field")
      e -= i % 4; // assertGuarded("volatile-field")
      return null;
    }

    @Override
    public Object state() {
      return List.of(a, b, c, d, e);
    }
  }

  /** Every increment operator on a volatile long. */
  @Racy
  public static class VolatileLongs extends Target {
    private volatile long a;
    private volatile long b;
    private volatile long c;
    private volatile long d;
    private volatile long e;

    @Override
    public Object hit(int i) {
      a++; // assertGuarded("volatile-field")
      ++b; // assertGuarded("volatile-field")
      c--; // assertGuarded("volatile-field")
      d += 3; // assertGuarded("volatile-field")
      e -= i % 4; // assertGuarded("volatile-field")
      return null;
    }

    @Override
    public Object state() {
      return List.of(a, b, c, d, e);
    }
  }

  /** Every increment operator on a volatile float. */
  @Racy
  public static class VolatileFloats extends Target {
    private volatile float a;
    private volatile float b;
    private volatile float c;
    private volatile float d;
    private volatile float e;

    @Override
    public Object hit(int i) {
      a++; // assertGuarded("volatile-field")
      ++b; // assertGuarded("volatile-field")
      c--; // assertGuarded("volatile-field")
      d += 3; // assertGuarded("volatile-field")
      e -= i % 4; // assertGuarded("volatile-field")
      return null;
    }

    @Override
    public Object state() {
      return List.of(a, b, c, d, e);
    }
  }

  /** Every increment operator on a volatile double. */
  @Racy
  public static class VolatileDoubles extends Target {
    private volatile double a;
    private volatile double b;
    private volatile double c;
    private volatile double d;
    private volatile double e;

    @Override
    public Object hit(int i) {
      a++; // assertGuarded("volatile-field")
      ++b; // assertGuarded("volatile-field")
      c--; // assertGuarded("volatile-field")
      d += 3; // assertGuarded("volatile-field")
      e -= i % 4; // assertGuarded("volatile-field")
      return null;
    }

    @Override
    public Object state() {
      return List.of(a, b, c, d, e);
    }
  }
}
