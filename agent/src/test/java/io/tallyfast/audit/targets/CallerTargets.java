package io.tallyfast.audit.targets;

import java.util.HashMap;
import java.util.Map;

/** Locks that callers hold, and callers that hold none or another one. */
public class CallerTargets {
  /** Every caller holds the lock. */
  public static class Safe {
    private final Map<String, Integer> privately = new HashMap<>();
    private final Map<String, Integer> inPackage = new HashMap<>();
    private final Map<String, Integer> handed = new HashMap<>();

    synchronized void add(String k) {
      privately(k);
      count(handed, k);
    }

    void addToo(String k) {
      synchronized (this) {
        between(k);
      }
    }

    private void between(String k) {
      privately(k);
    }

    private void privately(String k) {
      privately.put(k, privately.getOrDefault(k, 0) + 1); // protected
    }

    void inPackage(String k) {
      inPackage.put(k, inPackage.getOrDefault(k, 0) + 1); // protected
    }

    private static void count(Map<String, Integer> map, String k) {
      map.put(k, map.getOrDefault(k, 0) + 1); // protected
    }
  }

  /** Calls the package-visible method with the right lock. */
  public static class Neighbour {
    void call(Safe safe, String k) {
      synchronized (safe) {
        safe.inPackage(k);
      }
    }
  }

  /** Has the lock for a part that only it has. */
  public static class Owner {
    private final Part part = new Part();

    synchronized void add(String k) {
      part.add(k);
    }
  }

  /** Made for its owner. */
  public static class Part {
    private final Map<String, Integer> counts = new HashMap<>();

    void add(String k) {
      counts.put(k, counts.getOrDefault(k, 0) + 1); // protected
    }
  }

  /** One caller holds no lock, or that of something else. */
  public static class Unsafe {
    private final Map<String, Integer> privately = new HashMap<>();
    private final Map<String, Integer> ofOther = new HashMap<>();
    private final Map<String, Integer> handed = new HashMap<>();
    private final Map<String, Integer> recursive = new HashMap<>();
    private final Map<String, Integer> inTurns = new HashMap<>();
    private final Object other = new Object();

    synchronized void add(String k) {
      privately(k);
      ofOther(k);
      count(handed, k);
    }

    void bare(String k) {
      privately(k);
      count(handed, k);
    }

    void again(String k, int times) {
      recursive.put(k, recursive.getOrDefault(k, 0) + 1); // unprotected
      if (times > 0) {
        again(k, times - 1);
      }
    }

    void ping(String k, int times) {
      inTurns.put(k, inTurns.getOrDefault(k, 0) + 1); // unprotected
      pong(k, times);
    }

    void pong(String k, int times) {
      if (times > 0) {
        ping(k, times - 1);
      }
    }

    void otherwise(String k) {
      synchronized (other) {
        ofOther(k);
      }
    }

    private void privately(String k) {
      privately.put(k, privately.getOrDefault(k, 0) + 1); // unprotected
    }

    private void ofOther(String k) {
      ofOther.put(k, ofOther.getOrDefault(k, 0) + 1); // unprotected
    }

    private static void count(Map<String, Integer> map, String k) {
      map.put(k, map.getOrDefault(k, 0) + 1); // unprotected
    }
  }
}
