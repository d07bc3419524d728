package io.tallyfast.runtime;

import java.util.Map;

/**
 * Updates whose read, or whose read and write, lie in methods of their own: {@code put(k, count(k)
 * + 1)}, {@code setCount(k, getCount(k) + n)}. The method that counts knows what is added, the
 * method that reads knows the map, the key and the value; a token brings them together. It lies in
 * a local variable of the method that counts, and the thread points to it while the other method
 * runs.
 *
 * <p>Whichever method really runs, be it one that overrides, the token says what was really read;
 * where that is not what is written, the write is a plain one. Thread-safe.
 */
public final class Splits {
  private static final Current CURRENT = new Current();

  private Splits() {}

  /** Before a method is called that reads: what it reads is remembered from now on. */
  public static Object open() {
    Token token = new Token();
    CURRENT.get().token = token;
    return token;
  }

  /**
   * After that method has returned.
   *
   * @param opened what {@link #open} returned
   * @param result what the method returned; null where it returned null
   */
  public static void returned(Object opened, Object result) {
    Token token = (Token) opened;
    CURRENT.get().token = null;
    Seen seen = token.seen;
    if (seen == null) {
      return;
    }
    if (seen.value == null) {
      token.base = result;
    } else if (!isValue(seen.value, result)) {
      token.seen = null;
    }
  }

  /** A number that was taken out of its box and put into another one is the same number. */
  private static boolean isValue(Object read, Object result) {
    if (Merges.same(read, result)) {
      return true;
    }
    if (!(read instanceof Number a) || !(result instanceof Number b)) {
      return false;
    }
    boolean floating = a instanceof Double || a instanceof Float;
    return floating
        ? Double.compare(a.doubleValue(), b.doubleValue()) == 0
        : a.longValue() == b.longValue();
  }

  /** As {@link Map#get}, in a method that reads for others. */
  public static Object get(Map<Object, Object> map, Object key) {
    return read(map, key, Guard.get(map, key));
  }

  /** As {@link Map#getOrDefault}, in a method that reads for others. */
  public static Object getOrDefault(Map<Object, Object> map, Object key, Object otherwise) {
    Object value = Guard.get(map, key);
    read(map, key, value);
    return value != null ? value : Guard.getOrDefault(map, key, otherwise);
  }

  private static Object read(Map<Object, Object> map, Object key, Object value) {
    Token token = CURRENT.get().token;
    if (token != null) {
      token.seen = new Seen(map, key, value);
    }
    return value;
  }

  /**
   * As {@link Map#put}, of a value that derives from what another method read.
   *
   * @param opened what {@link #open} returned; null where no way led over it
   * @param operand what is added, for {@link How#OPERAND}; else null
   * @param how {@link How} bits
   * @param site number of the site
   */
  public static Object update(
      Map<Object, Object> map,
      Object key,
      Object written,
      Object opened,
      Object operand,
      int how,
      int site) {
    Token token = (Token) opened;
    if (token == null || token.seen == null) {
      return Guard.put(map, key, written);
    }
    return Updates.update(map, key, written, token.seen, token.base, operand, how, site);
  }

  /**
   * Before a method is called that writes.
   *
   * @param written the value it is given
   * @param opened what {@link #open} returned; null where no way led over it
   */
  public static void arm(Object written, Object opened, Object operand, int how, int site) {
    Token token = (Token) opened;
    if (token != null && token.seen != null) {
      token.written = written;
      token.operand = operand;
      token.how = how;
      token.site = site;
      CURRENT.get().token = token;
    }
  }

  /** After that method has returned. */
  public static void disarm() {
    CURRENT.get().token = null;
  }

  /** As {@link Map#put}, in a method that writes for others. */
  public static Object put(Map<Object, Object> map, Object key, Object value) {
    Slot slot = CURRENT.get();
    Token token = slot.token;
    if (token == null || token.written == null || !isValue(value, token.written)) {
      return Guard.put(map, key, value);
    }
    slot.token = null;
    return update(map, key, value, token, token.operand, token.how, token.site);
  }

  /**
   * What the update really stored, for a local variable that has what the application computed.
   *
   * @param opened what {@link #open} returned; null where no way led over it
   * @param mine what the variable has
   */
  public static Object refreshed(Object opened, Object mine) {
    Token token = (Token) opened;
    return token == null || token.seen == null ? mine : Updates.refreshed(token.seen, true, mine);
  }

  /** As {@link #refreshed(Object, Object)}. */
  public static int refreshed(Object opened, int mine) {
    return refreshed(opened, null) instanceof Number n ? n.intValue() : mine;
  }

  /** As {@link #refreshed(Object, Object)}. */
  public static long refreshed(Object opened, long mine) {
    return refreshed(opened, null) instanceof Number n ? n.longValue() : mine;
  }

  /** As {@link #refreshed(Object, Object)}. */
  public static float refreshed(Object opened, float mine) {
    return refreshed(opened, null) instanceof Number n ? n.floatValue() : mine;
  }

  /** As {@link #refreshed(Object, Object)}. */
  public static double refreshed(Object opened, double mine) {
    return refreshed(opened, null) instanceof Number n ? n.doubleValue() : mine;
  }

  /** What one update knows of itself. */
  private static final class Token {
    /** What was read last; null when nothing was, or when it is not what the method returned. */
    private Seen seen;

    /** What the method returned for an entry without a value. */
    private Object base;

    private Object written;
    private Object operand;
    private int how;
    private int site;
  }

  /** Where a thread points to the token; of its own class, so that nothing is boxed. */
  private static final class Slot {
    private Token token;
  }

  private static final class Current extends ThreadLocal<Slot> {
    @Override
    protected Slot initialValue() {
      return new Slot();
    }
  }
}
