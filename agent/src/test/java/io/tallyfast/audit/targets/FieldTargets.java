package io.tallyfast.audit.targets;

import java.util.concurrent.atomic.AtomicLong;

/** Numbers in fields and in elements of arrays. The comments say what the audit reports. */
public class FieldTargets {
  private FieldTargets() {}

  /** Whoever makes a field volatile has several threads in mind. */
  public static class Volatile {
    private static volatile int shared;
    private volatile long served;

    void count(int n) {
      served++; // assertReported("volatile-field")
      shared += n; // assertReported("volatile-field")
    }

    int next() {
      return ++shared; // assertReported("volatile-field")
    }

    void largest(long n) {
      if (n > served) {
        served = n; // assertReported("volatile-field")
      }
    }

    void set(long n) {
      served = n;
    }
  }

  /** There is one of a static field. */
  public static class Static {
    private static long total;
    private static long locked;

    void count(long n) {
      total += n; // assertReported("static-field")
    }

    static synchronized void countLocked() {
      locked++;
    }
  }

  /** One method takes a lock, which shows that the object is shared. */
  public static class Instance {
    private long hits;
    private long guarded;
    private int pos;

    void hit() {
      hits++; // assertReported("instance-field")
    }

    synchronized long hits() {
      guarded++;
      return hits;
    }

    char next(String text) {
      return text.charAt(pos++);
    }
  }

  /** Arrays of counters, one of which is a buffer. */
  public static class Elements {
    private final long[] hitCounts = new long[8];
    private final AtomicLong all = new AtomicLong();
    private final byte[] buffer = new byte[8];
    private volatile boolean open;

    void hit(int i) {
      hitCounts[i]++; // assertReported("array-element")
      all.incrementAndGet();
    }

    void put(int i, byte b) {
      buffer[i] = b;
      open = true;
    }

    boolean isOpen() {
      return open;
    }
  }
}
