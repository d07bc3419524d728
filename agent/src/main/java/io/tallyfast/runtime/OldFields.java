package io.tallyfast.runtime;

import java.lang.invoke.MethodHandles;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Updates of fields in class files that are too old for invokedynamic. The ways to the fields of a
 * class are kept with the class, so that they go when it goes. Thread-safe.
 */
public final class OldFields {
  private static final Ways WAYS = new Ways();

  private OldFields() {}

  private static final class Ways extends ClassValue<ConcurrentHashMap<String, Object>> {
    @Override
    protected ConcurrentHashMap<String, Object> computeValue(Class<?> type) {
      return new ConcurrentHashMap<>();
    }
  }

  private static Object access(MethodHandles.Lookup caller, String field) {
    ConcurrentHashMap<String, Object> known = WAYS.get(caller.lookupClass());
    Object access = known.get(field);
    if (access == null) {
      access = Fields.access(caller, field);
      known.put(field, access);
    }
    return access;
  }

  /**
   * What a boxed number became.
   *
   * @param old what {@code mergeOld} returned
   * @param written what the application wrote
   * @param seen what it had read
   * @param operand what it added, in a box; null where it is what was written minus what was read
   * @param how one of {@link How}
   */
  public static Object renewed(Object old, Object written, Object seen, Object operand, int how) {
    return old == seen ? written : Boxes.next(old, written, seen, operand, how);
  }

  /** As {@link Ints#addOld}; the field as in {@link Fields#link}. */
  public static int addOld(Object holder, int delta, MethodHandles.Lookup caller, String field)
      throws Throwable {
    return ((Ints) access(caller, field)).addOld(holder, delta);
  }

  /** As {@link Longs#addOld}; the field as in {@link Fields#link}. */
  public static long addOld(Object holder, long delta, MethodHandles.Lookup caller, String field)
      throws Throwable {
    return ((Longs) access(caller, field)).addOld(holder, delta);
  }

  /** As {@link Floats#addOld}; the field as in {@link Fields#link}. */
  public static float addOld(Object holder, float delta, MethodHandles.Lookup caller, String field)
      throws Throwable {
    return ((Floats) access(caller, field)).addOld(holder, delta);
  }

  /** As {@link Doubles#addOld}; the field as in {@link Fields#link}. */
  public static double addOld(
      Object holder, double delta, MethodHandles.Lookup caller, String field) throws Throwable {
    return ((Doubles) access(caller, field)).addOld(holder, delta);
  }

  /** As {@link Ints#mergeOld}; the field as in {@link Fields#link}. */
  public static int mergeOld(
      Object holder,
      int written,
      int seen,
      int how,
      int site,
      MethodHandles.Lookup caller,
      String field)
      throws Throwable {
    return ((Ints) access(caller, field)).mergeOld(holder, written, seen, how, site);
  }

  /** As {@link Longs#mergeOld}; the field as in {@link Fields#link}. */
  public static long mergeOld(
      Object holder,
      long written,
      long seen,
      int how,
      int site,
      MethodHandles.Lookup caller,
      String field)
      throws Throwable {
    return ((Longs) access(caller, field)).mergeOld(holder, written, seen, how, site);
  }

  /** As {@link Floats#mergeOld}; the field as in {@link Fields#link}. */
  public static float mergeOld(
      Object holder,
      float written,
      float seen,
      double operand,
      int how,
      int site,
      MethodHandles.Lookup caller,
      String field)
      throws Throwable {
    return ((Floats) access(caller, field)).mergeOld(holder, written, seen, operand, how, site);
  }

  /** As {@link Doubles#mergeOld}; the field as in {@link Fields#link}. */
  public static double mergeOld(
      Object holder,
      double written,
      double seen,
      double operand,
      int how,
      int site,
      MethodHandles.Lookup caller,
      String field)
      throws Throwable {
    return ((Doubles) access(caller, field)).mergeOld(holder, written, seen, operand, how, site);
  }

  /** As {@link Boxes#mergeOld}; the field as in {@link Fields#link}. */
  public static Object mergeOld(
      Object holder,
      Object written,
      Object seen,
      Object operand,
      int how,
      int site,
      MethodHandles.Lookup caller,
      String field)
      throws Throwable {
    return ((Boxes) access(caller, field)).mergeOld(holder, written, seen, operand, how, site);
  }

  /** As {@link Ints#replace}; the field as in {@link Fields#link}. */
  public static boolean replace(
      Object holder, int written, int seen, int site, MethodHandles.Lookup caller, String field)
      throws Throwable {
    return ((Ints) access(caller, field)).replace(holder, written, seen, site);
  }

  /** As {@link Longs#replace}; the field as in {@link Fields#link}. */
  public static boolean replace(
      Object holder, long written, long seen, int site, MethodHandles.Lookup caller, String field)
      throws Throwable {
    return ((Longs) access(caller, field)).replace(holder, written, seen, site);
  }

  /** As {@link Floats#replace}; the field as in {@link Fields#link}. */
  public static boolean replace(
      Object holder, float written, float seen, int site, MethodHandles.Lookup caller, String field)
      throws Throwable {
    return ((Floats) access(caller, field)).replace(holder, written, seen, site);
  }

  /** As {@link Doubles#replace}; the field as in {@link Fields#link}. */
  public static boolean replace(
      Object holder,
      double written,
      double seen,
      int site,
      MethodHandles.Lookup caller,
      String field)
      throws Throwable {
    return ((Doubles) access(caller, field)).replace(holder, written, seen, site);
  }

  /** As {@link Ints#read}; the field as in {@link Fields#link}. */
  public static int readInt(Object holder, MethodHandles.Lookup caller, String field)
      throws Throwable {
    return ((Ints) access(caller, field)).read(holder);
  }

  /** As {@link Longs#read}; the field as in {@link Fields#link}. */
  public static long readLong(Object holder, MethodHandles.Lookup caller, String field)
      throws Throwable {
    return ((Longs) access(caller, field)).read(holder);
  }

  /** As {@link Floats#read}; the field as in {@link Fields#link}. */
  public static float readFloat(Object holder, MethodHandles.Lookup caller, String field)
      throws Throwable {
    return ((Floats) access(caller, field)).read(holder);
  }

  /** As {@link Doubles#read}; the field as in {@link Fields#link}. */
  public static double readDouble(Object holder, MethodHandles.Lookup caller, String field)
      throws Throwable {
    return ((Doubles) access(caller, field)).read(holder);
  }

  /** As {@link Ints#observe}; the field as in {@link Fields#link}. */
  public static void observe(
      Object holder,
      int written,
      int seen,
      int how,
      int site,
      String name,
      MethodHandles.Lookup caller,
      String field)
      throws Throwable {
    ((Ints) access(caller, field)).observe(holder, written, seen, how, site, name);
  }

  /** As {@link Longs#observe}; the field as in {@link Fields#link}. */
  public static void observe(
      Object holder,
      long written,
      long seen,
      int how,
      int site,
      String name,
      MethodHandles.Lookup caller,
      String field)
      throws Throwable {
    ((Longs) access(caller, field)).observe(holder, written, seen, how, site, name);
  }

  /** As {@link Floats#observe}; the field as in {@link Fields#link}. */
  public static void observe(
      Object holder,
      float written,
      float seen,
      int how,
      int site,
      String name,
      MethodHandles.Lookup caller,
      String field)
      throws Throwable {
    ((Floats) access(caller, field)).observe(holder, written, seen, how, site, name);
  }

  /** As {@link Doubles#observe}; the field as in {@link Fields#link}. */
  public static void observe(
      Object holder,
      double written,
      double seen,
      int how,
      int site,
      String name,
      MethodHandles.Lookup caller,
      String field)
      throws Throwable {
    ((Doubles) access(caller, field)).observe(holder, written, seen, how, site, name);
  }

  /** As {@link Boxes#observe}; the field as in {@link Fields#link}. */
  public static void observe(
      Object holder,
      Object written,
      Object seen,
      int how,
      int site,
      String name,
      MethodHandles.Lookup caller,
      String field)
      throws Throwable {
    ((Boxes) access(caller, field)).observe(holder, written, seen, how, site, name);
  }
}
