package io.tallyfast.audit.targets;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What annotations claim, kept and broken. */
public class ClaimTargets {
  /** Whichever library it is from, its simple name counts. */
  @Retention(RetentionPolicy.CLASS)
  public @interface GuardedBy {
    /** The lock. */
    String value();
  }

  /** Likewise. */
  @Retention(RetentionPolicy.CLASS)
  public @interface ThreadSafe {}

  /** Likewise. */
  @Retention(RetentionPolicy.CLASS)
  public @interface NotThreadSafe {}

  /** Likewise. */
  @Retention(RetentionPolicy.CLASS)
  public @interface TallyfastIgnore {}

  /** Kept. */
  public static class Safe {
    @GuardedBy("this")
    private final Map<String, Integer> byThis = new HashMap<>();

    @GuardedBy("lock")
    private final Map<String, Integer> byLock = new HashMap<>();

    private final Map<String, Integer> byMethod = new HashMap<>();
    private final Object lock = new Object();

    synchronized void byThis(String k) {
      byThis.put(k, byThis.getOrDefault(k, 0) + 1); // protected
    }

    void byLock(String k) {
      synchronized (lock) {
        byLock.put(k, byLock.getOrDefault(k, 0) + 1); // protected
      }
    }

    @GuardedBy("lock")
    void byMethod(String k) {
      byMethod.put(k, byMethod.getOrDefault(k, 0) + 1); // protected
    }
  }

  /** Has fields that say which locks they need. */
  public static class Claimed {
    final Object lock = new Object();

    @GuardedBy("lock")
    int n;

    @GuardedBy("lock")
    int broken;

    @GuardedBy("lock()")
    int byCall;

    Object lock() {
      return new String[] {"made anew"};
    }

    void call() {
      synchronized (lock()) {
        byCall++; // protected
      }
    }

    /** Says so of the lock around it. */
    public class Inner {
      @GuardedBy("lock")
      int n;

      @GuardedBy("Claimed.this")
      int ofThis;
    }
  }

  /** What is inherited is claimed as well. */
  public static class Keeper extends Claimed {
    void add() {
      synchronized (lock) {
        n++; // protected
      }
    }
  }

  /** Broken from outside, and where it is inherited. */
  public static class Breaker extends Claimed {
    void bare(Claimed that) {
      that.broken++; // unprotected
    }

    synchronized void wrong() {
      broken++; // mixed
    }

    void inner(Inner that) {
      synchronized (lock) {
        that.n++; // mixed
      }
    }

    synchronized void inner2(Inner that) {
      that.ofThis++; // mixed
    }
  }

  /** Says that several threads use it, and does nothing for it. */
  @ThreadSafe
  public static class SaysSo {
    private int n;

    void add() {
      n++; // unprotected
    }

    int n() {
      return n;
    }
  }

  /** Broken. */
  public static class Unsafe {
    @GuardedBy("this")
    private final Map<String, Integer> bare = new HashMap<>();

    @GuardedBy("lock")
    private final Map<String, Integer> other = new HashMap<>();

    private final Map<String, Integer> byMethod = new HashMap<>();
    private final Object lock = new Object();

    void bare(String k) {
      bare.put(k, bare.getOrDefault(k, 0) + 1); // unprotected
    }

    synchronized void other(String k) {
      other.put(k, other.getOrDefault(k, 0) + 1); // mixed
    }

    void call(String k) {
      byMethod(k);
    }

    @GuardedBy("lock")
    void byMethod(String k) {
      byMethod.put(k, byMethod.getOrDefault(k, 0) + 1); // unprotected
    }
  }

  /** Says that it is for one thread. */
  @NotThreadSafe
  public static class ForOneThread {
    private final Map<String, Integer> stats = new HashMap<>();
    private final Map<String, Integer> shared = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Integer> concurrent = new ConcurrentHashMap<>();

    void add(String k) {
      stats.put(k, stats.getOrDefault(k, 0) + 1);
      concurrent.put(k, concurrent.getOrDefault(k, 0) + 1); // unprotected
    }
  }

  /** Asks for silence here and there. */
  public static class Ignored {
    @TallyfastIgnore private final Map<String, Integer> field = new HashMap<>();
    private final Map<String, Integer> method = new HashMap<>();

    void field(String k) {
      field.put(k, field.getOrDefault(k, 0) + 1);
    }

    @TallyfastIgnore
    void method(String k) {
      method.put(k, method.getOrDefault(k, 0) + 1);
    }

    void asked(String k) {
      method.put(k, method.getOrDefault(k, 0) + 2); // unprotected
    }
  }
}
