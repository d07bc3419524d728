package io.tallyfast.targets;

import io.tallyfast.testkit.Racy;
import io.tallyfast.testkit.Target;
import io.tallyfast.testkit.UniqueResults;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counters in fields: corners. */
public class FieldCornerTargets {
  private FieldCornerTargets() {}

  /** A maximum and a minimum. */
  public static class MaxAndMin extends Target {
    private volatile int max;
    private volatile long min = 10_000_000;
    private volatile double top;

    @Override
    public Object hit(int i) {
      max = Math.max(max, i); // assertGuarded("volatile-field")
      min = Math.min(i, min); // assertGuarded("volatile-field")
      top = Math.max(top, i); // assertGuarded("volatile-field")
      return null;
    }

    @Override
    public Object state() {
      return List.of(max, min, top);
    }
  }

  /** The new value is tested against a limit. */
  @Racy
  public static class LimitTested extends Target {
    private volatile int n;
    private volatile int over;

    @Override
    public Object hit(int i) {
      if (++n > 500) { // assertGuarded("volatile-field")
        over++; // assertGuarded("volatile-field")
        return true;
      }
      return false;
    }

    @Override
    public Object state() {
      return List.of(n, over);
    }
  }

  /** No two threads get the same number. */
  @UniqueResults
  @Racy
  public static class Identifiers extends Target {
    private volatile int nextId;

    @Override
    public Object hit(int i) {
      return nextId++; // assertGuarded("volatile-field")
    }

    @Override
    public Object state() {
      return List.of(nextId);
    }
  }

  /** No two threads get the same number, by way of a local variable. */
  @UniqueResults
  @Racy
  public static class IdentifiersInLocals extends Target {
    private volatile long nextId;

    @Override
    public Object hit(int i) {
      long id = nextId;
      nextId = id + 1; // assertGuarded("volatile-field")
      return id;
    }

    @Override
    public Object state() {
      return List.of(nextId);
    }
  }

  /** No two threads get the same number, by way of the new value. */
  @UniqueResults
  @Racy
  public static class NewIdentifiersInLocals extends Target {
    private volatile int nextId;

    @Override
    public Object hit(int i) {
      int id = nextId + 1;
      nextId = id; // assertGuarded("volatile-field")
      return id;
    }

    @Override
    public Object state() {
      return List.of(nextId);
    }
  }

  /** A double takes part in the sum of an int. */
  @Racy
  public static class Mixed extends Target {
    private volatile int n;
    private volatile long m;
    private volatile float f;

    @Override
    public Object hit(int i) {
      n += 1.5; // assertGuarded("volatile-field")
      m += i % 3 * 2; // assertGuarded("volatile-field")
      f += 0.5; // assertGuarded("volatile-field")
      return null;
    }

    @Override
    public Object state() {
      return List.of(n, m, f);
    }
  }

  /** One of two sites takes a lock. */
  @Racy
  public static class LockedByOne extends Target {
    private int hitCount;

    @Override
    public Object hit(int i) {
      if (i % 2 == 0) {
        synchronized (this) {
          hitCount++; // assertGuarded("instance-field")
        }
      } else {
        hitCount++; // assertGuarded("instance-field")
      }
      return null;
    }

    @Override
    public Object state() {
      return List.of(hitCount);
    }
  }

  /** Every site takes the lock. */
  public static class LockedByAll extends Target {
    private int hitCount;

    @Override
    public Object hit(int i) {
      synchronized (this) {
        hitCount += 2; // assertUntouched()
      }
      return null;
    }

    @Override
    public Object state() {
      return List.of(hitCount);
    }
  }

  /** Of another object. */
  @Racy
  public static class Other extends Target {
    private final Requests requests = new Requests();

    @Override
    public Object hit(int i) {
      requests.errorCount++; // assertGuarded("instance-field")
      return requests.next();
    }

    @Override
    public Object state() {
      return List.of(requests.errorCount);
    }

    private static final class Requests {
      private int errorCount;
      private int served;

      private Object next() {
        synchronized (this) {
          served++; // assertUntouched()
        }
        return null;
      }
    }
  }

  /** An object that a map holds. */
  @Racy
  public static class Holder extends Target {
    private final Map<String, Hits> hits =
        new ConcurrentHashMap<>(fill(new java.util.HashMap<>(), new Hits()));

    @Override
    public Object hit(int i) {
      hits.get(key(i)).n++; // assertGuarded("holder-field")
      hits.get(key(i)).hit();
      return null;
    }

    @Override
    public Object state() {
      return List.of(hits.get("alpha").n, hits.get("alpha").m);
    }

    private static final class Hits {
      private int n;
      private int m;

      private void hit() {
        m++; // assertGuarded("instance-field")
      }
    }
  }

  /** An array that a map holds. */
  @Racy
  public static class HolderArray extends Target {
    private final Map<String, long[]> sums =
        new ConcurrentHashMap<>(fill(new java.util.HashMap<>(), new long[2]));

    @Override
    public Object hit(int i) {
      sums.get(key(i))[i % 2] += 3; // assertGuarded("holder-array")
      return null;
    }

    @Override
    public Object state() {
      return List.of(sums.get("alpha")[0], sums.get("alpha")[1]);
    }
  }

  /** A maximum and a minimum that a branch keeps. */
  public static class MaxByBranch extends Target {
    private volatile int max;
    private int highCount;

    @Override
    public Object hit(int i) {
      if (i > max) {
        max = i; // assertGuarded("volatile-field")
      }
      int value = i % 1_000;
      if (highCount < value) {
        highCount = value; // assertGuarded("instance-field")
      }
      return value;
    }

    @Override
    public Object state() {
      return List.of(max, highCount);
    }
  }

  /** A number that says whose turn it is. */
  @Racy
  public static class RoundRobin extends Target {
    private final int[] data = new int[3];
    private volatile int next;

    @Override
    public Object hit(int i) {
      return data[Math.abs(next++ % data.length)]; // assertGuarded("volatile-field")
    }

    @Override
    public Object state() {
      return List.of(next);
    }
  }
}
