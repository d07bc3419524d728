package io.tallyfast.targets;

import io.tallyfast.testkit.Racy;
import io.tallyfast.testkit.Target;
import java.util.List;

/** Counters in elements of arrays. */
public class ArrayElementTargets {
  private ArrayElementTargets() {}

  /** Elements of an array of byte. */
  @Racy
  public static class ArrayBytes extends Target {
    private final byte[] hitCounts = new byte[4];
    private static final byte[] MISS_COUNTS = new byte[4];

    @Override
    public Object hit(int i) {
      hitCounts[i % 3]++; // assertGuarded("array-element")
      MISS_COUNTS[i % 2] += 3; // assertGuarded("array-element")
      hitCounts[3] = (byte) (hitCounts[3] - 2); // assertGuarded("array-element")
      return null;
    }

    @Override
    public Object state() {
      return List.of(
          hitCounts[0], hitCounts[1], hitCounts[2], hitCounts[3], MISS_COUNTS[0], MISS_COUNTS[1]);
    }
  }

  /** The value of the expression, of an element of type byte. */
  @Racy
  public static class ArrayValuesBytes extends Target {
    private final byte[] counts = new byte[2];

    @Override
    public Object hit(int i) {
      byte a = counts[0]++; // assertGuarded("array-element")
      byte b = --counts[1]; // assertGuarded("array-element")
      byte c = (counts[0] += 4); // assertGuarded("array-element")
      return "" + a + " " + b + " " + c;
    }

    @Override
    public Object state() {
      return List.of(counts[0], counts[1]);
    }
  }

  /** Elements of an array of short. */
  @Racy
  public static class ArrayShorts extends Target {
    private final short[] hitCounts = new short[4];
    private static final short[] MISS_COUNTS = new short[4];

    @Override
    public Object hit(int i) {
      hitCounts[i % 3]++; // assertGuarded("array-element")
      MISS_COUNTS[i % 2] += 3; // assertGuarded("array-element")
      hitCounts[3] = (short) (hitCounts[3] - 2); // assertGuarded("array-element")
      return null;
    }

    @Override
    public Object state() {
      return List.of(
          hitCounts[0], hitCounts[1], hitCounts[2], hitCounts[3], MISS_COUNTS[0], MISS_COUNTS[1]);
    }
  }

  /** The value of the expression, of an element of type short. */
  @Racy
  public static class ArrayValuesShorts extends Target {
    private final short[] counts = new short[2];

    @Override
    public Object hit(int i) {
      short a = counts[0]++; // assertGuarded("array-element")
      short b = --counts[1]; // assertGuarded("array-element")
      short c = (counts[0] += 4); // assertGuarded("array-element")
      return "" + a + " " + b + " " + c;
    }

    @Override
    public Object state() {
      return List.of(counts[0], counts[1]);
    }
  }

  /** Elements of an array of char. */
  @Racy
  public static class ArrayChars extends Target {
    private final char[] hitCounts = new char[4];
    private static final char[] MISS_COUNTS = new char[4];

    @Override
    public Object hit(int i) {
      hitCounts[i % 3]++; // assertGuarded("array-element")
      MISS_COUNTS[i % 2] += 3; // assertGuarded("array-element")
      hitCounts[3] = (char) (hitCounts[3] - 2); // assertGuarded("array-element")
      return null;
    }

    @Override
    public Object state() {
      return List.of(
          (int) hitCounts[0],
          (int) hitCounts[1],
          (int) hitCounts[2],
          (int) hitCounts[3],
          (int) MISS_COUNTS[0],
          (int) MISS_COUNTS[1]);
    }
  }

  /** The value of the expression, of an element of type char. */
  @Racy
  public static class ArrayValuesChars extends Target {
    private final char[] counts = new char[2];

    @Override
    public Object hit(int i) {
      char a = counts[0]++; // assertGuarded("array-element")
      char b = --counts[1]; // assertGuarded("array-element")
      char c = (counts[0] += 4); // assertGuarded("array-element")
      return "" + a + " " + b + " " + c;
    }

    @Override
    public Object state() {
      return List.of((int) counts[0], (int) counts[1]);
    }
  }

  /** Elements of an array of int. */
  @Racy
  public static class ArrayInts extends Target {
    private final int[] hitCounts = new int[4];
    private static final int[] MISS_COUNTS = new int[4];

    @Override
    public Object hit(int i) {
      hitCounts[i % 3]++; // assertGuarded("array-element")
      MISS_COUNTS[i % 2] += 3; // assertGuarded("array-element")
      hitCounts[3] = hitCounts[3] - 2; // assertGuarded("array-element")
      return null;
    }

    @Override
    public Object state() {
      return List.of(
          hitCounts[0], hitCounts[1], hitCounts[2], hitCounts[3], MISS_COUNTS[0], MISS_COUNTS[1]);
    }
  }

  /** The value of the expression, of an element of type int. */
  @Racy
  public static class ArrayValuesInts extends Target {
    private final int[] counts = new int[2];

    @Override
    public Object hit(int i) {
      int a = counts[0]++; // assertGuarded("array-element")
      int b = --counts[1]; // assertGuarded("array-element")
      int c = (counts[0] += 4); // assertGuarded("array-element")
      return "" + a + " " + b + " " + c;
    }

    @Override
    public Object state() {
      return List.of(counts[0], counts[1]);
    }
  }

  /** Elements of an array of long. */
  @Racy
  public static class ArrayLongs extends Target {
    private final long[] hitCounts = new long[4];
    private static final long[] MISS_COUNTS = new long[4];

    @Override
    public Object hit(int i) {
      hitCounts[i % 3]++; // assertGuarded("array-element")
      MISS_COUNTS[i % 2] += 3; // assertGuarded("array-element")
      hitCounts[3] = hitCounts[3] - 2; // assertGuarded("array-element")
      return null;
    }

    @Override
    public Object state() {
      return List.of(
          hitCounts[0], hitCounts[1], hitCounts[2], hitCounts[3], MISS_COUNTS[0], MISS_COUNTS[1]);
    }
  }

  /** The value of the expression, of an element of type long. */
  @Racy
  public static class ArrayValuesLongs extends Target {
    private final long[] counts = new long[2];

    @Override
    public Object hit(int i) {
      long a = counts[0]++; // assertGuarded("array-element")
      long b = --counts[1]; // assertGuarded("array-element")
      long c = (counts[0] += 4); // assertGuarded("array-element")
      return "" + a + " " + b + " " + c;
    }

    @Override
    public Object state() {
      return List.of(counts[0], counts[1]);
    }
  }

  /** Elements of an array of float. */
  @Racy
  public static class ArrayFloats extends Target {
    private final float[] hitCounts = new float[4];
    private static final float[] MISS_COUNTS = new float[4];

    @Override
    public Object hit(int i) {
      hitCounts[i % 3]++; // assertGuarded("array-element")
      MISS_COUNTS[i % 2] += 3; // assertGuarded("array-element")
      hitCounts[3] = hitCounts[3] - 2; // assertGuarded("array-element")
      return null;
    }

    @Override
    public Object state() {
      return List.of(
          hitCounts[0], hitCounts[1], hitCounts[2], hitCounts[3], MISS_COUNTS[0], MISS_COUNTS[1]);
    }
  }

  /** The value of the expression, of an element of type float. */
  @Racy
  public static class ArrayValuesFloats extends Target {
    private final float[] counts = new float[2];

    @Override
    public Object hit(int i) {
      float a = counts[0]++; // assertGuarded("array-element")
      float b = --counts[1]; // assertGuarded("array-element")
      float c = (counts[0] += 4); // assertGuarded("array-element")
      return "" + a + " " + b + " " + c;
    }

    @Override
    public Object state() {
      return List.of(counts[0], counts[1]);
    }
  }

  /** Elements of an array of double. */
  @Racy
  public static class ArrayDoubles extends Target {
    private final double[] hitCounts = new double[4];
    private static final double[] MISS_COUNTS = new double[4];

    @Override
    public Object hit(int i) {
      hitCounts[i % 3]++; // assertGuarded("array-element")
      MISS_COUNTS[i % 2] += 3; // assertGuarded("array-element")
      hitCounts[3] = hitCounts[3] - 2; // assertGuarded("array-element")
      return null;
    }

    @Override
    public Object state() {
      return List.of(
          hitCounts[0], hitCounts[1], hitCounts[2], hitCounts[3], MISS_COUNTS[0], MISS_COUNTS[1]);
    }
  }

  /** The value of the expression, of an element of type double. */
  @Racy
  public static class ArrayValuesDoubles extends Target {
    private final double[] counts = new double[2];

    @Override
    public Object hit(int i) {
      double a = counts[0]++; // assertGuarded("array-element")
      double b = --counts[1]; // assertGuarded("array-element")
      double c = (counts[0] += 4); // assertGuarded("array-element")
      return "" + a + " " + b + " " + c;
    }

    @Override
    public Object state() {
      return List.of(counts[0], counts[1]);
    }
  }
}
