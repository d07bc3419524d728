package io.tallyfast.targets;

import io.tallyfast.testkit.Racy;
import io.tallyfast.testkit.Target;
import java.util.List;

/** Counters in fields: plain ones, the value of the expression, code in between. */
public class FieldFormTargets {
  private FieldFormTargets() {}

  /** A plain byte that its name calls a count. */
  @Racy
  public static class PlainBytes extends Target {
    private byte hitCount;
    private byte missCount;
    private static byte totalCount;

    @Override
    public Object hit(int i) {
      hitCount++; // assertGuarded("instance-field")
      missCount += 2; // assertGuarded("instance-field")
      totalCount -= 1; // assertGuarded("static-field")
      return null;
    }

    @Override
    public Object state() {
      return List.of(hitCount, missCount, totalCount);
    }
  }

  /** The value of the expression, of a byte. */
  @Racy
  public static class ValuesBytes extends Target {
    private volatile byte n;
    private static volatile byte total;

    @Override
    public Object hit(int i) {
      byte a = n++; // assertGuarded()
      byte b = ++n; // assertGuarded()
      byte c = total--; // assertGuarded()
      byte d = --total; // assertGuarded()
      byte e = (n += 5); // assertGuarded()
      return "" + a + " " + b + " " + c + " " + d + " " + e;
    }

    @Override
    public Object state() {
      return List.of(n, total);
    }
  }

  /** Code between the read and the write of a byte. */
  @Racy
  public static class BetweenBytes extends Target {
    private volatile byte n;
    private volatile byte m;

    @Override
    public Object hit(int i) {
      byte old = n;
      String text = "x" + i;
      n = (byte) (old + 2); // assertGuarded()
      m += text.length() % 2; // assertGuarded()
      return old;
    }

    @Override
    public Object state() {
      return List.of(n, m);
    }
  }

  /** A plain short that its name calls a count. */
  @Racy
  public static class PlainShorts extends Target {
    private short hitCount;
    private short missCount;
    private static short totalCount;

    @Override
    public Object hit(int i) {
      hitCount++; // assertGuarded("instance-field")
      missCount += 2; // assertGuarded("instance-field")
      totalCount -= 1; // assertGuarded("static-field")
      return null;
    }

    @Override
    public Object state() {
      return List.of(hitCount, missCount, totalCount);
    }
  }

  /** The value of the expression, of a short. */
  @Racy
  public static class ValuesShorts extends Target {
    private volatile short n;
    private static volatile short total;

    @Override
    public Object hit(int i) {
      short a = n++; // assertGuarded()
      short b = ++n; // assertGuarded()
      short c = total--; // assertGuarded()
      short d = --total; // assertGuarded()
      short e = (n += 5); // assertGuarded()
      return "" + a + " " + b + " " + c + " " + d + " " + e;
    }

    @Override
    public Object state() {
      return List.of(n, total);
    }
  }

  /** Code between the read and the write of a short. */
  @Racy
  public static class BetweenShorts extends Target {
    private volatile short n;
    private volatile short m;

    @Override
    public Object hit(int i) {
      short old = n;
      String text = "x" + i;
      n = (short) (old + 2); // assertGuarded()
      m += text.length() % 2; // assertGuarded()
      return old;
    }

    @Override
    public Object state() {
      return List.of(n, m);
    }
  }

  /** A plain char that its name calls a count. */
  @Racy
  public static class PlainChars extends Target {
    private char hitCount;
    private char missCount;
    private static char totalCount;

    @Override
    public Object hit(int i) {
      hitCount++; // assertGuarded("instance-field")
      missCount += 2; // assertGuarded("instance-field")
      totalCount -= 1; // assertGuarded("static-field")
      return null;
    }

    @Override
    public Object state() {
      return List.of((int) hitCount, (int) missCount, (int) totalCount);
    }
  }

  /** The value of the expression, of a char. */
  @Racy
  public static class ValuesChars extends Target {
    private volatile char n;
    private static volatile char total;

    @Override
    public Object hit(int i) {
      char a = n++; // assertGuarded()
      char b = ++n; // assertGuarded()
      char c = total--; // assertGuarded()
      char d = --total; // assertGuarded()
      char e = (n += 5); // assertGuarded()
      return "" + a + " " + b + " " + c + " " + d + " " + e;
    }

    @Override
    public Object state() {
      return List.of((int) n, (int) total);
    }
  }

  /** Code between the read and the write of a char. */
  @Racy
  public static class BetweenChars extends Target {
    private volatile char n;
    private volatile char m;

    @Override
    public Object hit(int i) {
      char old = n;
      String text = "x" + i;
      n = (char) (old + 2); // assertGuarded()
      m += text.length() % 2; // assertGuarded()
      return old;
    }

    @Override
    public Object state() {
      return List.of((int) n, (int) m);
    }
  }

  /** A plain int that its name calls a count. */
  @Racy
  public static class PlainInts extends Target {
    private int hitCount;
    private int missCount;
    private static int totalCount;

    @Override
    public Object hit(int i) {
      hitCount++; // assertGuarded("instance-field")
      missCount += 2; // assertGuarded("instance-field")
      totalCount -= 1; // assertGuarded("static-field")
      return null;
    }

    @Override
    public Object state() {
      return List.of(hitCount, missCount, totalCount);
    }
  }

  /** The value of the expression, of a int. */
  @Racy
  public static class ValuesInts extends Target {
    private volatile int n;
    private static volatile int total;

    @Override
    public Object hit(int i) {
      int a = n++; // assertGuarded()
      int b = ++n; // assertGuarded()
      int c = total--; // assertGuarded()
      int d = --total; // assertGuarded()
      int e = (n += 5); // assertGuarded()
      return "" + a + " " + b + " " + c + " " + d + " " + e;
    }

    @Override
    public Object state() {
      return List.of(n, total);
    }
  }

  /** Code between the read and the write of a int. */
  @Racy
  public static class BetweenInts extends Target {
    private volatile int n;
    private volatile int m;

    @Override
    public Object hit(int i) {
      int old = n;
      String text = "x" + i;
      n = old + 2; // assertGuarded()
      m += text.length() % 2; // assertGuarded()
      return old;
    }

    @Override
    public Object state() {
      return List.of(n, m);
    }
  }

  /** A plain long that its name calls a count. */
  @Racy
  public static class PlainLongs extends Target {
    private long hitCount;
    private long missCount;
    private static long totalCount;

    @Override
    public Object hit(int i) {
      hitCount++; // assertGuarded("instance-field")
      missCount += 2; // assertGuarded("instance-field")
      totalCount -= 1; // assertGuarded("static-field")
      return null;
    }

    @Override
    public Object state() {
      return List.of(hitCount, missCount, totalCount);
    }
  }

  /** The value of the expression, of a long. */
  @Racy
  public static class ValuesLongs extends Target {
    private volatile long n;
    private static volatile long total;

    @Override
    public Object hit(int i) {
      long a = n++; // assertGuarded()
      long b = ++n; // assertGuarded()
      long c = total--; // assertGuarded()
      long d = --total; // assertGuarded()
      long e = (n += 5); // assertGuarded()
      return "" + a + " " + b + " " + c + " " + d + " " + e;
    }

    @Override
    public Object state() {
      return List.of(n, total);
    }
  }

  /** Code between the read and the write of a long. */
  @Racy
  public static class BetweenLongs extends Target {
    private volatile long n;
    private volatile long m;

    @Override
    public Object hit(int i) {
      long old = n;
      String text = "x" + i;
      n = old + 2; // assertGuarded()
      m += text.length() % 2; // assertGuarded()
      return old;
    }

    @Override
    public Object state() {
      return List.of(n, m);
    }
  }

  /** A plain float that its name calls a count. */
  @Racy
  public static class PlainFloats extends Target {
    private float hitCount;
    private float missCount;
    private static float totalCount;

    @Override
    public Object hit(int i) {
      hitCount++; // assertGuarded("instance-field")
      missCount += 2; // assertGuarded("instance-field")
      totalCount -= 1; // assertGuarded("static-field")
      return null;
    }

    @Override
    public Object state() {
      return List.of(hitCount, missCount, totalCount);
    }
  }

  /** The value of the expression, of a float. */
  @Racy
  public static class ValuesFloats extends Target {
    private volatile float n;
    private static volatile float total;

    @Override
    public Object hit(int i) {
      float a = n++; // assertGuarded()
      float b = ++n; // assertGuarded()
      float c = total--; // assertGuarded()
      float d = --total; // assertGuarded()
      float e = (n += 5); // assertGuarded()
      return "" + a + " " + b + " " + c + " " + d + " " + e;
    }

    @Override
    public Object state() {
      return List.of(n, total);
    }
  }

  /** Code between the read and the write of a float. */
  @Racy
  public static class BetweenFloats extends Target {
    private volatile float n;
    private volatile float m;

    @Override
    public Object hit(int i) {
      float old = n;
      String text = "x" + i;
      n = old + 2; // assertGuarded()
      m += text.length() % 2; // assertGuarded()
      return old;
    }

    @Override
    public Object state() {
      return List.of(n, m);
    }
  }

  /** A plain double that its name calls a count. */
  @Racy
  public static class PlainDoubles extends Target {
    private double hitCount;
    private double missCount;
    private static double totalCount;

    @Override
    public Object hit(int i) {
      hitCount++; // assertGuarded("instance-field")
      missCount += 2; // assertGuarded("instance-field")
      totalCount -= 1; // assertGuarded("static-field")
      return null;
    }

    @Override
    public Object state() {
      return List.of(hitCount, missCount, totalCount);
    }
  }

  /** The value of the expression, of a double. */
  @Racy
  public static class ValuesDoubles extends Target {
    private volatile double n;
    private static volatile double total;

    @Override
    public Object hit(int i) {
      double a = n++; // assertGuarded()
      double b = ++n; // assertGuarded()
      double c = total--; // assertGuarded()
      double d = --total; // assertGuarded()
      double e = (n += 5); // assertGuarded()
      return "" + a + " " + b + " " + c + " " + d + " " + e;
    }

    @Override
    public Object state() {
      return List.of(n, total);
    }
  }

  /** Code between the read and the write of a double. */
  @Racy
  public static class BetweenDoubles extends Target {
    private volatile double n;
    private volatile double m;

    @Override
    public Object hit(int i) {
      double old = n;
      String text = "x" + i;
      n = old + 2; // assertGuarded()
      m += text.length() % 2; // assertGuarded()
      return old;
    }

    @Override
    public Object state() {
      return List.of(n, m);
    }
  }
}
