package io.tallyfast.targets;

import io.tallyfast.testkit.Racy;
import io.tallyfast.testkit.Target;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Local variables, and other code between the read and the write. */
public class TemporariesTargets {
  private TemporariesTargets() {}

  /** Old, new, put. */
  @Racy
  public static class ThreeSteps extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int old = stats.get(k);
      int now = old + 1;
      stats.put(k, now); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Boxed all the way. */
  @Racy
  public static class BoxedSteps extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      Integer old = stats.get(k);
      Integer now = Integer.valueOf(old.intValue() + 1);
      stats.put(k, now); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A call in between. */
  @Racy
  public static class CallBetween extends Target {
    private final Map<String, Integer> stats = zeros();
    private final AtomicInteger calls = new AtomicInteger();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int count = stats.get(k);
      trace(k);
      stats.put(k, count + 1); // assertGuarded()
      return null;
    }

    private void trace(String what) {
      if (what.length() > 2) {
        calls.incrementAndGet();
      }
    }

    @Override
    public Object state() {
      return List.of(stats, calls.get());
    }
  }

  /** A loop in between. */
  @Racy
  public static class LoopBetween extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int count = stats.get(k);
      int checksum = 0;
      for (int n = 0; n < 20; n++) {
        checksum = checksum * 31 + k.charAt(n % k.length());
      }
      stats.put(k, count + 1); // assertGuarded()
      return checksum;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Work that may throw; the count is put in any case. */
  @Racy
  public static class TryFinallyBetween extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int count = stats.get(k);
      try {
        work(i);
      } finally {
        stats.put(k, count + 1); // assertGuarded()
      }
      return k;
    }

    private static void work(int i) {
      if (i % 13 == 12) {
        throw new IllegalStateException("no work today");
      }
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Work that may throw; then nothing is counted. */
  @Racy
  public static class ExceptionBetween extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int count = stats.get(k);
      int parsed = Integer.parseInt(i % 11 == 10 ? "ten" : "1");
      stats.put(k, count + 1); // assertGuarded()
      return parsed;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** An exception is handled in between. */
  @Racy
  public static class CatchBetween extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int count = stats.get(k);
      String answer;
      try {
        answer = String.valueOf(100 / (i % 5));
      } catch (ArithmeticException e) {
        answer = "none";
      }
      stats.put(k, count + 1); // assertGuarded()
      return answer;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Waits for another thread in between. */
  @Racy
  public static class PoolBetween extends Target {
    private static final ExecutorService POOL =
        Executors.newFixedThreadPool(
            2,
            task -> {
              Thread thread = new Thread(task);
              thread.setDaemon(true);
              return thread;
            });

    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) throws Exception {
      String k = key(i);
      int count = stats.get(k);
      int answer = POOL.submit(() -> i + 1).get();
      stats.put(k, count + 1); // assertGuarded()
      return answer;
    }

    @Override
    public Object state() {
      return stats;
    }

    @Override
    public int hits() {
      return 300;
    }
  }

  /** Gives way in between. */
  @Racy
  public static class YieldBetween extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int count = stats.get(k);
      Thread.yield();
      stats.put(k, count + 1); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }

    @Override
    public int hits() {
      return 2_000;
    }
  }

  /** Builds text in between. */
  @Racy
  public static class StringWorkBetween extends Target {
    private final Map<String, Integer> stats = zeros();
    private volatile String last = "";

    @Override
    public Object hit(int i) {
      String k = key(i);
      int count = stats.get(k);
      StringBuilder line = new StringBuilder("GET /").append(k);
      line.append(" 200 ").append(i % 10);
      last = line.toString();
      stats.put(k, count + 1); // assertGuarded()
      return last.isEmpty();
    }

    @Override
    public Object state() {
      return stats;
    }

    @Override
    public int hits() {
      return 4_000;
    }
  }

  /** Another lock is taken and released in between. */
  @Racy
  public static class LockBetween extends Target {
    private final Map<String, Integer> stats = zeros();
    private final Object lock = new Object();
    private int locked;

    @Override
    public Object hit(int i) {
      String k = key(i);
      int count = stats.get(k);
      synchronized (lock) {
        locked++;
      }
      stats.put(k, count + 1); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return List.of(stats, locked);
    }
  }

  /** The old value is noted elsewhere in between. */
  @Racy
  public static class ValueLogged extends Target {
    private final Map<String, Integer> stats = zeros();
    private volatile String last = "";

    @Override
    public Object hit(int i) {
      String k = key(i);
      int count = stats.get(k);
      last = "was " + count;
      stats.put(k, count + 1); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return List.of(stats, last);
    }

    @Override
    public Object sum() {
      return stats;
    }
  }

  /** Another entry of the same map is written in between. */
  @Racy
  public static class OtherKeyBetween extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int count = stats.get(k);
      stats.put("flag", 1); // assertUntouched()
      stats.put(k, count + 1); // assertGuarded()
      return null;
    }

    /** Adds one more key. */
    public OtherKeyBetween() {
      stats.put("flag", 0);
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Another counter of the same map is counted in between. */
  @Racy
  public static class OtherCounterBetween extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int count = stats.get(k);
      int total = stats.get("total");
      stats.put(k, count + 1); // assertGuarded()
      stats.put("total", total + 1); // assertGuarded()
      return null;
    }

    /** Adds one more key. */
    public OtherCounterBetween() {
      stats.put("total", 0);
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A switch picks the delta in between. */
  @Racy
  public static class SwitchBetween extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int count = stats.get(k);
      int delta;
      switch (i % 4) {
        case 0:
          delta = 1;
          break;
        case 1:
          delta = 5;
          break;
        default:
          delta = -1;
      }
      stats.put(k, count + delta); // assertGuarded()
      return delta;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Written only if something else says so. */
  @Racy
  public static class WrittenSometimes extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int count = stats.get(k) + 1;
      if (i % 5 < 3) {
        stats.put(k, count); // assertGuarded()
      }
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** One read, a write in each branch. */
  @Racy
  public static class WrittenInTwoPlaces extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int count = stats.get(k);
      if (i % 2 == 0) {
        stats.put(k, count + 2); // assertGuarded()
      } else {
        stats.put(k, count - 1); // assertGuarded()
      }
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A branch that has nothing to do with it. */
  @Racy
  public static class BranchBetween extends Target {
    private final Map<String, Integer> stats = zeros();
    private final AtomicInteger slow = new AtomicInteger();

    @Override
    public Object hit(int i) {
      String k = key(i);
      Integer count = stats.get(k);
      if (i % 7 == 3) {
        slow.incrementAndGet();
      }
      stats.put(k, count + 1); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return List.of(stats, slow.get());
    }
  }

  /** An object is made in between. */
  @Racy
  public static class NewObjectBetween extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int count = stats.get(k);
      int[] copy = new int[] {i, i + 1};
      stats.put(k, count + copy.length); // assertGuarded()
      return copy[0];
    }

    @Override
    public Object state() {
      return stats;
    }
  }
}
