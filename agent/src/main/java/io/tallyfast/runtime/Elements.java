package io.tallyfast.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Updates of array elements as one step. Thread-safe. An array that is null, and an index that is
 * out of bounds, end in the same exceptions as before.
 */
public final class Elements {
  private static final VarHandle INTS = MethodHandles.arrayElementVarHandle(int[].class);
  private static final VarHandle LONGS = MethodHandles.arrayElementVarHandle(long[].class);
  private static final VarHandle SHORTS = MethodHandles.arrayElementVarHandle(short[].class);
  private static final VarHandle BYTES = MethodHandles.arrayElementVarHandle(byte[].class);
  private static final VarHandle CHARS = MethodHandles.arrayElementVarHandle(char[].class);
  private static final VarHandle FLOATS = MethodHandles.arrayElementVarHandle(float[].class);
  private static final VarHandle DOUBLES = MethodHandles.arrayElementVarHandle(double[].class);

  private Elements() {}

  /** Adds, and returns what was there before. */
  public static int addOld(int[] array, int index, int delta) {
    return (int) INTS.getAndAdd(array, index, delta);
  }

  /** As {@link Ints#mergeOld}. */
  public static int mergeOld(int[] array, int index, int written, int seen, int how, int site) {
    if (written == seen && how >= How.MAX || INTS.compareAndSet(array, index, seen, written)) {
      return seen;
    }
    while (true) {
      int now = (int) INTS.getVolatile(array, index);
      int next = Ints.next(now, written, seen, how);
      if (INTS.compareAndSet(array, index, now, next)) {
        SiteCounters.prevented(site);
        return now;
      }
    }
  }

  /** Adds, and returns what was there before. */
  public static long addOld(long[] array, int index, long delta) {
    return (long) LONGS.getAndAdd(array, index, delta);
  }

  /** As {@link Longs#mergeOld}. */
  public static long mergeOld(long[] array, int index, long written, long seen, int how, int site) {
    if (written == seen && how >= How.MAX || LONGS.compareAndSet(array, index, seen, written)) {
      return seen;
    }
    while (true) {
      long now = (long) LONGS.getVolatile(array, index);
      long next = Longs.next(now, written, seen, how);
      if (LONGS.compareAndSet(array, index, now, next)) {
        SiteCounters.prevented(site);
        return now;
      }
    }
  }

  /** Adds, and returns what was there before. */
  public static int addOld(short[] array, int index, int delta) {
    while (true) {
      short old = (short) SHORTS.getVolatile(array, index);
      if (SHORTS.compareAndSet(array, index, old, (short) (old + delta))) {
        return old;
      }
    }
  }

  /** As {@link Ints#mergeOld}. */
  public static int mergeOld(short[] array, int index, int written, int seen, int how, int site) {
    if (written == seen && how >= How.MAX
        || SHORTS.compareAndSet(array, index, (short) seen, (short) written)) {
      return seen;
    }
    while (true) {
      short now = (short) SHORTS.getVolatile(array, index);
      int next = Ints.next(now, written, seen, how);
      if (SHORTS.compareAndSet(array, index, now, (short) next)) {
        SiteCounters.prevented(site);
        return now;
      }
    }
  }

  /** Adds, and returns what was there before. */
  public static int addOld(byte[] array, int index, int delta) {
    while (true) {
      byte old = (byte) BYTES.getVolatile(array, index);
      if (BYTES.compareAndSet(array, index, old, (byte) (old + delta))) {
        return old;
      }
    }
  }

  /** As {@link Ints#mergeOld}. */
  public static int mergeOld(byte[] array, int index, int written, int seen, int how, int site) {
    if (written == seen && how >= How.MAX
        || BYTES.compareAndSet(array, index, (byte) seen, (byte) written)) {
      return seen;
    }
    while (true) {
      byte now = (byte) BYTES.getVolatile(array, index);
      int next = Ints.next(now, written, seen, how);
      if (BYTES.compareAndSet(array, index, now, (byte) next)) {
        SiteCounters.prevented(site);
        return now;
      }
    }
  }

  /** Adds, and returns what was there before. */
  public static int addOld(char[] array, int index, int delta) {
    while (true) {
      char old = (char) CHARS.getVolatile(array, index);
      if (CHARS.compareAndSet(array, index, old, (char) (old + delta))) {
        return old;
      }
    }
  }

  /** As {@link Ints#mergeOld}. */
  public static int mergeOld(char[] array, int index, int written, int seen, int how, int site) {
    if (written == seen && how >= How.MAX
        || CHARS.compareAndSet(array, index, (char) seen, (char) written)) {
      return seen;
    }
    while (true) {
      char now = (char) CHARS.getVolatile(array, index);
      int next = Ints.next(now, written, seen, how);
      if (CHARS.compareAndSet(array, index, now, (char) next)) {
        SiteCounters.prevented(site);
        return now;
      }
    }
  }

  /** Adds, and returns what was there before. */
  public static float addOld(float[] array, int index, float delta) {
    return (float) FLOATS.getAndAdd(array, index, delta);
  }

  /** As {@link Floats#mergeOld}. */
  public static float mergeOld(
      float[] array, int index, float written, float seen, double operand, int how, int site) {
    if (FLOATS.compareAndSet(array, index, seen, written)) {
      return seen;
    }
    while (true) {
      float now = (float) FLOATS.getVolatile(array, index);
      float next = Floats.next(now, written, operand, how);
      if (FLOATS.compareAndSet(array, index, now, next)) {
        SiteCounters.prevented(site);
        return now;
      }
    }
  }

  /** Adds, and returns what was there before. */
  public static double addOld(double[] array, int index, double delta) {
    return (double) DOUBLES.getAndAdd(array, index, delta);
  }

  /** As {@link Doubles#mergeOld}. */
  public static double mergeOld(
      double[] array, int index, double written, double seen, double operand, int how, int site) {
    if (DOUBLES.compareAndSet(array, index, seen, written)) {
      return seen;
    }
    while (true) {
      double now = (double) DOUBLES.getVolatile(array, index);
      double next = Doubles.next(now, written, operand, how);
      if (DOUBLES.compareAndSet(array, index, now, next)) {
        SiteCounters.prevented(site);
        return now;
      }
    }
  }

  /** As {@link Ints#replace}. */
  public static boolean replace(int[] array, int index, int written, int seen, int site) {
    return counted(INTS.compareAndSet(array, index, seen, written), site);
  }

  /** As {@link Longs#replace}. */
  public static boolean replace(long[] array, int index, long written, long seen, int site) {
    return counted(LONGS.compareAndSet(array, index, seen, written), site);
  }

  /** As {@link Ints#replace}. */
  public static boolean replace(short[] array, int index, int written, int seen, int site) {
    return counted(SHORTS.compareAndSet(array, index, (short) seen, (short) written), site);
  }

  /** As {@link Ints#replace}. */
  public static boolean replace(byte[] array, int index, int written, int seen, int site) {
    return counted(BYTES.compareAndSet(array, index, (byte) seen, (byte) written), site);
  }

  /** As {@link Ints#replace}. */
  public static boolean replace(char[] array, int index, int written, int seen, int site) {
    return counted(CHARS.compareAndSet(array, index, (char) seen, (char) written), site);
  }

  /** As {@link Floats#replace}. */
  public static boolean replace(float[] array, int index, float written, float seen, int site) {
    return counted(FLOATS.compareAndSet(array, index, seen, written), site);
  }

  /** As {@link Doubles#replace}. */
  public static boolean replace(double[] array, int index, double written, double seen, int site) {
    return counted(DOUBLES.compareAndSet(array, index, seen, written), site);
  }

  private static boolean counted(boolean stored, int site) {
    if (!stored) {
      SiteCounters.prevented(site);
    }
    return stored;
  }

  /** As {@link Ints#observe}. */
  public static void observe(int[] array, int index, int written, int seen, int how, int site) {
    int previous = (int) INTS.getAndSet(array, index, written);
    Observed.wrote(previous, array, index, written, seen, how, site);
  }

  /** As {@link Longs#observe}. */
  public static void observe(long[] array, int index, long written, long seen, int how, int site) {
    long previous = (long) LONGS.getAndSet(array, index, written);
    Observed.wrote(previous, array, index, written, seen, how, site);
  }

  /** As {@link Ints#observe}. */
  public static void observe(short[] array, int index, int written, int seen, int how, int site) {
    int previous = (short) SHORTS.getAndSet(array, index, (short) written);
    Observed.wrote(previous, array, index, written, seen, how, site);
  }

  /** As {@link Ints#observe}. */
  public static void observe(byte[] array, int index, int written, int seen, int how, int site) {
    int previous = (byte) BYTES.getAndSet(array, index, (byte) written);
    Observed.wrote(previous, array, index, written, seen, how, site);
  }

  /** As {@link Ints#observe}. */
  public static void observe(char[] array, int index, int written, int seen, int how, int site) {
    int previous = (char) CHARS.getAndSet(array, index, (char) written);
    Observed.wrote(previous, array, index, written, seen, how, site);
  }

  /** As {@link Floats#observe}. */
  public static void observe(
      float[] array, int index, float written, float seen, int how, int site) {
    float previous = (float) FLOATS.getAndSet(array, index, written);
    Observed.wrote(previous, array, index, written, seen, how, site);
  }

  /** As {@link Doubles#observe}. */
  public static void observe(
      double[] array, int index, double written, double seen, int how, int site) {
    double previous = (double) DOUBLES.getAndSet(array, index, written);
    Observed.wrote(previous, array, index, written, seen, how, site);
  }
}
