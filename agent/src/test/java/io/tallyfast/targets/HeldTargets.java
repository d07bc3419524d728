package io.tallyfast.targets;

import io.tallyfast.testkit.Racy;
import io.tallyfast.testkit.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Vector;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Numbers that an object of the library holds: got, added to, and set. */
public class HeldTargets {
  private HeldTargets() {}

  /** Atomic variables of each kind. */
  @Racy
  public static class Atomics extends Target {
    private final AtomicLong total = new AtomicLong();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicReference<Integer> boxed = new AtomicReference<>(0);
    private final AtomicReference<Double> fraction = new AtomicReference<>(0.0);

    @Override
    public Object hit(int i) {
      total.set(total.get() + i % 3); // assertGuarded("atomic-get-set")
      int old = most.get();
      most.lazySet(Math.max(old, i)); // assertGuarded("atomic-get-set")
      boxed.set(boxed.get() - 2); // assertGuarded("atomic-get-set")
      fraction.set(fraction.get() + 0.5); // assertGuarded("atomic-get-set")
      return null;
    }

    @Override
    public Object state() {
      return Arrays.asList(total.get(), most.get(), boxed.get(), fraction.get());
    }
  }

  /** Elements of arrays that are atomic each. */
  @Racy
  public static class AtomicArrays extends Target {
    private final AtomicIntegerArray counts = new AtomicIntegerArray(4);
    private final AtomicLongArray sums = new AtomicLongArray(4);
    private final AtomicReferenceArray<Integer> boxes =
        new AtomicReferenceArray<>(new Integer[] {0, 0});

    @Override
    public Object hit(int i) {
      counts.set(i & 3, counts.get(i & 3) + 1); // assertGuarded("atomic-get-set")
      int at = i % 4;
      sums.set(at, sums.get(at) + i); // assertGuarded("atomic-get-set")
      boxes.set(i & 1, boxes.get(i & 1) + 1); // assertGuarded("atomic-get-set")
      return null;
    }

    @Override
    public Object state() {
      return Arrays.asList(counts.toString(), sums.toString(), boxes.toString());
    }
  }

  /** The value is used after it was set. */
  @Racy
  public static class UsedAfterwards extends Target {
    private final AtomicLong total = new AtomicLong();
    private final AtomicLong doubled = new AtomicLong();

    @Override
    public Object hit(int i) {
      long old = total.get();
      long next = old + 1;
      total.set(next); // assertGuarded("atomic-get-set")
      doubled.addAndGet(next - old);
      return next;
    }

    @Override
    public Object state() {
      return Arrays.asList(total.get(), doubled.get());
    }
  }

  /** The object is looked up twice, and may be another the second time. */
  @Racy
  public static class LookedUpTwice extends Target {
    private final Map<String, AtomicLong> totals = new HashMap<>();

    /** Creates with all keys. */
    public LookedUpTwice() {
      for (int i = 0; i < 3; i++) {
        totals.put(key(i), new AtomicLong());
      }
    }

    @Override
    public Object hit(int i) {
      totals.get(key(i)).set(totals.get(key(i)).get() + 1); // assertGuarded("atomic-get-set")
      return null;
    }

    @Override
    public Object state() {
      return totals.toString();
    }
  }

  /** Entries of a map that the agent guards. */
  @Racy
  public static class Entries extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    /** Creates with all keys. */
    public Entries() {
      fill(stats, 0);
    }

    /** Counts in one entry too, so that the map is one of statistics. */
    private void one(String key) {
      stats.put(key, stats.get(key) + 2); // assertGuarded("get-put")
    }

    @Override
    public Object hit(int i) {
      one(key(i));
      Object last = null;
      for (Map.Entry<String, Integer> each : stats.entrySet()) {
        last = each.setValue(each.getValue() + 1); // assertGuarded("entry-set-value")
      }
      return last == null;
    }

    @Override
    public Object state() {
      return new HashMap<>(stats);
    }

    @Override
    public int hits() {
      return 5_000;
    }
  }

  /** Elements of lists. */
  @Racy
  public static class Lists extends Target {
    private final List<Integer> counts = new ArrayList<>(Arrays.asList(0, 0, 0));
    private final Vector<Long> totals = new Vector<>(Arrays.asList(0L, 0L));

    @Override
    public Object hit(int i) {
      counts.set(i % 3, counts.get(i % 3) + 1); // assertGuarded("list-element")
      int at = i & 1;
      Long before = totals.get(at);
      return totals.set(at, before + i) == null; // assertGuarded("list-element")
    }

    @Override
    public Object state() {
      return Arrays.asList(counts.toString(), totals.toString());
    }
  }

  /** What somebody else sets in between is what the original overwrites. */
  public static class SetInBetween extends Target {
    private final AtomicLong total = new AtomicLong();

    @Override
    public Object hit(int i) {
      long old = total.get();
      total.addAndGet(5);
      total.set(old + 1); // assertRefused("atomic-get-set")
      return total.get();
    }

    @Override
    public Object state() {
      return total.get();
    }

    @Override
    public boolean exact() {
      return false;
    }
  }

  /** A list that only this method knows. */
  public static class OwnList extends Target {
    @Override
    public Object hit(int i) {
      List<Integer> counts = new ArrayList<>(Arrays.asList(0, 0));
      for (int k = 0; k < 3; k++) {
        counts.set(k & 1, counts.get(k & 1) + 1); // assertUntouched()
      }
      return counts.toString();
    }

    @Override
    public Object state() {
      return null;
    }
  }
}
