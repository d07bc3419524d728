package io.tallyfast.proof;

import io.tallyfast.testkit.InexactTarget;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What generated programs extend: calls with an effect that leaves a trace, and maps of each kind.
 * Confined to one thread unless tracing is off.
 */
public abstract class Program extends InexactTarget {
  /** What a hit returns in the end. */
  protected Object result;

  private final List<String> trace = new ArrayList<>();

  /** The calls so far, in order, and the fields. */
  @Override
  public final Object state() {
    List<Object> all = new ArrayList<>(List.of(List.copyOf(trace)));
    for (Field field : getClass().getDeclaredFields()) {
      try {
        field.setAccessible(true);
        all.add(plain(field.get(this)));
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      }
    }
    return all;
  }

  private static Object plain(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> copy = new LinkedHashMap<>();
      map.forEach((k, v) -> copy.put(k, plain(v)));
      return copy;
    }
    if (value != null && value.getClass().isArray()) {
      List<Object> copy = new ArrayList<>();
      for (int i = 0; i < Array.getLength(value); i++) {
        copy.add(plain(Array.get(value, i)));
      }
      return copy;
    }
    return value;
  }

  /** Leaves a trace, and returns its argument. */
  protected final int t(int value) {
    trace.add("int " + value);
    return value;
  }

  /** Leaves a trace, and returns its argument. */
  protected final long t(long value) {
    trace.add("long " + value);
    return value;
  }

  /** Leaves a trace, and returns its argument. */
  protected final double t(double value) {
    trace.add("double " + value);
    return value;
  }

  /** Leaves a trace, and returns its argument. */
  protected final <V> V t(V value) {
    trace.add(value + " of " + (value == null ? "null" : value.getClass().getSimpleName()));
    return value;
  }

  /** Throws once in four times. */
  protected final int fail(int i) {
    trace.add("fail " + i);
    if (Math.floorMod(i, 4) == 3) {
      throw new IllegalStateException("failed at " + i);
    }
    return i;
  }

  /** One of a few keys. */
  protected static String keyOf(int i) {
    return String.valueOf((char) ('a' + Math.floorMod(i, 3)));
  }

  /** A map in which the entries of each access move to the end, and of which six stay. */
  protected static <K, V> Map<K, V> lru() {
    return new LinkedHashMap<K, V>(8, 0.75f, true) {
      private static final long serialVersionUID = 1;

      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > 6;
      }
    };
  }

  /** A map that takes no value under the key {@code "b"}. */
  protected static <K, V> Map<K, V> throwing() {
    return new Throwing<>();
  }

  /** A map with one entry, which nobody may change. */
  protected static <K, V> Map<K, V> unmodifiable(K key, V value) {
    return Collections.unmodifiableMap(new TreeMap<>(Map.of(key, value)));
  }

  private static final class Throwing<K, V> extends HashMap<K, V> {
    private static final long serialVersionUID = 1;

    @Override
    public V put(K key, V value) {
      if ("b".equals(key)) {
        throw new UnsupportedOperationException("put of b");
      }
      return super.put(key, value);
    }
  }

  /** An object that counts in fields. */
  public static class Box {
    /** Counted. */
    public int n;

    /** Counted. */
    public volatile long v;

    /** Counted. */
    public double d;

    @Override
    public String toString() {
      return n + "/" + v + "/" + d;
    }
  }
}
