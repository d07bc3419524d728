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
